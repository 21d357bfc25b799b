"""What a child says about texts is taken strictly, page by page."""

import asyncio

import pytest
from msgspec import MsgspecError, msgpack

from service.render.paper import PageText
from service.render.spelling import text_in, texts_in, words_in

BOX = (0, 0, 10, 10)
GOOD = (
    PageText(page=17, text="예산 안", boxes=(BOX, BOX)),
    PageText(page=18, scanned=True),
)


async def test_what_was_written_is_read() -> None:
    data = msgpack.encode(GOOD)
    assert await texts_in(data) == GOOD
    assert words_in(data) == ("예산 안", "")
    assert text_in(data, 1) == GOOD[1]


async def test_words_without_their_boxes_are_not_believed() -> None:
    liar = PageText(page=17, text="예산 안", boxes=(BOX,))
    assert await texts_in(msgpack.encode((liar, GOOD[1]))) == (
        PageText(page=17, unreadable=True),
        GOOD[1],
    )


@pytest.mark.parametrize(
    "lie",
    [
        {"page": 1},
        [{"page": 0}],
        [{"page": 1, "text": 5}],
        [{"page": 1, "links": [{"box": BOX, "url": "javascript:alert(1)"}]}],
        [{"page": 1, "links": [{"box": BOX, "url": "file:///etc/passwd"}]}],
        [{"page": 1, "boxes": [[0, 0, 2**40, 1]], "text": "a"}],
        [{"page": 1, "more": True}],
    ],
    ids=str,
)
async def test_anything_else_is_an_error(lie: object) -> None:
    with pytest.raises(MsgspecError):
        await texts_in(msgpack.encode(lie))


async def test_others_have_their_turn_between_two_pages() -> None:
    turns = 0

    async def count() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    counting = asyncio.create_task(count())
    await texts_in(msgpack.encode([PageText(page=page) for page in range(1, 17)]))
    counting.cancel()
    assert turns >= 16
