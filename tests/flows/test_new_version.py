"""A document is replaced while people read it: they stay where they are, and ink goes along."""

import asyncio

from service.model import PageRef, Role
from service.protocol import commands as c
from service.protocol.message import StreamName
from tests.support import pdfs
from tests.support.drafts import draft
from tests.support.running_service import RunningService
from tests.support.sitting import Sitting, sitting
from tests.support.tablet import Tablet
from tests.support.values import page, stroke

NOTES, MEETING = StreamName.NOTES, StreamName.MEETING
FORMER = draft("ABCD")
NEWER = draft("XACE", revised="C")
"""Before A a new page, B and D gone, C says something else, E new."""


async def prepared(room: Sitting) -> None:
    """Document d1 with pages A to D, the meeting open."""
    taken = await room.secretary.upload(room.meeting_id, "d1", FORMER)
    assert taken.status == 201
    await room.steer(c.OpenMeeting)


async def ids_on(tablet: Tablet, at: PageRef, stream: StreamName = MEETING) -> list[str]:
    return [mark.stroke.stroke_id for mark in await tablet.open_ink(at, stream)]


async def wrote(tablet: Tablet, stroke_id: str, at: PageRef, stream: StreamName) -> None:
    ink = stroke(stroke_id, on=at)
    assert await tablet.ask(c.AddStroke, stream=stream, stroke=ink) is None


async def test_who_reads_stays_on_the_page_and_keeps_all_ink(service: RunningService) -> None:
    async with sitting(service, pages=0, opened=False) as room:
        await prepared(room)
        leading, seat = await room.leading(), await room.seat(Role.MEMBER)
        member = await room.tablet_of(seat)
        assert await leading.ask(c.TurnPage, page=page(3)) is None
        for number in (1, 2, 3):
            await wrote(leading, f"shared-{number}", page(number), MEETING)
            await wrote(member, f"own-{number}", page(number), NOTES)

        answer = await room.secretary.replace(room.meeting_id, "d1", NEWER, "추경_2판.pdf")
        assert answer.status == 200, answer.body
        assert answer.body == {
            "document_id": "d1",
            "version": 2,
            "pages": 4,
            "name": "추경_2판",
            "replaced": True,
            "compared": True,
            "same": 1,
            "changed": 1,
            "added": 2,
            "removed": 2,
        }
        for tablet in (leading, member):
            await tablet.sees_page(page(3, version=2))
            assert await ids_on(tablet, page(2, version=2)) == ["shared-1"]
            assert await ids_on(tablet, page(3, version=2)) == ["shared-3"]
            assert await ids_on(tablet, page(2)) == ["shared-2"]
        # The page the meeting is at was drawn before anybody was told of it.
        replaced = next(text for text in member.heard if '"DocumentReplaced"' in text)
        told = member.heard[member.heard.index(replaced) :]
        assert any('"PagesDrawn"' in text for text in told[:2])

        await member.sees(lambda: "d1.2.2" in member.notes.inked)
        assert member.notes.inked == {"d1.2.2": 1, "d1.1.2": 1, "d1.2.3": 1}
        assert await ids_on(member, page(3, version=2), NOTES) == ["own-3"]

        # What was written for an old page and not sent lands where that page is now.
        await wrote(member, "late", page(1), NOTES)
        await member.sees(lambda: member.notes.inked["d1.2.2"] == 2)
        await wrote(leading, "late", page(1), MEETING)
        assert await ids_on(leading, page(2, version=2)) == ["shared-1", "late"]


async def test_a_tablet_that_was_away_finds_its_ink_on_the_new_pages(
    service: RunningService,
) -> None:
    async with sitting(service, pages=0, opened=False) as room:
        await prepared(room)
        seat = await room.seat(Role.MEMBER)
        tablet = await room.tablet_of(seat)
        await wrote(tablet, "own", page(3), NOTES)
        await tablet.go()
        for data in (NEWER, draft("CQ")):
            assert (await room.secretary.replace(room.meeting_id, "d1", data)).status == 200
        again = await room.tablet_of(seat)
        assert again.notes.inked == {"d1.3.1": 1}
        assert await ids_on(again, page(1, version=3), NOTES) == ["own"]
        await again.go()
        back = await room.tablet_of(seat)
        assert back.notes == again.notes


async def test_pages_left_behind_are_shown_and_nothing_else_of_old_versions(
    service: RunningService,
) -> None:
    async with sitting(service, pages=0, opened=False) as room:
        await prepared(room)
        member = await room.seat(Role.MEMBER)
        assert (await room.secretary.replace(room.meeting_id, "d1", NEWER)).status == 200
        shown = {number: await member.page(room.meeting_id, "d1", number) for number in range(6)}
        assert {number: answer.status for number, answer in shown.items()} == {
            0: 404,
            1: 404,
            2: 200,
            3: 404,
            4: 200,
            5: 404,
        }
        assert (await member.page(room.meeting_id, "d1", 1, version=2)).status == 200
        assert (await member.page(room.meeting_id, "d1", 1, version=3)).status == 404
        pages = f"/api/meetings/{room.meeting_id}/pages/d1/1"
        assert "B0" in (await member.get(f"{pages}/2/text"))["text"]
        assert (await member.ask("GET", f"{pages}/1/text")).status == 404
        assert (await member.ask("GET", f"{pages}/2/tiles/2/0/0")).status == 200
        contents = f"/api/meetings/{room.meeting_id}/documents/d1/1/contents"
        assert (await member.ask("GET", contents)).status == 404


async def test_the_same_file_again_changes_nothing(service: RunningService) -> None:
    async with sitting(service, pages=0, opened=False) as room:
        await prepared(room)
        desk = await room.tablet_of(room.secretary)
        seq = desk.state.seq
        answer = await room.secretary.replace(room.meeting_id, "d1", FORMER)
        assert (answer.status, answer.body["replaced"], answer.body["version"]) == (200, False, 1)
        assert not any('"DocumentReplaced"' in text for text in desk.heard)
        assert desk.state.former == {}
        assert desk.state.seq >= seq


async def test_a_file_that_is_refused_leaves_the_old_one_standing(service: RunningService) -> None:
    async with sitting(service, pages=0, opened=False) as room:
        await prepared(room)
        for data, code in ((b"MZ" + bytes(2_000), "not_a_pdf"), (b"", "empty_file")):
            assert (await room.secretary.replace(room.meeting_id, "d1", data)).code == code
        protected = pdfs.protected("열려라")
        answer = await room.secretary.replace(room.meeting_id, "d1", protected)
        assert answer.code == "password_needed"
        gone = await room.secretary.replace(room.meeting_id, "d9", NEWER)
        assert (gone.status, gone.code) == (404, "no_such_document")
        member = await room.seat(Role.MEMBER)
        refused = await member.replace(room.meeting_id, "d1", NEWER)
        assert (refused.status, refused.code) == (403, "not_allowed")
        desk = await room.tablet_of(room.secretary)
        assert [each.version for each in desk.state.documents] == [1]


async def test_two_that_replace_at_once_both_stand_one_after_the_other(
    service: RunningService,
) -> None:
    async with sitting(service, pages=0, opened=False) as room:
        await prepared(room)
        answers = await asyncio.gather(
            room.secretary.replace(room.meeting_id, "d1", NEWER),
            room.secretary.replace(room.meeting_id, "d1", draft("DCBA")),
        )
        assert [answer.status for answer in answers] == [200, 200]
        assert {answer.body["version"] for answer in answers} == {2, 3}
        desk = await room.tablet_of(room.secretary)
        assert [each.version for each in desk.state.former["d1"]] == [1, 2]
        await desk.sees(lambda: desk.state.progress["d1"].complete)
        assert desk.state.progress["d1"].failed == ()
