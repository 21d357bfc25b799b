"""The presenter turns a page, and everyone who follows is there."""

from service.model import Role
from service.protocol import commands as c
from service.protocol.signals import PointerAt
from tests.support.running_service import RunningService
from tests.support.sitting import is_settled, page, sitting


async def test_everyone_sees_the_page_and_who_leads(service: RunningService) -> None:
    async with sitting(service) as room:
        presenter = await room.leading("오정민 과장")
        roles = [Role.MEMBER, Role.OBSERVER, Role.SCREEN]
        others = [await room.tablet(role) for role in roles]
        for number in (2, 3, 1):
            assert await presenter.ask(c.TurnPage, page=page(number)) is None
            for tablet in others:
                await tablet.sees_page(page(number))
        for tablet in others:
            assert tablet.state == presenter.state
            assert tablet.state.lead is not None
            assert tablet.state.lead.name == "오정민 과장"


async def test_only_the_leader_turns_and_only_pages_there_are(service: RunningService) -> None:
    async with sitting(service) as room:
        presenter, member = await room.leading(), await room.tablet(Role.MEMBER)
        assert await member.ask(c.TurnPage, page=page(2)) == "not_leading"
        assert await presenter.ask(c.TurnPage, page=page(4)) == "no_such_page"
        assert presenter.state.page is None


async def test_the_pointer_reaches_the_others_and_leaves_no_trace(service: RunningService) -> None:
    async with sitting(service) as room:
        presenter, wall = await room.leading(), await room.tablet(Role.SCREEN)
        await presenter.sees(lambda: is_settled(presenter))
        seq = presenter.state.seq
        pointer = PointerAt(page=page(), x=5_000, y=7_000)
        await presenter.send(pointer)
        await wall.sees(lambda: any(passing.signal == pointer for passing in wall.signals))
        assert await presenter.ask(c.TurnPage, page=page(2)) is None
        assert presenter.state.seq == seq + 1
        assert presenter.signals == []


async def test_a_members_pointer_is_shown_to_nobody(service: RunningService) -> None:
    async with sitting(service) as room:
        presenter, member = await room.leading(), await room.tablet(Role.MEMBER)
        await member.send(PointerAt(page=page(), x=1, y=1))
        assert await member.ask(c.TurnPage, page=page()) == "not_leading"
        assert await presenter.ask(c.TurnPage, page=page()) is None
        assert presenter.signals == []


async def test_everyone_hears_who_is_here(service: RunningService) -> None:
    async with sitting(service) as room:
        presenter = await room.leading("오정민 과장")
        member = await room.tablet(Role.MEMBER, "김유성")
        await presenter.sees(lambda: presenter.presence and presenter.presence.total == 2)
        assert presenter.presence is not None
        assert [seat.name for seat in presenter.presence.seats] == ["오정민 과장", "김유성"]
        await member.go()
        await presenter.sees(lambda: presenter.presence and presenter.presence.total == 1)
