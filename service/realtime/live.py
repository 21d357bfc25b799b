"""Pointers and strokes in progress: gathered, and told to those who show their page."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from service.model import Actor, PageRef
from service.protocol.codec import encode
from service.protocol.signals import Passed, PointerAt, PointerGone, SignalToTablet
from service.realtime.connection import Connection
from service.realtime.framing import text_frame
from service.realtime.pace import frame_bytes
from service.realtime.pages_shown import PagesShown
from service.realtime.pointers import Pointers
from service.realtime.writing_hands import SMALLEST, Part, WritingHands

KEY = "Passing"
HEAD, FOOT = b'{"type":"Passing","signals":[', b"]}"
ENVELOPE = len(HEAD + FOOT) + 4
"""With the head of the WebSocket frame."""


@dataclass
class News:
    """What one tick has for a page: the seats whose pointer moved, and everything encoded."""

    pointers: Collection[str] = ()
    parts: Sequence[Part] = ()
    frames: dict[Connection | None, bytes | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.senders = {sender for sender, _ in self.parts}

    def frame(self, tablet: Connection) -> bytes | None:
        """The frame for a tablet: one for all, and one for each sender without its own."""
        key = tablet if tablet in self.senders else None
        if key not in self.frames:
            self.frames[key] = passing(part for sender, part in self.parts if sender is not tablet)
        return self.frames[key]


class Live:
    """What hands do just now, for the tablets of one meeting.

    A tablet that lags may lose a frame to a newer one. Of strokes that loses points, which
    the finished stroke mends; what a pointer did is told again with the next frame.
    """

    def __init__(self, sees: Callable[[Actor, PageRef], bool], shown: PagesShown) -> None:
        self._sees, self._shown = sees, shown
        self._pointers, self._hands = Pointers(), WritingHands()
        self._owed: dict[Connection, set[str]] = {}
        self._arrived: dict[Connection, None] = {}
        self._heard = self._passed = self._waited = 0

    @property
    def waits(self) -> bool:
        """Whether strokes wait for a later tick, because this one was full."""
        return bool(self._hands.pages)

    def heard(self, sender: Connection, signal: SignalToTablet) -> None:
        """A tablet has told what its hand does."""
        self._heard += 1
        seat_id = sender.actor.seat_id
        match signal:
            case PointerAt():
                self._pointers.stands(sender, seat_id, signal)
            case PointerGone():
                self._pointers.gone(sender, seat_id)
            case _:
                self._hands.progress(sender, seat_id, signal)

    def finished(self, stroke_id: str) -> None:
        """The stroke is ink now."""
        self._hands.finished(stroke_id)

    def lead_passed(self, seat_id: str | None) -> None:
        """Only who leads points."""
        self._pointers.only(seat_id)

    def turned_to(self, tablet: Connection, before: PageRef | None) -> bool:
        """The tablet shows another page than `before`; whether that needs a tick.

        It hears of the pointers that stand there, and forgets those it will hear no more of.
        """
        now = self._shown.page_of(tablet)
        seats = {
            seat
            for page in (before, now)
            if page is not None
            for seat in self._pointers.seats_on(page)
            if self._pointers.sender(seat) is not tablet
        }
        if seats:
            self._owed.setdefault(tablet, set()).update(seats)
        if tablet in self._owed and now is not None:
            self._arrived[tablet] = None
        return tablet in self._arrived

    def left(self, tablet: Connection) -> None:
        """The tablet is gone; its pointer and its strokes go with it."""
        self._pointers.left(tablet, tablet.actor.seat_id)
        self._hands.left(tablet)
        self._owed.pop(tablet, None)
        self._arrived.pop(tablet, None)

    def tick(self) -> Iterator[None]:
        """Pass on what waits; each step is one tablet told. Finish it before the next."""
        arrived, self._arrived = self._arrived, {}
        news = self._news()
        for page, told in news.items():
            for tablet in list(self._shown.tablets_on(page)):
                arrived.pop(tablet, None)
                self._tell(tablet, page, told)
                yield
        for tablet in arrived:
            page_now = self._shown.page_of(tablet)
            if page_now is not None:
                self._tell(tablet, page_now, News())
                yield

    def tally(self) -> tuple[int, int]:
        """Signals passed on, and merged or dropped, since this was last asked."""
        waiting, passed = len(self._hands), self._passed
        thinned = self._waited + self._heard - waiting - passed
        self._heard, self._passed, self._waited = 0, 0, waiting
        return passed, max(0, thinned)  # a pointer that changed its page is told on both

    def _news(self) -> dict[PageRef, News]:
        moved = self._pointers.news()
        tablets_on = {
            page: len(self._shown.tablets_on(page)) for page in {*moved, *self._hands.pages}
        }
        budget = frame_bytes(sum(tablets_on.values()))
        news = {}
        for page, tablets in tablets_on.items():
            seats = moved.get(page, set())
            words: list[Part] = [self._word(seat, page) for seat in seats]
            left = budget - ENVELOPE - sum(len(word) + len(",") for _, word in words)
            parts = words + self._hands.deal(page, max(left, SMALLEST))
            self._passed += len(parts)
            if tablets:
                news[page] = News(seats, parts)
        return news

    def _tell(self, tablet: Connection, page: PageRef, news: News) -> None:
        """Give a tablet its frame, unless it went elsewhere meanwhile or may not see the page."""
        if self._shown.page_of(tablet) != page or not self._sees(tablet.actor, page):
            return
        owed = self._owed.get(tablet, set()) - set(news.pointers)
        if owed:
            words = [self._word(seat, page) for seat in owed]
            frame = passing(part for sender, part in (*words, *news.parts) if sender is not tablet)
        else:
            frame = news.frame(tablet)
        if frame is None:
            return
        if tablet.lags:
            self._owed.setdefault(tablet, set()).update(news.pointers)
        else:
            self._owed.pop(tablet, None)
        tablet.merge(KEY, frame)

    def _word(self, seat_id: str, page: PageRef) -> Part:
        word = self._pointers.word(seat_id, page)
        return self._pointers.sender(seat_id), encode(Passed(seat_id=seat_id, signal=word))


def passing(parts: Iterable[bytes]) -> bytes | None:
    """The frame of encoded Passed values; None when there are none."""
    joined = b",".join(parts)
    return text_frame(HEAD + joined + FOOT) if joined else None
