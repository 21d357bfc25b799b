"""What arrives as a file: the same twice, protected, too large, cut off, oddly named."""

from service.model import Role
from tests.support import pdfs
from tests.support.http_client import HalfSent, upload_path
from tests.support.running_service import RunningService
from tests.support.sitting import sitting
from tests.support.until import until


async def test_the_same_file_is_drawn_once_and_named_when_it_stands_there(
    service: RunningService,
) -> None:
    async with sitting(service, pages=0) as room:
        data = pdfs.good(4, seed=311)
        first = await room.secretary.upload(room.meeting_id, "d1", data)
        assert (first.status, first.body["known"]) == (201, False)
        assert (await room.secretary.page(room.meeting_id, "d1", 4)).status == 200
        desk = await room.tablet_of(room.secretary)
        await desk.sees(lambda: desk.state.progress["d1"].complete)

        again = await room.secretary.upload(room.meeting_id, "d1", data)
        assert (again.status, again.body["pages"]) == (201, 4)
        twin = await room.secretary.upload(room.meeting_id, "d2", data)
        assert (twin.status, twin.code) == (409, "already_there")

        await room.add_item("i2")
        other = await room.secretary.upload(room.meeting_id, "d3", data, item_id="i2")
        assert (other.status, other.body["known"]) == (201, True)
        await desk.sees(lambda: "d3" in desk.state.progress)
        # Nothing is drawn for it: all its pages are there with its first report.
        await desk.sees(lambda: desk.state.progress["d3"].complete)
        assert sum('"document_id":"d3","drawn"' in text for text in desk.heard) == 1


async def test_a_protected_file_asks_for_its_password_and_then_opens(
    service: RunningService,
) -> None:
    async with sitting(service, pages=0) as room:
        data = pdfs.protected("비밀 번호%", pages=2)
        for password, code in ((None, "password_needed"), ("아님", "wrong_password")):
            refused = await room.secretary.upload(room.meeting_id, "d1", data, password=password)
            assert (refused.status, refused.code) == (422, code)
        taken = await room.secretary.upload(room.meeting_id, "d1", data, password="비밀 번호%")
        assert (taken.status, taken.body["pages"]) == (201, 2)
        assert (await room.secretary.page(room.meeting_id, "d1", 2)).status == 200
        assert "비밀" not in service.said()


async def test_501_megabytes_are_refused_before_a_byte_is_sent(service: RunningService) -> None:
    async with sitting(service, pages=0) as room:
        path = upload_path(room.meeting_id, "d1", "i1", "큰 파일.pdf")
        sending = await HalfSent.begin(room.secretary, path, declared=501_000_000)
        answer = await sending.answer()
        assert answer.startswith("HTTP/1.1 413 ")
        assert '"code":"file_too_large"' in answer
        await sending.cut_off()


async def test_whoever_sends_a_refused_file_to_its_end_hears_why(service: RunningService) -> None:
    async with sitting(service, pages=0) as room:
        # 80 MB to a place that is not there: more than any buffer on the way can hold.
        path = upload_path(room.meeting_id, "d1", "nowhere", "자료.pdf")
        sending = await HalfSent.begin(room.secretary, path, declared=80_000_000, keep=False)
        for _ in range(80):
            await sending.send(bytes(1_000_000))
        answer = await sending.answer()
        assert answer.startswith("HTTP/1.1 404 ")
        assert '"code":"no_such_item"' in answer
        await sending.cut_off()


async def test_a_file_cut_off_half_way_leaves_nothing(service: RunningService) -> None:
    async with sitting(service, pages=0) as room:
        data = pdfs.good(1, seed=312) + bytes(3_000_000)
        aside = service.data / "blobs" / "aside"
        path = upload_path(room.meeting_id, "d1", "i1", "끊김.pdf")
        sending = await HalfSent.begin(room.secretary, path, declared=len(data))
        await sending.send(data[: len(data) // 2])
        await until(lambda: any(aside.iterdir()))
        await sending.cut_off()
        await until(lambda: not any(aside.iterdir()))
        taken = await room.secretary.upload(room.meeting_id, "d1", pdfs.good(1, seed=312))
        assert (taken.status, taken.body["known"]) == (201, False)


async def test_a_file_name_with_a_path_is_only_a_name(service: RunningService) -> None:
    async with sitting(service, pages=0) as room:
        desk = await room.tablet_of(room.secretary)
        sent = "../../../etc/C:\\문서\\2027년 예산안 & 계획 50%.pdf"
        data = pdfs.good(1, seed=313)
        taken = await room.secretary.upload(room.meeting_id, "d1", data, name=sent)
        assert taken.status == 201
        await desk.sees(lambda: desk.state.documents)
        assert desk.state.documents[0].name == "2027년 예산안 & 계획 50%"


async def test_1001_pages_are_refused_by_name(service: RunningService) -> None:
    async with sitting(service, pages=0) as room:
        data = pdfs.sized(*[(50, 50)] * 1_001)
        refused = await room.secretary.upload(room.meeting_id, "d1", data)
        assert (refused.status, refused.code) == (413, "too_many_pages")


async def test_an_item_that_is_gone_takes_no_file(service: RunningService) -> None:
    async with sitting(service, pages=0) as room:
        refused = await room.secretary.upload(
            room.meeting_id, "d1", pdfs.good(), item_id="no-such-item"
        )
        assert (refused.status, refused.code) == (404, "no_such_item")


async def test_a_page_that_failed_is_named_and_can_be_tried_again(
    service: RunningService,
) -> None:
    async with sitting(service, pages=0) as room:
        desk = await room.tablet_of(room.secretary)
        await room.secretary.upload(room.meeting_id, "d1", pdfs.with_broken_page())
        await desk.sees(lambda: desk.state.progress["d1"].complete)
        assert [f.page for f in desk.state.progress["d1"].failed] == [2]
        broken = await room.secretary.page(room.meeting_id, "d1", 2)
        assert (broken.status, broken.code) == (422, "page_broken")
        assert (await room.secretary.page(room.meeting_id, "d1", 3)).status == 200

        documents = f"/api/meetings/{room.meeting_id}/documents"
        assert (await room.secretary.ask("POST", f"{documents}/d1/pages/2/retry")).status == 202
        assert (await room.secretary.page(room.meeting_id, "d1", 2)).code == "page_broken"
        for path, code in (("d1/pages/4/retry", "no_such_page"), ("d7/pages/1/retry", None)):
            answer = await room.secretary.ask("POST", f"{documents}/{path}")
            assert answer.status == 404
            assert answer.code == (code or "no_such_document")
        member = await room.seat(Role.MEMBER)
        assert (await member.ask("POST", f"{documents}/d1/pages/2/retry")).status == 403
