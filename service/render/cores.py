"""How many children work at once: as many as there are cores, unless somebody waits."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager


class Cores:
    """Turns at the processor. More at once would not be faster, only later each."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._at_work = 0
        self._freed = asyncio.Event()

    @asynccontextmanager
    async def in_turn(self) -> AsyncIterator[None]:
        """Work once a core is free and nobody works at once."""
        while self._at_work >= self._count:
            self._freed.clear()
            await self._freed.wait()
        async with self._at(1):
            yield

    @asynccontextmanager
    async def at_once(self) -> AsyncIterator[None]:
        """Work now, and alone as soon as those at work have ended.

        Cores share memory and mostly each other: a page drawn beside two others takes
        twice as long.
        """
        async with self._at(self._count):
            yield

    def beside(self) -> AbstractAsyncContextManager[None]:
        """Work now, beside whoever else does: for what is short."""
        return self._at(1)

    @asynccontextmanager
    async def _at(self, share: int) -> AsyncIterator[None]:
        self._at_work += share
        try:
            yield
        finally:
            self._at_work -= share
            self._freed.set()
