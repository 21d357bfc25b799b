"""A slow page makes nobody wait for another, and a slow document comes to an end."""

from service.errors import Code
from service.model import FailedPage
from service.render.pages import Pages
from service.render.standing import Outcome
from service.render.work import Tile
from tests.support.paper_press import PaperPress
from tests.support.paper_room import A, Room
from tests.support.until import until


async def test_the_express_draws_what_somebody_waits_for_while_the_lines_are_stuck() -> None:
    room = Room()
    express = PaperPress()
    room.pages = Pages(room.catalog, room.blobs, [room.press], express=express)
    await room.pages.start()
    room.press.open.clear()
    await room.pages.add(await room.content(A, 9))
    await until(lambda: room.press.begun == [1])
    assert (await room.pages.image(A, 7, "tablet")).data.endswith(b"tablet 7")
    assert (await room.pages.tile(Tile(A, 3, 2, 0, 0))).data
    assert (await room.pages.texts.text(A, 4)).text == "4쪽"
    assert express.drawn == [7, 3]
    room.press.open.set()
    await until(lambda: room.is_finished)
    assert sorted(room.press.drawn) == [1, 2, 3, 4, 5, 6, 8, 9]
    await room.pages.aclose()


async def test_a_document_that_had_its_time_is_left_and_can_be_drawn_page_by_page() -> None:
    room = Room()
    room.pages = Pages(room.catalog, room.blobs, [room.press], document_seconds=-1)
    await room.pages.start()
    await room.pages.add(await room.content(A, 3))
    await until(lambda: room.is_finished)
    failed = tuple(FailedPage(page=page, code=Code.PAGE_LEFT_OUT) for page in (1, 2, 3))
    assert await room.pages.outcome(A) == Outcome(drawn=(), failed=failed)
    await room.pages.aclose()


async def test_a_page_at_half_the_size_is_marked(room: Room) -> None:
    room.press.reduced = {2}
    await room.pages.add(await room.content(A, 3))
    await until(lambda: room.is_finished)
    assert await room.pages.outcome(A) == Outcome(drawn=(1, 2, 3), failed=(), reduced=(2,))


async def test_a_retry_gives_the_document_its_time_again() -> None:
    room = Room()
    room.pages = Pages(room.catalog, room.blobs, [room.press], document_seconds=-1)
    await room.pages.start()
    await room.pages.add(await room.content(A, 2))
    await until(lambda: room.is_finished)
    room.pages._standings._document_seconds = 1_000
    await room.pages.retry(A, 2)
    assert (await room.pages.image(A, 2, "tablet")).data.endswith(b"tablet 2")
    await room.pages.aclose()
