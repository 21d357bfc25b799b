"""The packet is searched while it is read; hits lie on the ink; nobody sees more than pages."""

import asyncio
import io
from typing import Any
from urllib.parse import quote

import pytest
from PIL import Image

from service.model import Role
from service.protocol import commands as c
from tests.support import pdfs
from tests.support.http_client import Answer, HttpClient
from tests.support.korean_paper import cut_out, korean_paper, turned
from tests.support.running_service import RunningService
from tests.support.sitting import Sitting, sitting

SECONDS = 60.0
"""Until a paper of a few dozen pages is drawn and read on a busy machine."""


async def test_a_packet_is_searched_while_it_is_read_and_found_whole_after(
    service: RunningService,
) -> None:
    pages = [[f"{number}쪽 세출예산안을 심의", "주민 설명회의 결과"] for number in range(1, 41)]
    async with sitting(service, pages=0) as room:
        member = await room.seat(Role.MEMBER)
        assert await once(room, member, "예산") == {
            **{"read": 0, "of": 0, "unlettered": 0, "hits": 0},
            **{"documents": [], "pages": [], "more": False},
        }
        await upload(room, "d1", korean_paper(pages))
        early = await once(room, member, "예산")
        assert early["read"] <= early["of"] == 40
        assert early["hits"] == early["read"]
        found = await whole(room, member, "예산")
        assert (found["read"], found["hits"], found["unlettered"]) == (40, 40, 0)
        assert found["documents"] == [{"document_id": "d1", "version": 1, "hits": 40}]
        assert [row["page"] for row in found["pages"]] == list(range(1, 41))
        row = found["pages"][2]
        assert (row["before"], row["match"], row["after"]) == (
            *("3쪽 세출", "예산", "안을 심의 주민 설명회의 결과"),
        )


async def test_spaces_particles_and_half_syllables_are_forgiven(service: RunningService) -> None:
    lines = ["세출예산안을 심의", "주민 설명회의 결과", "총 1,234,567천원", "사업비를 절감"]
    async with sitting(service, pages=0) as room:
        await upload(room, "d1", korean_paper([lines]))
        await whole(room, room.secretary, "")
        for typed in (
            "세출 예산 안",
            "예산안이 심의",
            "주민설명회",
            "설명회를",
            "1234567",
            "사업비",
        ):
            assert (await once(room, room.secretary, typed))["hits"] == 1, typed
        for typed in ("예산서", "설명히", "234568", "예산ㅇ", "사어"):
            assert (await once(room, room.secretary, typed))["hits"] == 0, typed
        for typed in ("예사", "예산ㅇ", "사어", "사업ㅂ"):
            assert (await once(room, room.secretary, typed, typing=True))["hits"] == 1, typed


async def test_hits_are_counted_by_document_in_agenda_order(service: RunningService) -> None:
    async with sitting(service, pages=0) as room:
        await room.add_item("i2", "조례")
        await upload(room, "d2", korean_paper([["조례 개정"], ["예산 조례"]]), "i2")
        await upload(room, "d1", korean_paper([["예산 예산"], ["결산"]]), "i1")
        await upload(room, "d3", pdfs.good(2, seed=7), "i2")
        found = await whole(room, room.secretary, "예산")
        assert [(row["document_id"], row["hits"]) for row in found["documents"]] == [
            *(("d1", 2), ("d2", 1)),
        ]
        assert [(row["document_id"], row["page"]) for row in found["pages"]] == [
            *(("d1", 1), ("d2", 2)),
        ]
        assert found["unlettered"] == 2
        await room.steer(c.RemoveDocument, document_id="d1")
        gone = await once(room, room.secretary, "예산")
        assert (gone["of"], gone["hits"]) == (4, 1)


@pytest.mark.parametrize("how", ["plain", "cut", "turned"])
async def test_a_hit_lies_on_the_ink_of_its_word(service: RunningService, how: str) -> None:
    paper = korean_paper([["가나다라", ("세출", "예산", "안을"), "바사아자"]])
    paper = {"cut": cut_out(paper, 40, 30), "turned": turned(paper, 90)}.get(how, paper)
    async with sitting(service, pages=0) as room:
        await upload(room, "d1", paper)
        path = page_path(room, f"hits?q={quote('예산')}")
        boxes = (await room.secretary.get(path))["boxes"]
        assert len(boxes) == 1
        drawn = await room.secretary.page(room.meeting_id, "d1")
        ink = red_ink(drawn.data)
        left, top, right, bottom = boxes[0]
        assert left - 20 <= ink[0] < ink[2] <= right + 20
        assert top - 20 <= ink[1] < ink[3] <= bottom + 20
        if how != "turned":  # there a word's box is taken whole
            assert right - left < 1.25 * (ink[2] - ink[0])
            assert bottom - top < 2 * (ink[3] - ink[1])


async def test_text_outline_and_labels_come_and_may_be_kept(service: RunningService) -> None:
    paper = korean_paper([["총칙과 목적", "예산안"], ["부칙"]], chapter="제1장 총칙", label="A-")
    async with sitting(service, pages=0) as room:
        await upload(room, "d1", paper)
        member = await room.seat(Role.MEMBER)
        text = await member.ask("GET", page_path(room, "text"))
        assert text.body["text"].split() == ["총칙과", "목적", "예산안"]
        assert len(text.body["boxes"]) == 3
        assert {len(box) for box in text.body["boxes"]} == {4}
        assert (text.body["page"], text.body["scanned"], text.body["links"]) == (1, False, [])
        contents_path = f"/api/meetings/{room.meeting_id}/documents/d1/1/contents"
        contents = await member.ask("GET", contents_path)
        assert contents.body == {
            "outline": [{"level": 1, "title": "제1장 총칙", "page": 1}],
            "labels": ["A-1", "A-2"],
            "carries": [],
        }
        for answer, path in ((text, page_path(room, "text")), (contents, contents_path)):
            assert answer.headers["cache-control"].startswith("private, max-age=31536000")
            tag = {"If-None-Match": answer.headers["etag"]}
            again = await member.ask("GET", path, headers=tag)
            assert (again.status, again.data) == (304, b"")


async def test_only_who_may_see_pages_searches_and_reads(service: RunningService) -> None:
    async with sitting(service, pages=0, opened=False) as room:
        await upload(room, "d1", korean_paper([["예산안"]]))
        for role in Role:
            prepares = role in (Role.SECRETARY, Role.CHAIR, Role.PRESENTER)
            for answer in await doors(room, await room.seat(role)):
                assert answer.status == (200 if prepares else 403)
                assert answer.code == (None if prepares else "not_open")
        member = await room.seat(Role.MEMBER)
        await room.steer(c.OpenMeeting)
        assert {answer.status for answer in await doors(room, member)} == {200}
        async with sitting(service, pages=0) as other:
            stranger = await other.seat(Role.SECRETARY)
            for answer in await doors(room, stranger):
                assert (answer.status, answer.code) == (404, "no_such_meeting")
            assert (await once(other, stranger, "예산안"))["hits"] == 0


@pytest.mark.parametrize("where", ["d1/2/1", "d1/1/2", "d1/1/0", "d9/1/1"])
async def test_another_version_or_page_is_not_there(service: RunningService, where: str) -> None:
    async with sitting(service, pages=1) as room:
        for what in ("text", "hits?q=a"):
            path = f"/api/meetings/{room.meeting_id}/pages/{where}/{what}"
            answer = await room.secretary.ask("GET", path)
            assert (answer.status, answer.code) == (404, "no_such_page")
        path = f"/api/meetings/{room.meeting_id}/documents/d1/2/contents"
        assert (await room.secretary.ask("GET", path)).code == "no_such_document"


async def upload(room: Sitting, document_id: str, paper: bytes, item_id: str = "i1") -> None:
    """Have the secretary upload a paper."""
    answer = await room.secretary.upload(room.meeting_id, document_id, paper, item_id=item_id)
    assert answer.status == 201, answer.body


async def once(room: Sitting, seat: HttpClient, typed: str, *, typing: bool = False) -> Any:
    """One answer, however far the texts are read."""
    query = f"q={quote(typed)}&typing={'true' if typing else 'false'}"
    return await seat.get(f"/api/meetings/{room.meeting_id}/search?{query}")


async def whole(room: Sitting, seat: HttpClient, typed: str) -> Any:
    """The answer once every page was read."""
    async with asyncio.timeout(SECONDS):
        found = await once(room, seat, typed)
        while found["read"] < found["of"]:
            found = await once(room, seat, typed)
    return found


async def doors(room: Sitting, seat: HttpClient) -> list[Answer]:
    """What a seat gets at each door that tells what papers say."""
    meeting = f"/api/meetings/{room.meeting_id}"
    return [
        await seat.ask("GET", path)
        for path in (
            f"{meeting}/search?q=a",
            page_path(room, "hits?q=a"),
            page_path(room, "text"),
            f"{meeting}/documents/d1/1/contents",
        )
    ]


def page_path(room: Sitting, what: str) -> str:
    """An address below the first page of d1."""
    return f"/api/meetings/{room.meeting_id}/pages/d1/1/1/{what}"


def red_ink(image: bytes) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of everything red, in 1/10,000 of the page's width."""
    with Image.open(io.BytesIO(image)) as opened:
        red, green, blue = opened.convert("RGB").split()
    light = red.point([255 * (value > 150) for value in range(256)])
    for other in (green, blue):
        dark = other.point([255 * (value < 100) for value in range(256)])
        light = Image.composite(light, Image.new("L", light.size), dark)
    box = light.getbbox()
    assert box is not None, "nothing red is drawn"
    left, top, right, bottom = (10_000 * side / light.width for side in box)
    return left, top, right, bottom
