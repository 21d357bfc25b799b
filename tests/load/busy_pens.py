"""Pens that write without rest, as tablets send them: progress at 30 Hz, then the whole stroke.

A stroke takes half a second and the hand half a second to the next: one finished stroke a
second and pen. They start spread over the second, so that no two write in step.
"""

import time
from typing import Final

from tests.load.crowd import Tablet
from tests.load.said import text

TICK_SECONDS: Final = 1 / 30
TICKS_DOWN: Final = 15
TICKS_UP: Final = 15
POINTS_A_TICK: Final = 4
"""A pen reports about 120 points a second."""


class Pen:
    """One hand, on whatever page is the room's."""

    def __init__(self, tablet: Tablet, number: int, next_at: float) -> None:
        self.next_at, self.strokes = next_at, 0
        self._tablet, self._number = tablet, number
        self._tick, self._points, self._stroke = 0, list[int](), ""
        self._page: dict[str, object] = {}

    def move(self, page: dict[str, object]) -> None:
        """What the hand does in one tick."""
        if self._tick == 0:
            self._stroke = f"pen{self._number}-{self.strokes}"
            self._points, self._page = [], page
        if self._tick < TICKS_DOWN:
            start, fresh = len(self._points) // 3, self._some_points()
            self._points += fresh
            self._send("StrokeProgress", {"start": start, "points": fresh})
        elif self._tick == TICKS_DOWN:
            whole = {**self._drawn(), "points": self._points}
            command = {"command_id": self._stroke, "stream": "meeting", "stroke": whole}
            self._tablet.send(text({"type": "AddStroke", **command}))
            self.strokes += 1
        self._tick = (self._tick + 1) % (TICKS_DOWN + TICKS_UP)

    def _send(self, kind: str, more: dict[str, object]) -> None:
        self._tablet.send(text({"type": kind, **self._drawn(), **more}))

    def _drawn(self) -> dict[str, object]:
        look = {"tool": "pen", "colour": "blue", "width": 22}
        return {"stroke_id": self._stroke, "page": self._page, **look}

    def _some_points(self) -> list[int]:
        """Along a line of its own across the page, in 1/10,000 of its width."""
        first = len(self._points) // 3
        return [
            value
            for step in range(first, first + POINTS_A_TICK)
            for value in (500 + 150 * step, 200 + 180 * self._number + step % 7, 128)
        ]


class Pens:
    """All hands; `strokes` are those finished."""

    def __init__(self, tablets: list[Tablet]) -> None:
        begun = time.perf_counter()
        self._pens = [
            Pen(tablet, number, begun + number / len(tablets))
            for number, tablet in enumerate(tablets)
        ]

    @property
    def strokes(self) -> int:
        """Finished so far."""
        return sum(pen.strokes for pen in self._pens)

    def pulse(self, page: dict[str, object]) -> float:
        """Move the hands whose time has come, new strokes on this page; seconds until the next."""
        now = time.perf_counter()
        for pen in self._pens:
            if pen.next_at <= now:
                pen.move(page)
                # A pen that was kept waiting goes on from now: it does not hurry after.
                pen.next_at = max(pen.next_at + TICK_SECONDS, now)
        return max(0.0, min(pen.next_at for pen in self._pens) - time.perf_counter())
