"""The page map of two contents the house knows, from their texts and thumbnails."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, Protocol

from service.errors import FileRefused
from service.render.image import Image, ImageSize
from service.render.paper import PageText
from service.versions.leaf import Leaf
from service.versions.mapping import page_map
from service.versions.page_map import PageMap, identity

AT_ONCE: Final = 16
"""Pages asked for at a time: as many as one job reads."""


class Texts(Protocol):
    """Where texts of pages come from: `render.texts.Texts`."""

    async def text(self, sha256: str, page: int) -> PageText: ...


class Images(Protocol):
    """Where thumbnails come from: `render.pages.Pages`."""

    async def image(self, sha256: str, page: int, size: ImageSize) -> Image: ...


@dataclass(frozen=True, slots=True)
class Version:
    """A content and how many pages it has."""

    sha256: str
    pages: int


class Comparer:
    """Compares versions; `print_` makes a print of an image (`render.printer`)."""

    def __init__(
        self, texts: Texts, images: Images, print_: Callable[[bytes], Awaitable[bytes]]
    ) -> None:
        self._texts = texts
        self._images = images
        self._print = print_

    async def page_map(self, old: Version, new: Version) -> PageMap:
        """Which page of the new version is which of the old.

        A page that cannot be drawn is compared by its text alone. Raises ServiceError when
        a content is unknown, or its texts or images do not come in time; NoChild.
        """
        if old.sha256 == new.sha256:
            return identity(old.pages)
        leaves = [await self._leaves(version) for version in (old, new)]
        # Two seconds of work for 1,000 pages: the loop goes on turning beside it.
        return await asyncio.to_thread(page_map, *leaves)

    async def by_texts(self, old: Version, new: Version) -> PageMap | None:
        """The same without a look at any picture; None when a page of either has no text.

        Raises as `page_map` does, but for NoChild.
        """
        leaves = [await self._worded(version) for version in (old, new)]
        if not all(leaf.text.strip() for side in leaves for leaf in side):
            return None
        return await asyncio.to_thread(page_map, *leaves)

    async def _worded(self, version: Version) -> list[Leaf]:
        pages = range(1, version.pages + 1)
        texts = [await self._texts.text(version.sha256, page) for page in pages]
        return [Leaf(text.text) for text in texts]

    async def _leaves(self, version: Version) -> list[Leaf]:
        leaves: list[Leaf] = []
        for first in range(1, version.pages + 1, AT_ONCE):
            pages = range(first, min(first + AT_ONCE, version.pages + 1))
            leaves += await asyncio.gather(*(self._leaf(version.sha256, page) for page in pages))
        return leaves

    async def _leaf(self, sha256: str, page: int) -> Leaf:
        text = await self._texts.text(sha256, page)
        try:
            image = await self._images.image(sha256, page, "thumb")
            return Leaf(text.text, await self._print(image.data))
        except FileRefused:
            return Leaf(text.text)
