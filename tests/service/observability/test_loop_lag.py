"""The loop's lag: how much later than asked a sleeper woke."""

import asyncio

import pytest

from service.observability.loop_lag import EVERY_SECONDS, watch_lag


async def test_what_is_told_is_the_lateness_alone() -> None:
    now, told = 0.0, list[float]()
    late = iter([0.5, 0.0, -0.1])

    async def sleep(seconds: float) -> None:
        nonlocal now
        try:
            now += seconds + next(late)
        except StopIteration:
            raise asyncio.CancelledError from None

    with pytest.raises(asyncio.CancelledError):
        await watch_lag(told.append, lambda: now, sleep)
    assert told == pytest.approx([0.5, 0.0, 0.0])
    assert EVERY_SECONDS < 1
