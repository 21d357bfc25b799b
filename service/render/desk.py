"""Hands sheets to the lines and takes the results: stores, notes, tells who waits."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from service.errors import Code, FileRefused, InputRefused, ServiceError, Unavailable
from service.render.image import ImageSize
from service.render.press import Images, Sheet
from service.render.progress import Progress
from service.render.schedule import Place, Schedule
from service.render.standing import Standing
from storage.keys import page_key
from storage.ports import Blobs, Catalog
from storage.records import PageRecord

MAX_PAUSE: Final = 30.0
"""Seconds until a document is tried again after storage refused; the first pause is one."""

Pause = Callable[[float], Awaitable[None]]


class Desk:
    """What is to be drawn, how far each content has come, and who waits for which page."""

    def __init__(self, catalog: Catalog, blobs: Blobs, progress: Progress, pause: Pause) -> None:
        self._catalog = catalog
        self._blobs = blobs
        self._progress = progress
        self._pause = pause
        self._schedule = Schedule()
        self._known: dict[str, Standing] = {}
        self._waiting: dict[Place, asyncio.Future[Images | ServiceError]] = {}
        self._troubles: dict[str, int] = {}
        self._pauses: set[asyncio.Task[None]] = set()
        self._more = asyncio.Event()

    async def standing(self, sha256: str) -> Standing:
        """How far a content has come. Raises InputRefused for an unknown one."""
        if sha256 in self._known:
            return self._known[sha256]
        content = await self._catalog.content(sha256)
        if content is None:
            raise InputRefused(Code.NO_SUCH_DOCUMENT)
        standing = Standing.of(content, await self._catalog.pages(sha256))
        return self._known.get(sha256, standing)

    async def queue(self, sha256: str) -> None:
        """Draw what is left of a content."""
        standing = await self.standing(sha256)
        if standing.to_come:
            self._known[sha256] = standing
            self._schedule.add(sha256, standing.to_come)
            self._more.set()

    def redo(self, standing: Standing, page: int) -> None:
        """Draw one page anew, next."""
        sha256 = standing.content.sha256
        standing = self._known.setdefault(sha256, standing)
        standing.failed.pop(page, None)
        standing.drawn.discard(page)
        self._schedule.add(sha256, [page])
        self._schedule.want(Place(sha256, page))
        self._more.set()

    def look(self, place: Place, size: ImageSize) -> None:
        """Somebody looks at a page; a thumbnail is only a hint that somebody may."""
        if size == "tablet":
            self._schedule.want(place)
        else:
            self._schedule.hint(place)
        self._more.set()

    async def wait(self, place: Place, seconds: float) -> Images:
        """The page's images once they are drawn. Raises ServiceError, Unavailable in the end."""
        future = self._waiting.get(place)
        if future is None:
            future = self._waiting[place] = asyncio.get_running_loop().create_future()
        done, _ = await asyncio.wait([future], timeout=seconds)
        result = future.result() if done else Unavailable(Code.BUSY)
        if isinstance(result, ServiceError):
            raise result
        return result

    async def take(self) -> Sheet:
        """The next page to draw; waits until there is one."""
        while (place := self._schedule.next()) is None:
            self._more.clear()
            await self._more.wait()
        points = self._known[place.sha256].content.sizes[place.page - 1]
        return Sheet(place.sha256, place.page, points)

    async def is_there(self, sheet: Sheet) -> bool:
        """Whether its images were stored before, and the service ended before it said so.

        The thumbnail is stored last: where it is, the other one is.
        """
        return await self._blobs.exists(page_key(sheet.sha256, sheet.page, "thumb"))

    async def drawn(self, sheet: Sheet, images: Images | None) -> None:
        """Keep its images (None: they were kept before) and say so. Raises StorageError.

        Whoever waits has the page before the disk has it: it could be drawn again.
        """
        if images is None:
            await self._note(sheet, None)
            return
        place = Place(sheet.sha256, sheet.page)
        self._resolve(place, images)
        await self._blobs.put(page_key(*place, "tablet"), images.tablet)
        await self._blobs.put(page_key(*place, "thumb"), images.thumbnail)
        await self._note(sheet, None)
        self._resolve(place, images)

    async def failed(self, sheet: Sheet, code: Code) -> None:
        """The page cannot be drawn, whoever tries. Raises StorageError."""
        await self._note(sheet, code)
        self._resolve(Place(sheet.sha256, sheet.page), FileRefused(code))

    def undone(self, sheet: Sheet, code: Code) -> None:
        """The page could not be drawn now: its document rests, then is tried again."""
        place = Place(sheet.sha256, sheet.page)
        self._resolve(place, Unavailable(code))
        self._schedule.done(place)
        self._schedule.add(sheet.sha256, [sheet.page])
        if not self._schedule.rest(sheet.sha256):
            return
        troubles = self._troubles.get(sheet.sha256, 0)
        self._troubles[sheet.sha256] = troubles + 1
        resting = asyncio.create_task(self._wake(sheet.sha256, min(2.0**troubles, MAX_PAUSE)))
        self._pauses.add(resting)
        resting.add_done_callback(self._pauses.discard)

    async def aclose(self) -> None:
        """Let everybody who waits go."""
        pauses = list(self._pauses)
        for resting in pauses:
            resting.cancel()
        await asyncio.gather(*pauses, return_exceptions=True)
        for place in list(self._waiting):
            self._resolve(place, Unavailable(Code.BUSY))

    async def _note(self, sheet: Sheet, failure: Code | None) -> None:
        record = PageRecord(sheet.sha256, sheet.page, None if failure is None else failure.value)
        await self._catalog.put(record)
        standing = self._known[sheet.sha256]
        standing.take(record)
        self._schedule.done(Place(sheet.sha256, sheet.page))
        self._troubles.pop(sheet.sha256, None)
        self._progress.note(standing.content, record)
        self._forget(sheet.sha256)

    def _forget(self, sha256: str) -> None:
        """A finished content is found in the catalog; memory is for the unfinished."""
        if not self._known[sha256].to_come:
            del self._known[sha256]

    async def _wake(self, sha256: str, seconds: float) -> None:
        await self._pause(seconds)
        self._schedule.wake(sha256)
        self._more.set()

    def _resolve(self, place: Place, result: Images | ServiceError) -> None:
        future = self._waiting.pop(place, None)
        if future is not None:
            future.set_result(result)
