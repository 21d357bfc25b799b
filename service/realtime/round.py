"""Going round the tablets: soon, once for all that changed meanwhile, and in slices."""

from collections.abc import Callable, Iterator
from typing import Protocol

SLICE = 128
"""Tablets told in one go, about 1.5 ms: a page turn that comes meanwhile overtakes the rest."""


class Timer(Protocol):
    """What a round needs of an event loop; seconds."""

    def time(self) -> float: ...

    def call_later(self, delay: float, callback: Callable[[], object], /) -> object: ...


class Round:
    """Runs `tell`, whose every step is one tablet; one round at a time.

    `gather`: seconds from the first wish to the round. `rest`: seconds from the beginning
    of a round of so many steps to the next, at least.
    """

    def __init__(
        self,
        timer: Callable[[], Timer],
        tell: Callable[[], Iterator[None]],
        gather: Callable[[], float] = lambda: 0.0,
        rest: Callable[[int], float] = lambda steps: 0.0,
    ) -> None:
        self._timer, self._tell, self._gather, self._rest = timer, tell, gather, rest
        self._steps: Iterator[None] | None = None
        self._wished = False
        self._told, self._began, self._earliest = 0, 0.0, 0.0

    def soon(self) -> None:
        """There is something to tell."""
        if not self._wished:
            self._wished = True
            if self._steps is None:
                self._plan()

    def _plan(self) -> None:
        timer = self._timer()
        delay = max(self._gather(), self._earliest - timer.time())
        timer.call_later(delay, self._begin)

    def _begin(self) -> None:
        self._wished = False
        self._began, self._told = self._timer().time(), 0
        self._steps = self._tell()
        self._slice(self._steps)

    def _slice(self, steps: Iterator[None]) -> None:
        done = True
        try:
            for _ in steps:
                self._told += 1
                if self._told % SLICE == 0:
                    done = False
                    break
        finally:
            if done:  # also when a step failed: the loop says so, and the next round is not lost
                self._end()
        if not done:
            self._timer().call_later(0, lambda: self._slice(steps))

    def _end(self) -> None:
        self._steps = None
        self._earliest = self._began + self._rest(self._told)
        if self._wished:
            self._plan()
