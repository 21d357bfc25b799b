"""Texts and surveys: after the pages, unless somebody asks; kept, and told to meetings."""

import asyncio

import pytest

from service.errors import InputRefused
from service.model import Carried
from service.render.standing import Outcome
from tests.support.paper_room import A, B, Room
from tests.support.until import until


async def test_a_document_is_read_once_its_pages_are_drawn(room: Room) -> None:
    room.press.open.clear()
    await room.pages.add(await room.content(A, 40))
    room.press.open.set()
    await until(lambda: len(room.press.scribe.asked) == 4)
    assert room.press.scribe.asked == ["survey", "1-16", "17-32", "33-40"]
    assert room.press.drawn == list(range(1, 41))
    words = await room.pages.texts.words_so_far(A, 33)
    assert words == tuple(f"{page}쪽" for page in range(33, 41))


async def test_who_asks_for_a_text_does_not_wait_for_the_pages(room: Room) -> None:
    room.press.open.clear()
    await room.pages.add(await room.content(A, 400))
    asking = asyncio.create_task(room.pages.texts.text(A, 312))
    for _ in range(20):
        await asyncio.sleep(0)
    room.press.open.set()
    assert (await asking).text == "312쪽"
    # Those that had been begun before anybody asked.
    assert len(room.press.drawn) < 9
    assert room.press.scribe.asked[0] == "305-320"


async def test_a_wish_for_texts_is_fulfilled_in_its_order(room: Room) -> None:
    await room.content(A, 60)
    assert await room.pages.texts.words_so_far(A, 49) is None
    room.pages.texts.want_texts(A, [49, 17])
    await until(lambda: room.press.scribe.asked == ["49-60", "17-32"])


async def test_contents_and_texts_come_from_the_shelf_the_second_time(room: Room) -> None:
    await room.content(A, 3)
    for _ in range(2):
        assert (await room.pages.texts.contents(A)).carries == (Carried.JAVASCRIPT,)
        assert (await room.pages.texts.text(A, 3)).scanned
    assert room.press.scribe.asked == ["survey", "1-3"]


@pytest.mark.parametrize(("sha256", "page"), [(A, 0), (A, 4), (B, 1)])
async def test_unknown_pages_are_refused(room: Room, sha256: str, page: int) -> None:
    await room.content(A, 3)
    with pytest.raises(InputRefused):
        await room.pages.texts.text(sha256, page)


async def test_what_was_found_out_is_told_once_it_is_complete(room: Room) -> None:
    heard: list[Outcome] = []

    async def listen(_: str, outcome: Outcome) -> None:
        heard.append(outcome)

    room.pages.subscribe(listen)
    await room.pages.add(await room.content(A, 20))
    await until(lambda: any(outcome.scanned is not None for outcome in heard))
    assert [it.carries for it in heard if it.carries is not None] == [(Carried.JAVASCRIPT,)]
    assert [it.scanned for it in heard if it.scanned is not None] == [(3, 6, 9, 12, 15, 18)]


async def test_a_study_already_made_is_told_again_without_reading(room: Room) -> None:
    await room.content(A, 20)
    await room.pages.texts.study(A)
    await until(lambda: len(room.press.scribe.asked) == 3)
    heard: list[Outcome] = []

    async def listen(_: str, outcome: Outcome) -> None:
        heard.append(outcome)

    after = room.fresh_pages()
    after.subscribe(listen)
    await after.start()
    await after.texts.study(A)
    await until(lambda: any(it.scanned is not None for it in heard))
    await after.aclose()
    assert {it.carries for it in heard if it.carries} == {(Carried.JAVASCRIPT,)}
    assert len(room.press.scribe.asked) == 3
