"""Items kept back: what is not for somebody's eyes reaches them by no door and in no frame."""

from collections.abc import Sequence
from functools import partial

import pytest
from msgspec.structs import replace

from service.model import Item, PageRef, Role
from service.protocol import commands as c
from service.protocol.message import StreamName
from service.protocol.signals import StrokeProgress
from service.protocol.state import Snapshot
from tests.support import values
from tests.support.http_client import Answer, HttpClient
from tests.support.korean_paper import korean_paper
from tests.support.running_service import RunningService
from tests.support.sitting import Sitting, page, sitting
from tests.support.tablet import Tablet
from tests.support.values import stroke

TITLE = "인사위원회 심의"
KEPT_BACK = "d2"
SECRET = values.page(1, KEPT_BACK)
PAPER = [["명예퇴직 심사"], ["둘째 쪽"]]

SEES = {Role.SECRETARY, Role.CHAIR, Role.PRESENTER}
GUESTS = {Role.OBSERVER, Role.SCREEN}


@pytest.mark.parametrize("role", Role)
async def test_no_door_shows_an_embargoed_page_before_its_item_is_opened(
    service: RunningService, role: Role
) -> None:
    async with sitting(service) as room:
        await keep_back(room, embargoed=True)
        seat = await room.seat(role)
        for answer in await doors(room, seat):
            assert (answer.status == 200) is (role in SEES), answer
            assert answer.code in {None, "no_such_page", "no_such_document"}
        assert await searched(room, seat) == (6 if role in SEES else 4)
        await room.steer(c.OpenItem, item_id="i2")
        assert {answer.status for answer in await doors(room, seat)} == {200}
        assert await searched(room, seat) == 6


@pytest.mark.parametrize("role", Role)
async def test_no_door_ever_shows_a_closed_page_to_guests(
    service: RunningService, role: Role
) -> None:
    async with sitting(service) as room:
        await keep_back(room, embargoed=True, closed=True)
        seat = await room.seat(role)
        await room.steer(c.OpenItem, item_id="i2")
        statuses = {answer.status for answer in await doors(room, seat)}
        assert statuses == ({404} if role in GUESTS else {200})
        assert await searched(room, seat) == (4 if role in GUESTS else 6)


async def test_page_numbers_stay_and_opening_is_a_fresh_start_for_the_room_alone(
    service: RunningService,
) -> None:
    async with sitting(service) as room:
        await keep_back(room, embargoed=True)
        chair, member = await room.tablet(Role.CHAIR), await room.tablet(Role.MEMBER)
        wall = await room.tablet(Role.SCREEN)
        for tablet in (member, wall):
            assert [each.document_id for each in tablet.state.documents] == ["d1", "d3"]
            assert tablet.state.veils == {"i2": 2}
            assert [item.title for item in tablet.state.items] == ["예산", TITLE, "안건"]
            assert counted(tablet.state) == counted(chair.state) == [3, 2, 1]
        assert chair.state.veils == {}

        for tablet in (chair, member, wall):
            tablet.greetings.clear()
        assert await chair.ask(c.OpenItem, item_id="i2") is None
        for tablet in (member, wall):
            await tablet.sees(partial(same, tablet, chair))
            assert tablet.greetings == ["Welcome"]
            assert counted(tablet.state) == [3, 2, 1]
        assert chair.greetings == []


async def test_a_turn_into_an_embargoed_item_tells_the_room_only_where_the_meeting_is(
    service: RunningService,
) -> None:
    async with sitting(service) as room:
        await keep_back(room, embargoed=True)
        presenter, chair = await room.leading(), await room.tablet(Role.CHAIR)
        others = [await room.tablet(role) for role in (Role.MEMBER, Role.OBSERVER, Role.SCREEN)]
        assert await presenter.ask(c.TurnPage, page=SECRET) is None
        ink = {"stream": StreamName.MEETING, "stroke": stroke("k-secret", on=SECRET)}
        assert await presenter.ask(c.AddStroke, **ink) is None
        await chair.sees(lambda: chair.state.inked == {"d2.1.1": 1})
        for tablet in others:
            await tablet.reaches(chair.state.seq)
            assert (tablet.state.page, tablet.state.veiled) == (None, "i2")
            assert tablet.state.inked == {}
            untold(tablet)
        assert await presenter.ask(c.TurnPage, page=page(2)) is None
        for tablet in others:
            await tablet.sees_page(page(2))
            assert tablet.state.veiled is None
        assert await presenter.ask(c.TurnPage, page=SECRET) is None

        assert await presenter.ask(c.OpenItem, item_id="i2") is None
        for tablet in others:
            await tablet.sees_page(SECRET)
            assert [mark.stroke for mark in await tablet.open_ink(SECRET)] == [ink["stroke"]]
            assert tablet.state == presenter.state


async def test_who_was_away_meanwhile_hears_no_more(service: RunningService) -> None:
    async with sitting(service) as room:
        await keep_back(room, embargoed=True)
        presenter, member = await room.leading(), await room.tablet(Role.MEMBER)
        await member.go()
        assert await presenter.ask(c.TurnPage, page=SECRET) is None
        shared = stroke("k-secret", on=SECRET)
        assert await presenter.ask(c.AddStroke, stream=StreamName.MEETING, stroke=shared) is None
        await member.come_in()
        assert (member.state.page, member.state.veiled) == (None, "i2")
        untold(member)
        await member.go()
        assert await presenter.ask(c.OpenItem, item_id="i2") is None
        await member.come_in()
        assert member.state == presenter.state


async def test_ink_of_a_page_kept_back_is_neither_read_nor_drawn_nor_seen_on_its_way(
    service: RunningService,
) -> None:
    async with sitting(service) as room:
        await keep_back(room, embargoed=True)
        presenter, chair = await room.leading(), await room.tablet(Role.CHAIR)
        assert await presenter.ask(c.AllowWriting, allowed=True) is None
        member, wall = await room.tablet(Role.MEMBER), await room.tablet(Role.SCREEN)
        whole = stroke("k-secret", on=SECRET)
        assert await presenter.ask(c.AddStroke, stream=StreamName.MEETING, stroke=whole) is None
        assert len(await chair.open_ink(SECRET)) == 1
        for tablet in (member, wall, chair):
            await tablet.shows(SECRET)
        for tablet in (member, wall):
            assert tablet.marks(SECRET) == []
        for stream in StreamName:
            drawn = {"stream": stream, "stroke": stroke("k-mine", on=SECRET)}
            assert await member.ask(c.AddStroke, **drawn) == "no_such_page"
        erased = {"stream": StreamName.MEETING, "page": SECRET, "stroke_ids": ("k-secret",)}
        assert await member.ask(c.EraseStrokes, **erased) == "no_such_page"
        assert len(chair.marks(SECRET)) == 1

        await presenter.send(on_its_way("k-hidden", SECRET))
        # The chair came to the page last, so the same round told the others before.
        await chair.sees(lambda: chair.signals)
        for tablet in (member, wall):
            await tablet.shows(page())
        await presenter.send(on_its_way("k-open", page()))
        for tablet in (member, wall):
            await tablet.sees(partial(bool, tablet.signals))
            assert [passed.signal for passed in tablet.signals] == [on_its_way("k-open", page())]


async def test_a_closed_item_has_no_title_for_guests_and_one_for_members(
    service: RunningService,
) -> None:
    async with sitting(service) as room:
        await keep_back(room, closed=True)
        presenter, member = await room.leading(), await room.tablet(Role.MEMBER)
        guests = [await room.tablet(role) for role in (Role.OBSERVER, Role.SCREEN)]
        assert await presenter.ask(c.TurnPage, page=SECRET) is None
        await member.sees_page(SECRET)
        assert member.state == presenter.state
        renamed = replace(
            kept_back(closed=True), title=f"{TITLE} 2", department="총무과", reporter="박인사"
        )
        await room.steer(c.EditItem, item=renamed)
        await member.sees(lambda: member.state.items[1] == renamed)
        for tablet in guests:
            await tablet.reaches(member.state.seq)
            assert tablet.state.veiled == "i2"
            assert counted(tablet.state) == counted(member.state)
            for word in (TITLE, "총무과", "박인사"):
                assert not any(word in text for text in tablet.heard)
            untold(tablet)


async def test_an_item_embargoed_again_goes_away_from_the_room(service: RunningService) -> None:
    async with sitting(service) as room:
        await keep_back(room)
        presenter, member = await room.leading(), await room.tablet(Role.MEMBER)
        assert await presenter.ask(c.TurnPage, page=SECRET) is None
        await member.sees_page(SECRET)
        await room.steer(c.EditItem, item=kept_back(embargoed=True))
        await member.sees(lambda: member.state.veiled == "i2")
        assert [each.document_id for each in member.state.documents] == ["d1", "d3"]
        assert await member.open_ink(SECRET) == []
        await presenter.sees(lambda: presenter.state.items[1].embargoed)
        assert presenter.state.page == SECRET


def kept_back(*, embargoed: bool = False, closed: bool = False) -> Item:
    """Item i2."""
    return Item(
        item_id="i2",
        title=TITLE,
        department="",
        reporter="",
        minutes=0,
        embargoed=embargoed,
        closed=closed,
    )


async def keep_back(room: Sitting, *, embargoed: bool = False, closed: bool = False) -> None:
    """Between i1 with three pages and i3 with one: i2 with two, drawn and read."""
    await room.steer(c.AddItem, item=kept_back(embargoed=embargoed, closed=closed), index=1)
    await room.add_item("i3")
    for document_id, item_id, paper in (("d2", "i2", PAPER), ("d3", "i3", [["부록"]])):
        put = room.secretary.upload
        answer = await put(room.meeting_id, document_id, korean_paper(paper), item_id=item_id)
        assert answer.status == 201, answer.body
    desk = await room.tablet_of(room.secretary)
    await desk.sees(lambda: all(each.scanned is not None for each in desk.state.progress.values()))
    await desk.go()


async def doors(room: Sitting, seat: HttpClient) -> Sequence[Answer]:
    """What a seat gets at each door to the page kept back."""
    meeting = f"/api/meetings/{room.meeting_id}"
    below = ("tablet", "thumb", "tiles/2/0/0", "text", "hits?q=a")
    paths = [f"{meeting}/pages/{KEPT_BACK}/1/1/{what}" for what in below]
    paths.append(f"{meeting}/documents/{KEPT_BACK}/1/contents")
    return [await seat.ask("GET", path) for path in paths]


async def searched(room: Sitting, seat: HttpClient) -> int:
    """Pages a search of this seat goes through; the one kept back is found when it is one."""
    found = await seat.get(f"/api/meetings/{room.meeting_id}/search?q=명예퇴직")
    assert found["hits"] == (1 if found["of"] > 4 else 0)
    number = found["of"]
    assert isinstance(number, int)
    return number


def same(tablet: Tablet, other: Tablet) -> bool:
    """Whether both tablets stand at the same."""
    return tablet.state == other.state


def counted(state: Snapshot) -> list[int]:
    """Pages under each item, seen or not: what page numbers through the packet are made of."""
    return [
        state.veils.get(item.item_id, 0)
        + sum(len(each.sizes) for each in state.documents if each.item_id == item.item_id)
        for item in state.items
    ]


def untold(tablet: Tablet) -> None:
    """Nothing it has ever heard names the document kept back, or a stroke on it."""
    for text in tablet.heard:
        assert f'"{KEPT_BACK}"' not in text
        assert "k-secret" not in text


def on_its_way(stroke_id: str, on: PageRef) -> StrokeProgress:
    """The beginning of a stroke."""
    whole = stroke(stroke_id, on=on)
    return StrokeProgress(
        stroke_id=stroke_id,
        page=on,
        tool=whole.tool,
        colour=whole.colour,
        width=whole.width,
        start=0,
        points=whole.points[:3],
    )
