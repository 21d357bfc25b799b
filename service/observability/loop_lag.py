"""How late the event loop wakes a sleeper: the first sign that the process has too much to do."""

import asyncio
import time
from collections.abc import Awaitable, Callable

EVERY_SECONDS = 0.25
"""Four looks a second: a loop held for as long is always seen, and looking costs nothing."""


async def watch_lag(
    tell: Callable[[float], None],
    clock: Callable[[], float] = time.perf_counter,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Tell again and again how many seconds too late a short sleep ended; until cancelled."""
    while True:
        begun = clock()
        await sleep(EVERY_SECONDS)
        tell(max(0.0, clock() - begun - EVERY_SECONDS))
