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
        for tablet in (presenter, wall):
            await tablet.shows(page())
        await presenter.send(pointer)
        await wall.sees(lambda: any(passed.signal == pointer for passed in wall.signals))
        assert await presenter.ask(c.TurnPage, page=page(2)) is None
        assert presenter.state.seq == seq + 1
        assert presenter.signals == []


async def test_a_members_pointer_is_shown_to_nobody(service: RunningService) -> None:
    async with sitting(service) as room:
        presenter, member = await room.leading(), await room.tablet(Role.MEMBER)
        for tablet in (presenter, member):
            await tablet.shows(page())
        await member.send(PointerAt(page=page(), x=1, y=1))
        assert await member.ask(c.TurnPage, page=page()) == "not_leading"
        # The presenter's pointer is passed on later than the member's would have been.
        await presenter.send(PointerAt(page=page(), x=2, y=2))
        await member.sees(lambda: member.signals)
        assert presenter.signals == []


async def test_who_comes_to_the_page_later_sees_the_pointer_that_rests_there(
    service: RunningService,
) -> None:
    async with sitting(service) as room:
        presenter, member = await room.leading(), await room.tablet(Role.MEMBER)
        other = await room.tablet(Role.MEMBER)
        for tablet, number in ((presenter, 1), (other, 1), (member, 2)):
            await tablet.shows(page(number))
        await presenter.send(PointerAt(page=page(), x=5_000, y=7_000))
        await other.sees(lambda: other.signals)
        assert member.signals == []
        await member.shows(page())
        await member.sees(lambda: member.signals)
        assert member.signals == other.signals


async def test_the_presenter_hears_who_shows_the_page_and_who_is_behind(
    service: RunningService,
) -> None:
    async with sitting(service) as room:
        presenter = await room.leading()
        here, behind = [await room.tablet(Role.MEMBER, name) for name in ("김유성", "이광명")]
        assert await presenter.ask(c.TurnPage, page=page(2)) is None
        await here.shows(page(2))
        await behind.shows(page(3), following=False)
        await presenter.sees(lambda: presenter.receipts and presenter.receipts.reached == 1)
        await presenter.sees(
            lambda: (
                presenter.receipts and [one.page for one in presenter.receipts.behind] == [page(3)]
            )
        )
        assert presenter.receipts is not None
        assert (presenter.receipts.of, presenter.receipts.behind[0].name) == (2, "이광명")
        await here.go()
        await presenter.sees(
            lambda: (
                presenter.receipts
                and [one.away for one in presenter.receipts.behind] == [False, True]
            )
        )
        assert [here.receipts, behind.receipts] == [None, None]


async def test_everyone_hears_who_is_here(service: RunningService) -> None:
    async with sitting(service) as room:
        presenter = await room.leading("오정민 과장")
        member = await room.tablet(Role.MEMBER, "김유성")
        await presenter.sees(lambda: presenter.presence and presenter.presence.total == 2)
        assert presenter.presence is not None
        assert [seat.name for seat in presenter.presence.seats] == ["오정민 과장", "김유성"]
        await member.go()
        await presenter.sees(lambda: presenter.presence and presenter.presence.total == 1)
