"""The room's front: every page of every PDF, drawn once, the one somebody looks at first."""

import asyncio
from collections.abc import Callable, Sequence

from service.errors import Code, FileRefused, InputRefused
from service.render.cores import Cores
from service.render.desk import Desk, Pause
from service.render.image import Image, ImageSize
from service.render.limits import tile_box
from service.render.line import Line
from service.render.press import Images, Press
from service.render.progress import Listener, Progress
from service.render.shelf import Shelf
from service.render.standing import Outcome
from service.render.standings import Standings
from service.render.texts import Texts
from service.render.work import Place, Tile
from storage.errors import BlobMissing
from storage.keys import page_key, tile_key
from storage.ports import Blobs, Catalog
from storage.records import ContentRecord


class Pages:
    """Draws what is added, answers who waits, and goes on where it stood after a restart.

    `presses` draw in turn; `express` is for what somebody waits for while all of them are
    at work: a page of 20 s in each makes nobody else wait.
    """

    def __init__(
        self,
        catalog: Catalog,
        blobs: Blobs,
        presses: Sequence[Press],
        *,
        express: Press | None = None,
        document_seconds: float = 1_800.0,
        wait_seconds: float = 60.0,
        report_seconds: float = 0.25,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self._catalog = catalog
        self._blobs = blobs
        self._presses = presses
        self._express = express
        self._wait_seconds = wait_seconds
        self._progress = Progress(report_seconds)
        self._standings = Standings(catalog, self._progress, document_seconds)
        self._desk = Desk(self._standings, pause)
        self._shelf = Shelf(blobs, self._desk, self._standings, self._progress)
        self.texts = Texts(self._desk, self._shelf, self._standings, wait_seconds)
        self._lines: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Take up what was left undone, and begin. Raises NoChild when no child can start."""
        express = [] if self._express is None else [self._express]
        await asyncio.gather(*(press.start() for press in (*self._presses, *express)))
        for content in await self._catalog.unfinished():
            await self._desk.queue(content.sha256)
        cores = Cores(len(self._presses))
        for press in self._presses:
            line = self._line(press, cores)
            self._lines.append(asyncio.create_task(line.run(self._desk.take)))
        if self._express is not None:
            line = self._line(self._express, cores)
            self._lines.append(asyncio.create_task(line.run(self._desk.take_wanted)))

    async def aclose(self) -> None:
        """Stop drawing and end all children; what is undone stays in the catalog as undone."""
        for line in self._lines:
            line.cancel()
        await asyncio.gather(*self._lines, return_exceptions=True)
        for press in self._presses:
            await press.aclose()
        await self._desk.aclose()
        await self._progress.aclose()

    @property
    def to_draw(self) -> int:
        """Pages that wait to be drawn; tiles and texts do not count."""
        return self._desk.to_draw

    async def can_draw(self) -> None:
        """Return when there is a press that works, or can be made to. Raises NoChild."""
        if not any(press.able for press in self._presses):
            await self._presses[0].start()

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

    async def tile(self, tile: Tile) -> Image:
        """A square of a page in detail, drawn when it is asked for first.

        Raises as `image` does.
        """
        content = await self._standings.content(tile.sha256)
        if not 1 <= tile.page <= len(content.sizes):
            raise InputRefused(Code.NO_SUCH_PAGE)
        if tile_box(content.sizes[tile.page - 1], tile.level, tile.column, tile.row) is None:
            raise InputRefused(Code.NO_SUCH_PAGE)
        try:
            return Image(await self._blobs.get(tile_key(*tile)))
        except BlobMissing:
            self._desk.want(tile)
            return Image(await self._desk.wait(tile, self._wait_seconds))

    async def outcome(self, sha256: str) -> Outcome:
        """The pages drawn and failed so far. Raises InputRefused for an unknown content."""
        return (await self._standings.of(sha256)).outcome

    async def retry(self, sha256: str, page: int) -> None:
        """Try a failed page again; does nothing for any other. Raises InputRefused."""
        standing = await self._standings.of(sha256)
        if page in standing.failed:
            self._standings.forgive(sha256)
            self._desk.redo(standing, page)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Hear of every page drawn or failed from now on; the answer ends it."""
        return self._progress.subscribe(listener)

    def _line(self, press: Press, cores: Cores) -> Line:
        return Line(
            press,
            self._blobs,
            self._desk,
            standings=self._standings,
            shelf=self._shelf,
            cores=cores,
        )

    async def _soon(self, place: Place, size: ImageSize) -> Image:
        standing = await self._standings.of(place.sha256)
        if not standing.has(place.page):
            raise InputRefused(Code.NO_SUCH_PAGE)
        if place.page in standing.failed:
            raise FileRefused(Code(standing.failed[place.page]))
        key = page_key(*place, size)
        if place.page in standing.drawn:
            # Drawn a moment ago, or its image was lost: a page can always be drawn again.
            if await self._blobs.exists(key):
                return Image(await self._blobs.get(key))
            self._desk.redo(standing, place.page)
        images: Images | None = await self._desk.wait(place, self._wait_seconds)
        if images is None:
            return Image(await self._blobs.get(key))
        return Image(images.tablet if size == "tablet" else images.thumbnail)
