"""The room's front, with a press that draws words."""

import asyncio

import pytest

from service.errors import Code, FileRefused, InputRefused, Unavailable
from service.model import FailedPage
from service.render.standing import Outcome
from storage.errors import StorageFull
from storage.keys import page_key
from storage.records import ContentRecord, PageRecord
from tests.support.paper_room import A, B, Room
from tests.support.until import until


async def test_every_page_is_drawn_once_in_two_sizes(room: Room) -> None:
    content = await room.content(A, 3)
    await room.pages.add(content)
    await room.pages.add(content)
    await until(lambda: room.is_finished)
    assert room.press.drawn == [1, 2, 3]
    await room.pages.add(content)
    assert (await room.pages.image(A, 3, "tablet")).data.endswith(b"tablet 3")
    assert (await room.pages.image(A, 3, "thumb")).data.endswith(b"thumb 3")
    assert (await room.pages.image(A, 3, "thumb")).media_type == "image/png"
    assert room.press.drawn == [1, 2, 3]


async def test_the_page_somebody_waits_for_is_drawn_next(room: Room) -> None:
    room.press.open.clear()
    await room.pages.add(await room.content(A, 400))
    waiting = asyncio.create_task(room.pages.image(A, 312, "tablet"))
    await asyncio.sleep(0)
    room.press.open.set()
    assert (await waiting).data.endswith(b"tablet 312")
    # Page 1 had been begun before anybody asked.
    assert set(room.press.drawn[:2]) <= {1, 312}


async def test_a_failed_page_says_why_and_can_be_tried_again(room: Room) -> None:
    room.press.bad = {2: Code.PAGE_TOO_SLOW}
    await room.pages.add(await room.content(A, 3))
    await until(lambda: room.is_finished)
    with pytest.raises(FileRefused) as refused:
        await room.pages.image(A, 2, "tablet")
    assert refused.value.code is Code.PAGE_TOO_SLOW
    failed = FailedPage(page=2, code="page_too_slow")
    assert await room.pages.outcome(A) == Outcome(drawn=(1, 3), failed=(failed,))
    room.press.bad = {}
    await room.pages.retry(A, 2)
    assert (await room.pages.image(A, 2, "tablet")).data.endswith(b"tablet 2")
    await until(lambda: room.catalog._pages[A, 2].failure is None)


async def test_only_failed_pages_are_tried_again(room: Room) -> None:
    await room.pages.add(await room.content(A, 1))
    await until(lambda: room.is_finished)
    await room.pages.retry(A, 1)
    await room.pages.image(A, 1, "tablet")
    assert room.press.drawn == [1]


async def test_unknown_contents_and_pages_are_refused(room: Room) -> None:
    await room.content(A, 1)
    for sha256, page, code in ((A, 2, Code.NO_SUCH_PAGE), (B, 1, Code.NO_SUCH_DOCUMENT)):
        with pytest.raises(InputRefused) as refused:
            await room.pages.image(sha256, page, "tablet")
        assert refused.value.code is code


async def test_a_restart_goes_on_where_it_stood(room: Room) -> None:
    await room.content(A, 4)
    await room.catalog.put(PageRecord(A, 1, None), PageRecord(A, 2, "page_broken"))
    # Page 3 was stored, and the service was killed before it could say so.
    for size in ("tablet", "thumb"):
        await room.blobs.put(page_key(A, 3, size), b"\x89PNG before")
    after = room.fresh_pages()
    await after.start()
    await until(lambda: room.is_finished)
    await after.aclose()
    assert room.press.drawn == [4]


async def test_a_lost_image_is_drawn_again(room: Room) -> None:
    await room.content(A, 1)
    await room.catalog.put(PageRecord(A, 1, None))
    assert (await room.pages.image(A, 1, "tablet")).data.endswith(b"tablet 1")


async def test_a_full_disk_fails_no_page(room: Room) -> None:
    room.blobs.full = True
    await room.pages.add(await room.content(A, 2))
    assert await room.end_pause() == 1
    await until(lambda: bool(room.pauses))
    assert await room.catalog.pages(A) == []
    room.blobs.full = False
    assert await room.end_pause() == 2
    await until(lambda: room.is_finished)
    assert await room.pages.outcome(A) == Outcome(drawn=(1, 2), failed=())


async def test_a_full_disk_still_shows_the_page_somebody_asks_for(room: Room) -> None:
    room.blobs.full = True
    await room.pages.add(await room.content(A, 2))
    assert (await room.pages.image(A, 2, "tablet")).data.endswith(b"tablet 2")


async def test_other_documents_go_on_when_one_lost_its_source(room: Room) -> None:
    await room.pages.add(await room.content(A, 1))
    await until(lambda: room.is_finished)
    await room.catalog.put(ContentRecord(B, 4, ((595, 842),), 1))
    await room.pages.add(ContentRecord(B, 4, ((595, 842),), 1))
    with pytest.raises(Unavailable):
        await room.pages.image(B, 1, "tablet")
    assert (await room.pages.image(A, 1, "tablet")).data.endswith(b"tablet 1")


async def test_waiting_ends(room: Room) -> None:
    room.press.open.clear()
    impatient = room.fresh_pages(wait_seconds=0.01)
    await impatient.start()
    await impatient.add(await room.content(A, 1))
    with pytest.raises(Unavailable) as refused:
        await impatient.image(A, 1, "tablet")
    assert refused.value.code is Code.BUSY
    await impatient.aclose()


async def test_progress_is_told_first_page_at_once_and_every_page_once(room: Room) -> None:
    heard: list[tuple[str, tuple[int, ...], tuple[FailedPage, ...]]] = []

    async def listen(sha: str, outcome: Outcome) -> None:
        if outcome.drawn or outcome.failed:
            heard.append((sha, outcome.drawn, outcome.failed))

    stop = room.pages.subscribe(listen)
    room.press.bad = {7: Code.PAGE_BROKEN}
    await room.pages.add(await room.content(A, 9))
    await until(lambda: sum(len(drawn) + len(failed) for _, drawn, failed in heard) == 9)
    assert heard[0] == (A, (1,), ())
    assert [page for _, drawn, _ in heard for page in drawn] == [1, 2, 3, 4, 5, 6, 8, 9]
    assert [page.page for _, _, failed in heard for page in failed] == [7]
    stop()
    await room.pages.add(await room.content(B, 1))
    await until(lambda: room.is_finished)
    assert {sha for sha, _, _ in heard} == {A}


async def test_progress_that_could_not_be_told_is_told_again(room: Room) -> None:
    heard: list[int] = []
    troubles = iter([StorageFull()])

    async def listen(sha: str, outcome: Outcome) -> None:
        for trouble in troubles:
            raise trouble
        heard.extend(outcome.drawn)

    room.pages.subscribe(listen)
    await room.pages.add(await room.content(A, 3))
    await until(lambda: sorted(heard) == [1, 2, 3])
