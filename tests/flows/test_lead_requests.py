"""Asking for the lead, and a seat that leads with two tablets."""

from functools import partial

from service.model import Role
from service.protocol import commands as c
from tests.support.running_service import RunningService
from tests.support.sitting import is_settled, page, sitting
from tests.support.tablet import Tablet


async def test_requests_stand_in_order_until_each_is_answered(service: RunningService) -> None:
    async with sitting(service) as room:
        presenter = await room.leading()
        await presenter.sees(lambda: is_settled(presenter))
        names = ["김유성", "이광명", "박서준"]
        askers = [await room.tablet(Role.MEMBER, name) for name in names]
        for asker in askers:
            assert await asker.ask(c.RequestLead) is None
        seq = askers[-1].state.seq
        assert await askers[0].ask(c.RequestLead) is None
        await presenter.sees(lambda: waiting(presenter) == names)
        late = await room.tablet(Role.SCREEN)
        assert (late.state.seq, waiting(late)) == (seq, names)

        first, second, third = (seat_of(asker) for asker in askers)
        assert await presenter.ask(c.HandOver, seat_id=second) is None
        assert await askers[1].ask(c.DropRequest, seat_id=first) is None
        assert await presenter.ask(c.DropRequest, seat_id=third) == "not_allowed"
        assert await askers[2].ask(c.DropRequest, seat_id=third) is None
        await late.sees(lambda: waiting(late) == [])
        assert late.state.lead is not None
        assert late.state.lead.seat_id == second


async def test_who_leads_needs_not_ask_and_a_take_over_leaves_the_others_waiting(
    service: RunningService,
) -> None:
    async with sitting(service) as room:
        presenter, chair = await room.leading(), await room.tablet(Role.CHAIR)
        member = await room.tablet(Role.MEMBER, "김유성")
        await presenter.sees(lambda: is_settled(presenter))
        seq = presenter.state.seq
        assert await presenter.ask(c.RequestLead) is None
        assert await member.ask(c.RequestLead) is None
        await presenter.reaches(seq + 1)
        assert waiting(presenter) == ["김유성"]
        assert await chair.ask(c.RequestLead) is None
        assert await chair.ask(c.TakeLead) is None
        assert waiting(chair) == ["김유성"]
        assert await chair.ask(c.LeaveLead) is None
        await member.sees(lambda: member.state.lead is None)
        assert waiting(member) == ["김유성"]


async def test_nobody_asks_before_the_opening(service: RunningService) -> None:
    async with sitting(service, opened=False) as room:
        assert await (await room.tablet(Role.PRESENTER)).ask(c.RequestLead) == "not_open"


async def test_a_request_outlasts_the_tablet_it_came_from(service: RunningService) -> None:
    async with sitting(service) as room:
        presenter, seat = await room.leading(), await room.seat(Role.MEMBER, "김유성")
        member = await room.tablet_of(seat)
        assert await member.ask(c.RequestLead) is None
        await member.go()
        await presenter.sees(lambda: waiting(presenter) == ["김유성"])
        assert await presenter.ask(c.HandOver, seat_id=seat.seat_id) is None
        await member.come_in()
        assert await member.ask(c.TurnPage, page=page(3)) is None
        await presenter.sees_page(page(3))


async def test_both_tablets_of_a_seat_lead_and_the_lead_is_lost_with_the_last(
    service: RunningService,
) -> None:
    async with sitting(service) as room:
        seat, member = await room.seat(Role.PRESENTER), await room.tablet(Role.MEMBER)
        lectern, lap = await room.tablet_of(seat), await room.tablet_of(seat)
        assert await lectern.ask(c.TakeLead) is None
        for number, tablet in ((2, lap), (3, lectern), (1, lap)):
            assert await tablet.ask(c.TurnPage, page=page(number)) is None
            await member.sees_page(page(number))
        for tablet in (lectern, lap):
            await tablet.sees(partial(waits_for, tablet, 1))

        await lectern.go()
        assert await lap.ask(c.TurnPage, page=page(2)) is None
        await member.sees_page(page(2))
        # Told of a change that came after the going: had that been news, it would be in it.
        other = await room.tablet(Role.MEMBER)
        await member.sees(lambda: member.presence and member.presence.total == 3)
        assert member.presence is not None
        assert member.presence.lost_since is None
        await lap.go()
        for tablet in (member, other):
            await tablet.sees(partial(misses_the_leader, tablet))


def waits_for(tablet: Tablet, seats: int) -> bool:
    """Whether its receipts count so many seats."""
    return tablet.receipts is not None and tablet.receipts.of == seats


def misses_the_leader(tablet: Tablet) -> bool:
    """Whether it was told that the leading seat is lost."""
    return tablet.presence is not None and tablet.presence.lost_since is not None


def waiting(tablet: Tablet) -> list[str]:
    """The names of those who ask for the lead, as the tablet has them."""
    return [author.name for author in tablet.state.requests]


def seat_of(tablet: Tablet) -> str:
    """The seat the tablet was greeted as."""
    assert tablet.you is not None
    return tablet.you.seat_id
