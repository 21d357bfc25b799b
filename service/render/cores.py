"""How many children work at once: as many as there are cores, and one more for who waits."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Cores:
    """Turns at the processor. More at once would not be faster, only later each."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._at_work = 0
        self._freed = asyncio.Event()

    @asynccontextmanager
    async def in_turn(self) -> AsyncIterator[None]:
        """Work once a core is free."""
        while self._at_work >= self._count:
            self._freed.clear()
            await self._freed.wait()
        async with self.at_once():
            yield

    @asynccontextmanager
    async def at_once(self) -> AsyncIterator[None]:
        """Work now; the next turn is given only when this one is over, too."""
        self._at_work += 1
        try:
            yield
        finally:
            self._at_work -= 1
            self._freed.set()
