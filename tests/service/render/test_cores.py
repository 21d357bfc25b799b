"""Turns at the processor, in turn and at once."""

import asyncio
from contextlib import AsyncExitStack

from service.render.cores import Cores


class Hand:
    """Works while it may, until it is let go."""

    def __init__(self, cores: Cores) -> None:
        self.works = False
        self._over = asyncio.Event()
        self._task = asyncio.create_task(self._work(cores))

    async def _work(self, cores: Cores) -> None:
        async with cores.in_turn():
            self.works = True
            await self._over.wait()
        self.works = False

    async def end(self) -> None:
        """Let it go."""
        self._over.set()
        await self._task


async def a_moment() -> None:
    """Let everybody do what they can."""
    for _ in range(10):
        await asyncio.sleep(0)


async def test_no_more_work_than_there_are_cores() -> None:
    cores = Cores(2)
    hands = [Hand(cores) for _ in range(4)]
    await a_moment()
    assert sum(hand.works for hand in hands) == 2
    for count in (2, 2, 1, 0):
        await next(hand for hand in hands if hand.works).end()
        await a_moment()
        assert sum(hand.works for hand in hands) == count


async def test_what_cannot_wait_begins_at_once_and_nothing_else_until_it_is_over() -> None:
    cores = Cores(2)
    hands = [Hand(cores) for _ in range(4)]
    await a_moment()
    async with AsyncExitStack() as urgent:
        await urgent.enter_async_context(cores.at_once())
        await urgent.enter_async_context(cores.at_once())
        for hand in hands[:2]:
            await hand.end()
        await a_moment()
        assert not any(hand.works for hand in hands)
    await a_moment()
    assert [hand.works for hand in hands] == [False, False, True, True]
    for hand in hands[2:]:
        await hand.end()
