"""One clock for all tablets: who is silent for two beats is gone.

A round goes over everyone in slices, so that a full hall is never beaten at one moment, and
no tablet costs a timer. Browsers answer pings without the page's help, so a sleeping tab
raises no false alarm.
"""

import asyncio
from typing import Protocol

BEAT_SECONDS = 9.0
"""A ping in every round, heard of before the next: a half-open tablet is found within 18
seconds of its last sign, and the slice's own delay stays below 20."""

SLICES = 18
"""Half a second each, at the usual beat."""


class Beating(Protocol):
    """What is beaten."""

    def beat(self) -> None:
        """Ask for a sign of life, or end when the last beat brought none."""


class Heartbeat:
    """Beats everyone who entered once in `seconds`; runs only while somebody is there."""

    def __init__(self, seconds: float = BEAT_SECONDS) -> None:
        self._pause = seconds / SLICES
        self._slices: list[set[Beating]] = [set() for _ in range(SLICES)]
        self._newest = self._now = 0
        self._due = 0.0
        self.runs = False

    def enter(self, one: Beating) -> set[Beating]:
        """Beat this one from now on; it leaves by taking itself out of the set returned."""
        self._newest = (self._newest + 1) % SLICES
        chosen = self._slices[self._newest]
        chosen.add(one)
        if not self.runs:
            self.runs = True
            self._later()
        return chosen

    def beat(self) -> None:
        """Beat the next slice."""
        self._now = (self._now + 1) % SLICES
        for one in tuple(self._slices[self._now]):
            one.beat()

    def _later(self) -> None:
        loop = asyncio.get_running_loop()
        self._due = loop.time() + self._pause
        loop.call_at(self._due, self._tick)

    def _tick(self) -> None:
        # After a pause of our own, answers may lie unread before us: nobody is judged by it.
        if asyncio.get_running_loop().time() - self._due < self._pause:
            self.beat()
        self.runs = any(self._slices)
        if self.runs:
            self._later()
