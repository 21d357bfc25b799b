"""A presenter who is lost keeps the lead for a while; whoever may take it then, takes it."""

from service.errors import Code
from service.meeting.meeting import LEAD_WAITS_MS
from service.model import Role
from service.protocol import commands as c
from tests.service.meeting.rooms import Room, Seated
from tests.support.values import CHAIR, MEMBER, PRESENTER, actor, document

OTHER = actor("s-pre2", Role.PRESENTER)


async def led_room() -> tuple[Room, Seated]:
    """An open meeting that the presenter leads, and the presenter's tablet."""
    room = Room()
    await room.furnish(document())
    presenter = await room.come(PRESENTER)
    await room.must(PRESENTER, c.TakeLead)
    return room, presenter


async def test_the_lead_waits_fifteen_seconds_for_its_last_tablet() -> None:
    assert LEAD_WAITS_MS == 15_000
    room, presenter = await led_room()
    room.go(presenter)
    room.clock.advance(14_999)
    assert await room.refused(OTHER, c.TakeLead) == Code.ALREADY_LED
    room.clock.advance(1)
    assert await room.refused(MEMBER, c.TakeLead) == Code.NOT_ALLOWED
    assert await room.refused(OTHER, c.TakeLead) is None
    assert room.meeting.state.lead == OTHER.author


async def test_a_presenter_who_is_here_is_not_lost_however_long() -> None:
    room, _ = await led_room()
    room.clock.advance(100 * LEAD_WAITS_MS)
    assert await room.refused(OTHER, c.TakeLead) == Code.ALREADY_LED


async def test_another_tablet_of_the_seat_holds_the_lead() -> None:
    room, presenter = await led_room()
    second = await room.come(PRESENTER)
    room.go(presenter)
    room.clock.advance(LEAD_WAITS_MS)
    assert await room.refused(OTHER, c.TakeLead) == Code.ALREADY_LED
    room.go(second)
    room.clock.advance(LEAD_WAITS_MS)
    assert await room.refused(OTHER, c.TakeLead) is None


async def test_who_comes_back_in_time_keeps_it_and_is_waited_for_anew() -> None:
    room, presenter = await led_room()
    room.go(presenter)
    room.clock.advance(14_000)
    again = await room.come(PRESENTER)
    room.clock.advance(14_000)
    assert await room.refused(OTHER, c.TakeLead) == Code.ALREADY_LED
    room.go(again)
    room.clock.advance(14_000)
    assert await room.refused(OTHER, c.TakeLead) == Code.ALREADY_LED


async def test_the_chair_waits_for_nobody() -> None:
    room, presenter = await led_room()
    room.go(presenter)
    assert await room.refused(CHAIR, c.TakeLead) is None


async def test_a_seat_that_is_handed_the_lead_while_away_is_waited_for_from_then_on() -> None:
    room, presenter = await led_room()
    room.go(presenter)
    room.clock.advance(LEAD_WAITS_MS)
    await room.must(CHAIR, c.HandOver, seat_id=MEMBER.seat_id, target=MEMBER)
    room.clock.advance(14_999)
    assert await room.refused(OTHER, c.TakeLead) == Code.ALREADY_LED
    room.clock.advance(1)
    assert await room.refused(OTHER, c.TakeLead) is None


async def test_after_a_restart_the_lead_is_waited_for_from_its_beginning() -> None:
    room, _ = await led_room()
    again = Room(room.log)
    again.clock.advance(100 * LEAD_WAITS_MS)
    await again.meeting.load()
    again.clock.advance(14_999)
    assert await again.refused(OTHER, c.TakeLead) == Code.ALREADY_LED
    again.clock.advance(1)
    assert await again.refused(OTHER, c.TakeLead) is None
