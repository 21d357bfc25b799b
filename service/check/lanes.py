"""Many files at once, told in their order; ended early, nothing of it goes on."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from typing import Final

from service.check.checking import Checker
from service.check.folder import Found
from service.check.verdict import Verdict
from service.render.inspection import Inspector
from service.render.limits import ChildLimits, FileLimits
from service.render.press import Press

AHEAD: Final = 64
"""Files a lane may be ahead of the slowest one: their verdicts wait for it in memory."""


@asynccontextmanager
async def lanes(
    files: FileLimits, child: ChildLimits, at_once: int, draw: int | None
) -> AsyncIterator[Sequence[Checker]]:
    """As many checkers as may work at once, ended at the end."""
    checkers = [
        Checker(Inspector(files, child, at_once=1), Press(child, files.page_seconds), files, draw)
        for _ in range(at_once)
    ]
    try:
        yield checkers
    finally:
        await asyncio.gather(*(checker.aclose() for checker in checkers))


async def verdicts(found: Iterator[Found], checkers: Sequence[Checker]) -> AsyncGenerator[Verdict]:
    """A verdict for each, in order, as soon as it and all before it are known. Raises NoChild."""
    # Last in, first out: for a few small files one checker's children do.
    free: asyncio.LifoQueue[Checker] = asyncio.LifoQueue()
    for checker in checkers:
        free.put_nowait(checker)

    async def checked(one: Found) -> Verdict:
        checker = await free.get()
        try:
            return await checker.check(one)
        finally:
            free.put_nowait(checker)

    under_way: deque[asyncio.Task[Verdict]] = deque()
    try:
        for one in found:
            under_way.append(asyncio.create_task(checked(one)))
            while under_way and (under_way[0].done() or len(under_way) > AHEAD * len(checkers)):
                yield await under_way.popleft()
            await asyncio.sleep(0)  # a folder of a million names must not starve the lanes
        while under_way:
            yield await under_way.popleft()
    finally:
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
