"""A piece of a stroke on its way: signals of one stroke joined, and thinned to fit; pure."""

from msgspec.structs import replace

from service.model import Points
from service.protocol.codec import encode
from service.protocol.signals import Passed, StrokeProgress

NUMBERS = 3
"""Numbers a point has: x, y, pressure."""

MOST_POINTS = 512
"""Points a piece holds while it waits: four seconds of fast writing. Past it every second
one goes, so that a tablet that floods holds no memory."""


class Piece:
    """The points told since the last piece of this stroke was sent.

    Points are numbered as the hand counts them, also where some were thinned out: the
    next piece then starts beyond what a tablet has, and a straight line joins the two.
    """

    def __init__(self, seat_id: str, signal: StrokeProgress) -> None:
        self.seat_id = seat_id
        self._look = replace(signal, points=())
        self._start = self._end = 0
        self._points: list[int] = []
        self._begin(signal)

    @property
    def signal(self) -> StrokeProgress:
        """The signals so far as one."""
        return replace(self._look, start=self._start, points=tuple(self._points))

    def join(self, signal: StrokeProgress) -> None:
        """Add a later signal of the stroke: its points count from its `start` on."""
        if signal.start <= self._start:
            self._begin(signal)
            return
        if signal.start < self._end:
            # The hand tells these points anew; where some are thinned out, in proportion.
            told = signal.start - self._start
            kept = len(self._points) // NUMBERS * told // (self._end - self._start)
            del self._points[kept * NUMBERS :]
        self._points += _whole_points(signal.points)
        self._end = signal.start + len(signal.points) // NUMBERS
        self._bound()

    def encoded(self, most_bytes: int) -> bytes | None:
        """A Passed of at most so many bytes, with points thinned out evenly; None: not even two."""
        signal = self.signal
        whole = encode(Passed(seat_id=self.seat_id, signal=signal))
        if len(whole) <= most_bytes:
            return whole
        points = len(signal.points) // NUMBERS
        if points <= 2:
            return None
        bare = len(encode(Passed(seat_id=self.seat_id, signal=self._look)))
        # As many as should fit if all were of one length; fewer, where those kept are longer.
        fit = points * max(0, most_bytes - bare) // (len(whole) - bare)
        keep = max(2, min(points - 1, fit))
        while True:
            thinner = replace(signal, points=thinned(signal.points, keep))
            part = encode(Passed(seat_id=self.seat_id, signal=thinner))
            if len(part) <= most_bytes:
                return part
            if keep == 2:
                return None
            keep = max(2, keep - max(1, keep // 8))

    def _begin(self, signal: StrokeProgress) -> None:
        self._start = signal.start
        self._points = _whole_points(signal.points)
        self._end = signal.start + len(self._points) // NUMBERS
        self._bound()

    def _bound(self) -> None:
        if len(self._points) > MOST_POINTS * NUMBERS:
            self._points = list(thinned(tuple(self._points), MOST_POINTS // 2))


def thinned(points: Points, keep: int) -> Points:
    """So many of the points, evenly chosen, the first and the last among them (`keep` >= 2)."""
    last = len(points) // NUMBERS - 1
    if keep > last:
        return points
    chosen = (NUMBERS * (place * last // (keep - 1)) for place in range(keep))
    return tuple(number for at in chosen for number in points[at : at + NUMBERS])


def _whole_points(points: Points) -> list[int]:
    return list(points[: len(points) // NUMBERS * NUMBERS])
