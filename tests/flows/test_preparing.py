"""The secretary prepares a meeting: agenda, many PDFs at once, one of them broken."""

import asyncio

from service.model import Role
from service.protocol import commands as c
from tests.support import pdfs
from tests.support.running_service import RunningService
from tests.support.sitting import is_settled, sitting


async def test_a_broken_file_is_named_and_the_others_go_on(service: RunningService) -> None:
    async with sitting(service, pages=0, opened=False) as room:
        desk = await room.tablet_of(room.secretary)
        await room.add_item("i2", "인사")
        files = {
            "d1": ("i1", pdfs.good(12, seed=301)),
            "d2": ("i1", b"%PDF-1.7\nnothing of a document"),
            "d3": ("i2", pdfs.good(2, seed=302)),
            "d4": ("i2", b"\x89PNG\r\n\x1a\n"),
        }
        answers = await asyncio.gather(
            *(
                room.secretary.upload(room.meeting_id, document_id, data, item_id=item_id)
                for document_id, (item_id, data) in files.items()
            )
        )
        assert [answer.status for answer in answers] == [201, 422, 201, 415]
        assert [answer.code for answer in answers] == [None, "broken_pdf", None, "not_a_pdf"]
        assert all("ko" in answer.body for answer in answers if answer.code)
        await desk.sees(lambda: [d.document_id for d in desk.state.documents] == ["d1", "d3"])
        await desk.sees(lambda: all(p.complete for p in desk.state.progress.values()))


async def test_progress_comes_page_by_page_and_page_one_opens_before_the_rest(
    service: RunningService,
) -> None:
    async with sitting(service, pages=0) as room:
        desk = await room.tablet_of(room.secretary)
        pages = 20
        await room.secretary.upload(room.meeting_id, "d1", pdfs.good(pages, seed=303))
        assert (await room.secretary.page(room.meeting_id, "d1")).status == 200
        await desk.sees(lambda: is_settled(desk))
        steps = [text for text in desk.heard if '"PagesDrawn"' in text]
        assert len(steps) > 1


async def test_the_agenda_is_put_in_order_for_everyone(service: RunningService) -> None:
    async with sitting(service) as room:
        member = await room.tablet(Role.MEMBER)
        await room.add_item("i2", "인사")
        await room.steer(c.MoveItem, item_id="i2", index=0)
        await room.secretary.upload(room.meeting_id, "d2", pdfs.good(1, seed=304), item_id="i2")
        await room.steer(c.RenameDocument, document_id="d2", name="인사 발령안")
        await member.sees(lambda: [d.name for d in member.state.documents][:1] == ["인사 발령안"])
        await room.steer(c.MoveDocument, document_id="d2", item_id="i1", index=1)
        await member.sees(lambda: [d.document_id for d in member.state.documents] == ["d1", "d2"])
        await room.steer(c.RemoveDocument, document_id="d1")
        await member.sees(lambda: [d.document_id for d in member.state.documents] == ["d2"])
        assert [item.item_id for item in member.state.items] == ["i2", "i1"]
        answer = await room.secretary.page(room.meeting_id, "d1")
        assert (answer.status, answer.code) == (404, "no_such_page")


async def test_a_meeting_stands_in_the_list_as_it_is_now(service: RunningService) -> None:
    async with sitting(service, pages=0, opened=False) as room:
        await room.steer(c.EditMeeting, title="확대간부회의", place="대회의실", starts_at=2_000)
        await room.steer(c.OpenMeeting)
        listed = (await room.secretary.get("/api/meetings"))["meetings"]
        (row,) = [row for row in listed if row["meeting_id"] == room.meeting_id]
        assert (row["title"], row["starts_at"], row["phase"]) == ("확대간부회의", 2_000, "open")
        desk = await room.tablet_of(room.secretary)
        assert desk.state.title == "확대간부회의"


async def test_nobody_else_prepares(service: RunningService) -> None:
    async with sitting(service) as room:
        for role in (Role.CHAIR, Role.PRESENTER, Role.MEMBER, Role.OBSERVER, Role.SCREEN):
            seat = await room.seat(role)
            command = c.RemoveItem(command_id=f"no-{role.value}", item_id="i1")
            refused = await seat.command(room.meeting_id, command)
            assert (refused.status, refused.code) == (403, "not_allowed")
            upload = await seat.upload(room.meeting_id, "d9", pdfs.good())
            assert (upload.status, upload.code) == (403, "not_allowed")
