"""The packet is given out and taken back: every door opens and closes with it at once."""

from collections.abc import Sequence

import pytest

from service.model import Item, Mark, Role
from service.protocol import commands as c
from service.protocol.message import StreamName
from tests.support.http_client import Answer, HttpClient
from tests.support.korean_paper import korean_paper
from tests.support.running_service import RunningService
from tests.support.sitting import Sitting, page, sitting
from tests.support.tablet import Tablet
from tests.support.values import stroke

PAPER = [["예산안 총칙"], ["둘째 쪽"]]
READERS = (Role.MEMBER, Role.OBSERVER, Role.SCREEN)
STEERING = (Role.SECRETARY, Role.CHAIR, Role.PRESENTER)


@pytest.mark.parametrize("role", READERS)
async def test_a_published_packet_is_read_before_the_opening_and_not_after_its_recall(
    service: RunningService, role: Role
) -> None:
    async with sitting(service, pages=0, opened=False) as room:
        await upload(room, "d1", "i1")
        seat = await room.seat(role)
        assert statuses(await doors(room, seat)) == {403}
        await room.steer(c.PublishPacket)
        assert statuses(await doors(room, seat)) == {200}
        await room.steer(c.RecallPacket)
        answers = await doors(room, seat)
        assert statuses(answers) == {403}
        assert {answer.code for answer in answers} == {"not_open"}


async def test_a_recall_holds_in_an_open_and_in_a_closed_meeting_until_it_is_given_out_again(
    service: RunningService,
) -> None:
    async with sitting(service, pages=0) as room:
        await upload(room, "d1", "i1")
        member = await room.seat(Role.MEMBER)
        assert statuses(await doors(room, member)) == {200}
        await room.steer(c.RecallPacket)
        assert statuses(await doors(room, member)) == {403}
        for role in STEERING:
            assert statuses(await doors(room, await room.seat(role))) == {200}
        await room.steer(c.CloseMeeting)
        assert statuses(await doors(room, member)) == {403}
        await room.steer(c.PublishPacket)
        assert statuses(await doors(room, member)) == {200}


async def test_shared_ink_is_told_with_the_packet_and_own_notes_always(
    service: RunningService,
) -> None:
    async with sitting(service, opened=False) as room:
        await room.steer(c.PublishPacket)
        member = await room.tablet(Role.MEMBER)
        note = stroke("note", page())
        assert await member.ask(c.AddStroke, stream=StreamName.NOTES, stroke=note) is None
        await room.steer(c.OpenMeeting)
        leader = await room.leading()
        shared = stroke("shared", page())
        assert await leader.ask(c.AddStroke, stream=StreamName.MEETING, stroke=shared) is None
        assert ids(await (await again(room, member)).open_ink(page())) == ["shared"]

        await room.steer(c.RecallPacket)
        reader = await again(room, member)
        assert ids(await reader.open_ink(page())) == []
        assert ids(await reader.open_ink(page(), StreamName.NOTES)) == ["note"]


@pytest.mark.parametrize(
    ("how", "opened"),
    [
        ({"closed": True}, True),
        ({"no_store": True}, True),
        ({"embargoed": True}, False),
    ],
)
async def test_what_no_device_may_keep_says_so_at_every_door(
    service: RunningService, how: dict[str, bool], opened: bool
) -> None:
    async with sitting(service, pages=0) as room:
        item = Item(item_id="i2", title="인사", department="", reporter="", minutes=0, **how)
        await room.steer(c.AddItem, item=item, index=10)
        await upload(room, "d1", "i2")
        seat = await room.seat(Role.MEMBER if opened else Role.CHAIR)
        for answer in await doors(room, seat):
            assert (answer.status, answer.headers["cache-control"]) == (200, "no-store")


async def test_an_item_that_was_kept_back_may_be_kept_once_it_is_opened(
    service: RunningService,
) -> None:
    async with sitting(service, pages=0) as room:
        item = Item(
            item_id="i2", title="인사", department="", reporter="", minutes=0, embargoed=True
        )
        await room.steer(c.AddItem, item=item, index=10)
        await upload(room, "d1", "i2")
        await room.steer(c.OpenItem, item_id="i2")
        image = (await doors(room, await room.seat(Role.MEMBER)))[0]
        assert image.headers["cache-control"].startswith("private, max-age=31536000")


async def again(room: Sitting, tablet: Tablet) -> Tablet:
    """Another tablet of the same seat, with nothing folded yet."""
    return await room.tablet_of(room.stranger(tablet.token))


async def upload(room: Sitting, document_id: str, item_id: str) -> None:
    """Have the secretary upload a paper with words in it."""
    data = korean_paper(PAPER)
    answer = await room.secretary.upload(room.meeting_id, document_id, data, item_id=item_id)
    assert answer.status == 201, answer.body


async def doors(room: Sitting, seat: HttpClient) -> Sequence[Answer]:
    """Everything that shows something of a page, tried once."""
    meeting = f"/api/meetings/{room.meeting_id}"
    whats = ("tablet", "thumb", "tiles/2/0/0", "text", "hits?q=a")
    paths = [f"{meeting}/pages/d1/1/1/{what}" for what in whats]
    paths += [f"{meeting}/documents/d1/1/contents", f"{meeting}/search?q=a"]
    return [await seat.ask("GET", path) for path in paths]


def statuses(answers: Sequence[Answer]) -> set[int]:
    """The statuses there are among the answers."""
    return {answer.status for answer in answers}


def ids(marks: Sequence[Mark]) -> list[str]:
    """The strokes' names in their order."""
    return [mark.stroke.stroke_id for mark in marks]
