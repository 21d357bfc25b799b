"""The timed log: the log's own promises, and one word to the watch an append that counted."""

import pytest

from service.observability.timed_log import TimedLog
from service.observability.watch import Unwatched
from storage.errors import AppendConflict
from storage.memory import MemoryStore
from storage.ports import EventLog
from storage.records import LogLine, PutMark
from tests.support.clock import Clock


class Told(Unwatched):
    """A watch that remembers commits."""

    def __init__(self) -> None:
        self.commits: list[tuple[float, int]] = []

    def committed(self, seconds: float, lines: int) -> None:
        self.commits.append((seconds, lines))


class SlowLog(MemoryStore):
    """A log that takes 250 ms of a clock."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.clock = clock

    async def append(self, *args: object, **more: object) -> None:
        self.clock.advance(250)
        await super().append(*args, **more)  # type: ignore[arg-type]  # handed on as they came


async def test_an_append_is_timed_and_a_refused_one_is_not() -> None:
    clock, told = Clock(), Told()
    log: EventLog = TimedLog(SlowLog(clock), told, lambda: clock.now / 1_000)
    await log.append("s", 0, [LogLine(1, "a", b"1"), LogLine(2, "b", b"2")])
    with pytest.raises(AppendConflict):
        await log.append("s", 0, [LogLine(1, "c", b"3")])
    assert told.commits == [(0.25, 2)]


async def test_everything_else_is_the_logs_own() -> None:
    store = MemoryStore()
    log = TimedLog(store, Told())
    mark = PutMark("p", "m", 1, "seat", b"ink")
    await log.append("s", 0, [LogLine(1, "a", b"1")], marks=[mark], checkpoint=b"state")
    assert await log.head("s") == await store.head("s")
    assert await log.read("s", 0) == [LogLine(1, "a", b"1")]
    assert await log.find("s", "a") == 1
    assert await log.sheet("s", "p") == await store.sheet("s", "p") != []
    assert await log.checkpoint("s") == await store.checkpoint("s")
    await log.rebuild("s", 1, [], b"anew")
    assert await store.sheet("s", "p") == []
