"""Searches take turns on the loop, a little at a time, so that a page turn never waits long."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Final

SLICE_SECONDS: Final = 0.001
"""How long searches compute before everything else has its turn: a page turn takes some five
passes of the loop, so all searches together add about 5 ms to it."""

Clock = Callable[[], float]
"""Seconds from any beginning."""


class Slices:
    """One search computes at a time; who waits longest is next."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._computing = asyncio.Lock()

    @asynccontextmanager
    async def computing(self) -> AsyncIterator["Slice"]:
        """Inside, nobody else computes, but where the slice lets others go on."""
        mine = Slice(self._clock, self._computing)
        await mine.begin()
        try:
            yield mine
        finally:
            mine.end()


class Slice:
    """The time one search may compute before it rests; begun anew after each rest."""

    def __init__(self, clock: Clock, computing: asyncio.Lock) -> None:
        self._clock = clock
        self._computing = computing
        self._since: float | None = None

    @property
    def is_due(self) -> bool:
        """Whether it is used up."""
        return self._since is None or self._clock() - self._since >= SLICE_SECONDS

    async def rest(self) -> None:
        """Let everything else have its turn."""
        async with self.aside():
            pass

    @asynccontextmanager
    async def aside(self) -> AsyncIterator[None]:
        """Inside, the search only waits: for a disk or a reader. Others compute.

        They begin in the loop's next pass: else each could spend a slice in the same one.
        """
        await asyncio.sleep(0)
        self.end()
        yield
        await self.begin()

    async def begin(self) -> None:
        """Wait until nobody computes."""
        await self._computing.acquire()
        self._since = self._clock()

    def end(self) -> None:
        """Let others compute; nothing when they may already."""
        if self._since is not None:
            self._since = None
            self._computing.release()
