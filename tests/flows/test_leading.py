"""The lead: one at a time, handed over in one step, taken over by those who steer."""

import pytest

from service.model import Role
from service.protocol import commands as c
from tests.support.running_service import RunningService
from tests.support.sitting import page, sitting


async def test_a_second_presenter_is_refused_until_the_first_lets_go(
    service: RunningService,
) -> None:
    async with sitting(service) as room:
        first, second = await room.leading("첫째"), await room.tablet(Role.PRESENTER, "둘째")
        assert await second.ask(c.TakeLead) == "already_led"
        assert await first.ask(c.LeaveLead) is None
        assert await second.ask(c.TakeLead) is None
        await first.sees(lambda: first.state.lead and first.state.lead.name == "둘째")


async def test_the_lead_goes_to_a_member_in_one_step(service: RunningService) -> None:
    async with sitting(service) as room:
        presenter = await room.leading()
        seat = await room.seat(Role.MEMBER, "김유성")
        member = await room.tablet_of(seat)
        assert await presenter.ask(c.HandOver, seat_id=seat.seat_id) is None
        assert await member.ask(c.TurnPage, page=page(3)) is None
        assert await presenter.ask(c.TurnPage, page=page(2)) == "not_leading"
        assert member.state.page == page(3)


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.SCREEN])
async def test_who_only_watches_cannot_be_given_the_lead(
    service: RunningService, role: Role
) -> None:
    async with sitting(service) as room:
        presenter, watching = await room.leading(), await room.seat(role)
        assert await presenter.ask(c.HandOver, seat_id=watching.seat_id) == "not_allowed"


async def test_a_seat_of_another_meeting_cannot_be_given_the_lead(service: RunningService) -> None:
    async with sitting(service) as room, sitting(service, pages=0) as other:
        presenter, stranger = await room.leading(), await other.seat(Role.MEMBER)
        assert await presenter.ask(c.HandOver, seat_id=stranger.seat_id) == "no_such_seat"
        assert await presenter.ask(c.HandOver, seat_id="nobody") == "no_such_seat"


@pytest.mark.parametrize("role", [Role.CHAIR, Role.SECRETARY])
async def test_who_steers_takes_over_at_any_time(service: RunningService, role: Role) -> None:
    async with sitting(service) as room:
        presenter, steering = await room.leading(), await room.tablet(role)
        assert await steering.ask(c.TakeLead) is None
        await presenter.sees(lambda: presenter.state.lead == steering.state.lead)
        assert await presenter.ask(c.TurnPage, page=page(2)) == "not_leading"
        assert await steering.ask(c.TurnPage, page=page(2)) is None


@pytest.mark.parametrize("role", [Role.MEMBER, Role.OBSERVER, Role.SCREEN])
async def test_the_others_cannot_take_the_lead(service: RunningService, role: Role) -> None:
    async with sitting(service) as room:
        tablet = await room.tablet(role)
        assert await tablet.ask(c.TakeLead) == "not_allowed"


async def test_nobody_leads_before_the_opening_or_after_the_end(service: RunningService) -> None:
    async with sitting(service, opened=False) as room:
        presenter = await room.tablet(Role.PRESENTER)
        assert await presenter.ask(c.TakeLead) == "not_open"
        await room.steer(c.OpenMeeting)
        assert await presenter.ask(c.TakeLead) is None
        await room.steer(c.CloseMeeting)
        await presenter.sees(lambda: presenter.state.lead is None)
        assert await presenter.ask(c.TakeLead) == "not_open"


async def test_who_asks_for_the_lead_is_seen_and_gets_it_in_one_step(
    service: RunningService,
) -> None:
    async with sitting(service) as room:
        presenter, wall = await room.leading(), await room.tablet(Role.SCREEN)
        member = await room.tablet(Role.MEMBER, "김유성")
        assert await member.ask(c.RequestLead) is None
        await presenter.sees(lambda: [seat.name for seat in presenter.state.requests] == ["김유성"])
        asker = presenter.state.requests[0].seat_id
        assert await presenter.ask(c.HandOver, seat_id=asker) is None
        assert presenter.state.requests == ()
        assert await member.ask(c.TurnPage, page=page(2)) is None
        await wall.sees_page(page(2))
        assert wall.state == presenter.state


async def test_a_request_is_declined_taken_back_and_cleared_at_the_end(
    service: RunningService,
) -> None:
    async with sitting(service) as room:
        presenter, chair = await room.leading(), await room.tablet(Role.CHAIR)
        member, other = await room.tablet(Role.MEMBER), await room.tablet(Role.MEMBER)
        assert member.you is not None
        seat_id = member.you.seat_id
        for dropping in (presenter, chair, member):
            assert await member.ask(c.RequestLead) is None
            assert await other.ask(c.DropRequest, seat_id=seat_id) is not None
            assert await dropping.ask(c.DropRequest, seat_id=seat_id) is None
            await other.sees(lambda: other.state.requests == ())
        assert await member.ask(c.RequestLead) is None
        await room.steer(c.CloseMeeting)
        await member.sees(lambda: member.state.requests == ())


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.SCREEN])
async def test_who_only_watches_cannot_ask_for_the_lead(
    service: RunningService, role: Role
) -> None:
    async with sitting(service) as room:
        assert await (await room.tablet(role)).ask(c.RequestLead) == "not_allowed"


async def test_the_lead_waits_for_a_presenter_who_is_lost(service: RunningService) -> None:
    async with sitting(service) as room:
        presenter, second = await room.leading(), await room.tablet(Role.PRESENTER, "둘째")
        chair = await room.tablet(Role.CHAIR)
        await second.sees(lambda: second.presence and second.presence.lost_since is None)
        await presenter.go()
        await second.sees(lambda: second.presence and second.presence.lost_since is not None)
        assert await second.ask(c.TakeLead) == "already_led"
        await presenter.come_in()
        await second.sees(lambda: second.presence and second.presence.lost_since is None)
        assert await presenter.ask(c.TurnPage, page=page(2)) is None
        await presenter.go()
        assert await chair.ask(c.TakeLead) is None
