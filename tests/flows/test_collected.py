"""Each writes alone for the secretary: who reads it, whose names are told, what stays private."""

import pytest
from msgspec.structs import replace

from service.model import Role, Stroke, Tool
from service.protocol import commands as c
from service.protocol.message import StreamName
from tests.support.http_client import Answer, HttpClient
from tests.support.running_service import RunningService
from tests.support.sitting import Sitting, page, sitting
from tests.support.tablet import Tablet
from tests.support.values import stroke

PRIVATE = "나만 보는 말"


def words(stroke_id: str, text: str, number: int = 1, tool: Tool = Tool.NOTE) -> Stroke:
    """Words at one point of a page."""
    return replace(stroke(stroke_id, on=page(number)), tool=tool, points=(500, 500, 128), text=text)


async def writes(tablet: Tablet, ink: Stroke, stream: StreamName = StreamName.COLLECTED) -> None:
    """Have a tablet write in one of its own logs."""
    assert await tablet.ask(c.AddStroke, stream=stream, stroke=ink) is None


async def asked(room: Sitting, client: HttpClient, below: str = "", **query: str) -> Answer:
    """What the door answers."""
    path = f"/api/meetings/{room.meeting_id}/collected{below}"
    return await client.ask("GET", path, params=query)


async def test_the_secretary_reads_what_each_wrote_alone(service: RunningService) -> None:
    async with sitting(service) as room:
        first = await room.tablet(Role.MEMBER, "하나 과장")
        second = await room.tablet(Role.MEMBER, "두리 과장")
        await writes(first, words("k1", "예산을 늘려 주세요", 2))
        await writes(second, words("k2", "agree", 2, Tool.STAMP))
        await writes(second, stroke("k3", on=page(1)))
        told = (await asked(room, room.secretary)).body
        assert [row["number"] for row in told["writers"]] == [1, 2]
        one, two = (row["writer"] for row in told["writers"])
        pages = {row["page"]: (row["marks"], set(row["writers"])) for row in told["pages"]}
        assert pages == {1: (1, {two}), 2: (2, {one, two})}
        said = {(row["writer"], row["page"], row["text"]) for row in told["words"]}
        assert said == {(one, 2, "예산을 늘려 주세요"), (two, 2, "agree")}

        on_two = (await asked(room, room.secretary, "/d1/1/2")).body
        assert [(each["writer"], each["stroke"]["tool"]) for each in on_two["marks"]] == [
            (one, "note"),
            (two, "stamp"),
        ]


async def test_no_name_and_no_seat_is_told_before_names_are_asked_for(
    service: RunningService,
) -> None:
    async with sitting(service) as room:
        member = await room.seat(Role.MEMBER, "하나 과장")
        tablet = await room.tablet_of(member)
        await writes(tablet, words("k1", "이름 없이"))
        for below in ("", "/d1/1/1"):
            answer = await asked(room, room.secretary, below)
            assert answer.status == 200
            assert "하나" not in answer.data.decode()
            assert member.seat_id not in answer.data.decode()
        quiet = service.said().count("collected_names_read")
        named = (await asked(room, room.secretary, names="true")).body
        assert [row["name"] for row in named["writers"]] == ["하나 과장"]
        assert member.seat_id not in str(named)
        assert service.said().count("collected_names_read") == quiet + 1


async def test_only_a_secretary_of_this_meeting_comes_in(service: RunningService) -> None:
    async with sitting(service) as room, sitting(service, pages=0) as other:
        await writes(await room.tablet(Role.MEMBER), words("k1", "의견"))
        for role in Role:
            seat = await room.seat(role)
            allowed = role is Role.SECRETARY
            for below in ("", "/d1/1/1"):
                answer = await asked(room, seat, below)
                assert (answer.status == 200) is allowed, role
                assert answer.code == (None if allowed else "not_allowed")
        stranger = await other.seat(Role.SECRETARY)
        assert (await asked(room, stranger)).code == "no_such_meeting"
        assert (await asked(room, room.stranger())).code == "not_joined"


@pytest.mark.parametrize("forged", ["notes", "d1.1.1", "..%2Fnotes", "notes:m", "d1%00"])
async def test_no_address_leads_to_private_notes(service: RunningService, forged: str) -> None:
    async with sitting(service) as room:
        member = await room.seat(Role.MEMBER)
        tablet = await room.tablet_of(member)
        await writes(tablet, words("k1", PRIVATE), StreamName.NOTES)
        await writes(tablet, words("k2", "모아 주세요"))
        seen = [await asked(room, room.secretary), await asked(room, room.secretary, "/d1/1/1")]
        for query in ({"stream": "notes"}, {"names": "true", "stream": "notes"}):
            seen.append(await asked(room, room.secretary, **query))
        for at in (forged, f"{forged}:{room.meeting_id}:{member.seat_id}"):
            answer = await asked(room, room.secretary, f"/{at}/1/1")
            assert answer.status == 404
            seen.append(answer)
        assert [PRIVATE in answer.data.decode() for answer in seen] == [False] * len(seen)
        assert "모아 주세요" in seen[0].data.decode()


async def test_who_wrote_private_notes_alone_wrote_nothing_here(service: RunningService) -> None:
    async with sitting(service) as room:
        tablet = await room.tablet(Role.MEMBER)
        await writes(tablet, words("k1", PRIVATE), StreamName.NOTES)
        told = (await asked(room, room.secretary)).body
        assert (told["writers"], told["pages"], told["words"]) == ([], [], [])


async def test_what_has_not_changed_is_not_told_again(service: RunningService) -> None:
    async with sitting(service) as room:
        tablet = await room.tablet(Role.MEMBER)
        await writes(tablet, words("k1", "하나"))
        tag = (await asked(room, room.secretary)).body["tag"]
        same = await asked(room, room.secretary, known=tag)
        assert (same.status, same.data) == (204, b"")
        assert (await asked(room, room.secretary, known=tag, names="true")).status == 200
        await writes(tablet, words("k2", "둘"))
        changed = await asked(room, room.secretary, known=tag)
        assert [row["text"] for row in changed.body["words"]] == ["하나", "둘"]


async def test_what_was_taken_back_is_gone_and_what_a_gone_tablet_wrote_stays(
    service: RunningService,
) -> None:
    async with sitting(service) as room:
        tablet = await room.tablet(Role.MEMBER)
        for name in ("k1", "k2"):
            await writes(tablet, words(name, name))
        gone = {"page": page(), "stroke_ids": ("k1",)}
        assert await tablet.ask(c.EraseStrokes, stream=StreamName.COLLECTED, **gone) is None
        await tablet.go()
        told = (await asked(room, room.secretary)).body
        assert [row["text"] for row in told["words"]] == ["k2"]
        assert [row["marks"] for row in told["pages"]] == [1]


async def test_pages_that_left_the_packet_are_not_told(service: RunningService) -> None:
    async with sitting(service) as room:
        await writes(await room.tablet(Role.MEMBER), words("k1", "의견"))
        await room.steer(c.RemoveDocument, document_id="d1")
        told = (await asked(room, room.secretary)).body
        assert (told["pages"], told["words"]) == ([], [])
        assert (await asked(room, room.secretary, "/d1/1/1")).code == "no_such_page"
