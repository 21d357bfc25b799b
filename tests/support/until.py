"""Waiting for a condition, never for a time."""

import asyncio
from collections.abc import Callable


async def until(holds: Callable[[], bool], seconds: float = 20.0) -> None:
    """Return as soon as the condition holds. Raises TimeoutError when it never does."""
    async with asyncio.timeout(seconds):
        while not holds():  # noqa: ASYNC110  what is waited for has no event of its own
            await asyncio.sleep(0.002)
