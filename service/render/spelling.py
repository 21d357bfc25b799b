"""Texts out of MessagePack, page by page, so that a large answer never holds up a page turn."""

import asyncio
from typing import Final

from msgspec import Raw, Struct, msgpack

from service.render.paper import PageText
from service.render.work import READ_RUN


class _Words(Struct):
    """Of a page's text, the words alone: without their places it is decoded five times faster."""

    text: str = ""


_pages: Final = msgpack.Decoder(list[Raw])
_text: Final = msgpack.Decoder(PageText)
_words: Final = msgpack.Decoder(_Words)


async def texts_in(data: bytes) -> tuple[PageText, ...]:
    """The texts of a run of pages.

    Raises MsgspecError when it is anything else. A text whose words and boxes do not
    match stands as unreadable.
    """
    texts = []
    for raw in _parts(data):
        text = _text.decode(raw)
        if len(text.text.split()) != len(text.boxes):
            text = PageText(page=text.page, unreadable=True)
        texts.append(text)
        await asyncio.sleep(0)
    return tuple(texts)


def text_in(data: bytes, index: int) -> PageText:
    """One text of a run that was kept."""
    return _text.decode(_parts(data)[index])


def words_in(data: bytes) -> tuple[str, ...]:
    """What the pages of a run that was kept say, without places and links."""
    return tuple(_words.decode(raw).text for raw in _parts(data))


def _parts(data: bytes) -> list[Raw]:
    return _pages.decode(data)[:READ_RUN]
