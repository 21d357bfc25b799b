"""How the room goes along: offered, led or held, as chair and secretary say."""

import pytest

from service.model import Following, Role
from service.protocol import commands as c
from service.protocol.message import StreamName
from tests.support.running_service import RunningService
from tests.support.sitting import is_settled, page, sitting
from tests.support.values import stroke


@pytest.mark.parametrize("role", [Role.CHAIR, Role.SECRETARY])
async def test_who_steers_sets_the_mode_and_everybody_hears_it(
    service: RunningService, role: Role
) -> None:
    async with sitting(service) as room:
        steering, member = await room.tablet(role), await room.tablet(Role.MEMBER)
        await steering.sees(lambda: is_settled(steering))
        assert member.state.following is Following.FOLLOW
        for mode in (Following.SUGGEST, Following.HOLD, Following.FOLLOW, Following.HOLD):
            assert await steering.ask(c.SetFollowing, following=mode) is None
            await member.reaches(steering.state.seq)
            assert member.state.following is mode
        seq = steering.state.seq
        assert await steering.ask(c.SetFollowing, following=Following.HOLD) is None
        assert (await room.tablet(Role.SCREEN)).state.following is Following.HOLD
        assert steering.state.seq == seq


async def test_who_leads_does_not_set_the_mode_nor_do_the_others(service: RunningService) -> None:
    async with sitting(service) as room:
        presenter = await room.leading()
        others = [await room.tablet(role) for role in (Role.MEMBER, Role.OBSERVER, Role.SCREEN)]
        for tablet in (presenter, *others):
            refused = await tablet.ask(c.SetFollowing, following=Following.HOLD)
            assert refused == "not_allowed"
        assert presenter.state.following is Following.FOLLOW


async def test_while_tablets_are_held_members_write_for_all_on_the_meetings_page_alone(
    service: RunningService,
) -> None:
    async with sitting(service) as room:
        presenter, chair = await room.leading(), await room.tablet(Role.CHAIR)
        member = await room.tablet(Role.MEMBER)
        shared = {"stream": StreamName.MEETING}
        assert await presenter.ask(c.TurnPage, page=page(2)) is None
        assert await presenter.ask(c.AllowWriting, allowed=True) is None
        assert await member.ask(c.AddStroke, stroke=stroke("k-early", on=page(1)), **shared) is None
        assert await chair.ask(c.SetFollowing, following=Following.HOLD) is None

        elsewhere = stroke("k-elsewhere", on=page(1))
        assert await member.ask(c.AddStroke, stroke=elsewhere, **shared) == "held"
        assert await member.ask(c.AddStroke, stroke=stroke("k-here", on=page(2)), **shared) is None
        assert await member.ask(c.AddStroke, stream=StreamName.NOTES, stroke=elsewhere) is None
        for tablet in (presenter, chair):
            assert tablet.you is not None
            ink = stroke(f"k-{tablet.you.role}", on=page(3))
            assert await tablet.ask(c.AddStroke, stroke=ink, **shared) is None

        assert await presenter.ask(c.TurnPage, page=page(1)) is None
        assert await member.ask(c.AddStroke, stroke=elsewhere, **shared) is None
        assert await presenter.ask(c.TurnPage, page=page(2)) is None
        assert await chair.ask(c.SetFollowing, following=Following.SUGGEST) is None
        assert await member.ask(c.AddStroke, stroke=stroke("k-late", on=page(1)), **shared) is None
        await chair.sees(lambda: chair.state.inked == {"d1.1.1": 3, "d1.1.2": 1, "d1.1.3": 2})


async def test_the_mode_outlasts_the_lead_and_the_meetings_end(service: RunningService) -> None:
    async with sitting(service) as room:
        presenter = await room.leading()
        await room.steer(c.SetFollowing, following=Following.SUGGEST)
        assert await presenter.ask(c.LeaveLead) is None
        await room.steer(c.CloseMeeting)
        await room.steer(c.OpenMeeting)
        assert (await room.tablet(Role.MEMBER)).state.following is Following.SUGGEST
