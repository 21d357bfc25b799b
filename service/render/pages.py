"""The room's front: every page of every PDF, drawn once, the one somebody looks at first."""

import asyncio
from collections.abc import Callable, Sequence

from service.errors import Code, FileRefused, InputRefused
from service.render.desk import Desk, Pause
from service.render.image import Image, ImageSize
from service.render.line import Line
from service.render.press import Press
from service.render.progress import Listener, Progress
from service.render.schedule import Place
from service.render.standing import Outcome
from storage.errors import BlobMissing
from storage.keys import page_key
from storage.ports import Blobs, Catalog
from storage.records import ContentRecord


class Pages:
    """Draws what is added, answers who waits, and goes on where it stood after a restart."""

    def __init__(
        self,
        catalog: Catalog,
        blobs: Blobs,
        presses: Sequence[Press],
        *,
        wait_seconds: float = 60.0,
        report_seconds: float = 0.25,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self._catalog = catalog
        self._blobs = blobs
        self._presses = presses
        self._wait_seconds = wait_seconds
        self._progress = Progress(report_seconds)
        self._desk = Desk(catalog, blobs, self._progress, pause)
        self._lines: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Take up what was left undone, and begin. Raises NoChild when no child can start."""
        await asyncio.gather(*(press.start() for press in self._presses))
        for content in await self._catalog.unfinished():
            await self._desk.queue(content.sha256)
        cores = asyncio.Semaphore(len(self._presses))
        for press in self._presses:
            line = Line(press, self._blobs, self._desk, cores)
            self._lines.append(asyncio.create_task(line.run()))

    async def aclose(self) -> None:
        """Stop drawing and end all children; what is undone stays in the catalog as undone."""
        for line in self._lines:
            line.cancel()
        await asyncio.gather(*self._lines, return_exceptions=True)
        for press in self._presses:
            await press.aclose()
        await self._desk.aclose()
        await self._progress.aclose()

    async def add(self, content: ContentRecord) -> None:
        """Draw a content that stands in catalog and blobs; a finished one costs nothing."""
        await self._desk.queue(content.sha256)

    async def image(self, sha256: str, page: int, size: ImageSize) -> Image:
        """A page's image, as soon as it is there; asking for it brings it forward.

        Raises FileRefused with the page's code when it cannot be drawn, InputRefused when
        there is no such page, Unavailable when it takes too long or storage fails.
        """
        place = Place(sha256, page)
        self._desk.look(place, size)
        try:
            return Image(await self._blobs.get(page_key(sha256, page, size)))
        except BlobMissing:
            return await self._soon(place, size)

    async def outcome(self, sha256: str) -> Outcome:
        """The pages drawn and failed so far. Raises InputRefused for an unknown content."""
        return (await self._desk.standing(sha256)).outcome

    async def retry(self, sha256: str, page: int) -> None:
        """Try a failed page again; does nothing for any other. Raises InputRefused."""
        standing = await self._desk.standing(sha256)
        if page in standing.failed:
            self._desk.redo(standing, page)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Hear of every page drawn or failed from now on; the answer ends it."""
        return self._progress.subscribe(listener)

    async def _soon(self, place: Place, size: ImageSize) -> Image:
        standing = await self._desk.standing(place.sha256)
        if not standing.has(place.page):
            raise InputRefused(Code.NO_SUCH_PAGE)
        if place.page in standing.failed:
            raise FileRefused(Code(standing.failed[place.page]))
        if place.page in standing.drawn:
            # Drawn a moment ago, or its image was lost: a page can always be drawn again.
            key = page_key(*place, size)
            if await self._blobs.exists(key):
                return Image(await self._blobs.get(key))
            self._desk.redo(standing, place.page)
        images = await self._desk.wait(place, self._wait_seconds)
        return Image(images.tablet if size == "tablet" else images.thumbnail)
