"""One live meeting an id: who tells meetings of something reaches each from its loading on."""

import pytest

from service.errors import Unavailable
from service.meeting.meeting import Meeting
from service.meeting.registry import Registry
from service.protocol.orders import CreateMeeting
from storage.errors import StorageFull
from storage.memory import MemoryStore

CREATE = CreateMeeting(command_id="c", meeting_id="m1", title="회의", place="", starts_at=0)


async def test_a_meeting_that_is_catching_up_misses_no_news() -> None:
    told: list[bool] = []

    async def catch_up(meeting: Meeting) -> None:
        told.append(meeting in registry.live())

    registry = Registry(MemoryStore(), lambda: 1_000, catch_up)
    await registry.order("m1", CREATE)
    assert told == [True]
    assert list(registry.live()) == [await registry.meeting("m1")]


async def test_a_meeting_that_could_not_be_loaded_is_not_live() -> None:
    async def fail(meeting: Meeting) -> None:
        raise StorageFull("gone")

    registry = Registry(MemoryStore(), lambda: 1_000, fail)
    with pytest.raises(Unavailable):
        await registry.order("m1", CREATE)
    assert list(registry.live()) == []
