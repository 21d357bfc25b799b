"""Strokes in progress that wait to be passed on, dealt out fairly over a budget; pure."""

from service.model import PageRef
from service.protocol.signals import StrokeProgress
from service.realtime.connection import Connection
from service.realtime.piece import Piece

STROKES_OF_ONE = 4
"""Unfinished strokes of one tablet that wait at once: a hand draws one, the next may have
begun before the tick. Past it the oldest goes; it arrives whole when it is finished."""

SMALLEST = 512
"""Bytes that hold the longest head there is (about 430, with ids of 64) and two points."""

Part = tuple[Connection | None, bytes]
"""One encoded Passed, and the tablet it is from, which does not get it."""


class WritingHands:
    """The pieces that wait, by page, the longest waiting first."""

    def __init__(self) -> None:
        self._waiting: dict[PageRef, dict[tuple[Connection, str], Piece]] = {}
        self._page_of: dict[Connection, dict[str, PageRef]] = {}

    def __len__(self) -> int:
        """Pieces that wait."""
        return sum(map(len, self._waiting.values()))

    @property
    def pages(self) -> tuple[PageRef, ...]:
        """The pages for which pieces wait."""
        return tuple(self._waiting)

    def progress(self, sender: Connection, seat_id: str, signal: StrokeProgress) -> None:
        """A tablet tells more of a stroke; it keeps its place in the queue."""
        strokes = self._page_of.get(sender, {})
        before = strokes.get(signal.stroke_id)
        if before == signal.page:
            self._waiting[before][sender, signal.stroke_id].join(signal)
            return
        if before is not None:
            self._drop(sender, signal.stroke_id)  # a stroke has one page: what was said is void
        elif len(strokes) >= STROKES_OF_ONE:
            self._drop(sender, next(iter(strokes)))
        piece = Piece(seat_id, signal)
        self._waiting.setdefault(signal.page, {})[sender, signal.stroke_id] = piece
        self._page_of.setdefault(sender, {})[signal.stroke_id] = signal.page

    def finished(self, stroke_id: str) -> None:
        """The stroke has arrived whole, or never will: no more of its progress."""
        for sender in [tablet for tablet, strokes in self._page_of.items() if stroke_id in strokes]:
            self._drop(sender, stroke_id)

    def left(self, sender: Connection) -> None:
        """The tablet is gone, and its strokes with it."""
        for stroke_id in list(self._page_of.get(sender, ())):
            self._drop(sender, stroke_id)

    def deal(self, page: PageRef, budget: int) -> list[Part]:
        """Take pieces of a page, of at most `budget` bytes together; the rest waits its turn.

        The longest waiting come first, each gets an equal share of what is left, and what
        one does not need goes to those behind it. A piece too large is thinned out.
        """
        parts: list[Part] = []
        waiting = list(self._waiting.get(page, {}).items())
        for number, ((sender, stroke_id), piece) in enumerate(waiting):
            share = budget // (len(waiting) - number)
            # A share too small for a head and two points: fewer pieces now, the others next.
            part = piece.encoded(share) or piece.encoded(min(budget, max(share, SMALLEST)))
            if part is None:
                break
            parts.append((sender, part))
            budget -= len(part) + len(",")
            self._drop(sender, stroke_id)
        return parts

    def _drop(self, sender: Connection, stroke_id: str) -> None:
        page = self._page_of[sender].pop(stroke_id)
        if not self._page_of[sender]:
            del self._page_of[sender]
        pieces = self._waiting[page]
        del pieces[sender, stroke_id]
        if not pieces:
            del self._waiting[page]
