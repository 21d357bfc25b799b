"""Readiness: each part by itself, at most one look at a time, never longer than its time."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from structlog.testing import capture_logs

from service.observability.readiness import SERVING, Fitness, Readiness
from storage.errors import StorageError, StorageFull, StorageReadOnly
from tests.support.clock import Clock

Look = Callable[[], Awaitable[None]]


class Part:
    """A part that works, until `broken` is set or `hung` is cleared."""

    def __init__(self) -> None:
        self.looks = 0
        self.broken: Exception | None = None
        self.free = asyncio.Event()
        self.free.set()

    async def __call__(self) -> None:
        self.looks += 1
        await self.free.wait()
        if self.broken is not None:
            raise self.broken


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def part() -> Part:
    return Part()


@pytest.fixture
def readiness(part: Part, clock: Clock) -> Readiness:
    return Readiness({"disk": part}, look_seconds=0.02, clock=lambda: clock.now / 1_000)


async def test_all_is_well(readiness: Readiness) -> None:
    assert await readiness.parts() == {SERVING: Fitness.OK, "disk": Fitness.OK}


@pytest.mark.parametrize(
    ("broken", "fitness"),
    [
        (StorageFull("/data"), Fitness.FULL),
        (StorageReadOnly("/data"), Fitness.READ_ONLY),
        (StorageError("/data"), Fitness.FAILED),
        (RuntimeError("/data"), Fitness.FAILED),
    ],
)
async def test_a_broken_part_is_named_by_what_is_wrong(
    readiness: Readiness, part: Part, broken: Exception, fitness: Fitness
) -> None:
    part.broken = broken
    assert await readiness.parts() == {SERVING: Fitness.OK, "disk": fitness}


async def test_an_answer_stands_for_a_second(
    readiness: Readiness, part: Part, clock: Clock
) -> None:
    for _ in range(50):
        await readiness.parts()
    assert part.looks == 1
    part.broken = StorageError()
    clock.advance(999)
    assert (await readiness.parts())["disk"] is Fitness.OK
    clock.advance(1)
    assert (await readiness.parts())["disk"] is Fitness.FAILED
    assert part.looks == 2


async def test_many_who_ask_at_once_share_one_look(readiness: Readiness, part: Part) -> None:
    part.free.clear()
    asked = [asyncio.create_task(readiness.parts()) for _ in range(20)]
    await asyncio.sleep(0)
    part.free.set()
    assert all(each["disk"] is Fitness.OK for each in await asyncio.gather(*asked))
    assert part.looks == 1


async def test_a_look_that_hangs_is_slow_and_not_begun_again(
    readiness: Readiness, part: Part, clock: Clock
) -> None:
    part.free.clear()
    for _ in range(3):
        assert (await readiness.parts())["disk"] is Fitness.SLOW
        clock.advance(5_000)
    assert part.looks == 1
    part.free.set()
    await asyncio.sleep(0)
    clock.advance(5_000)
    assert (await readiness.parts())["disk"] is Fitness.OK


async def test_stopping_is_not_ready(readiness: Readiness) -> None:
    readiness.stop()
    assert await readiness.parts() == {SERVING: Fitness.STOPPING, "disk": Fitness.OK}


async def test_only_a_change_is_logged(readiness: Readiness, part: Part, clock: Clock) -> None:
    with capture_logs() as lines:
        await readiness.parts()
        part.broken = StorageError("details for the log alone")
        for _ in range(3):
            clock.advance(2_000)
            await readiness.parts()
        part.broken = None
        clock.advance(2_000)
        await readiness.parts()
    assert [(line["part"], line["fitness"]) for line in lines] == [
        ("disk", "failed"),
        ("disk", "ok"),
    ]
    assert "details for the log alone" in lines[0]["error"]
