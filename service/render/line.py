"""Keeps one press busy: the next page is drawn while the last one is encoded and stored."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager

import structlog

from service.errors import Code, FileRefused, storage_code
from service.render.cores import Cores
from service.render.desk import Desk
from service.render.fence.errors import NoChild
from service.render.press import Drawing, Press
from service.render.shelf import Shelf
from service.render.source import Source
from service.render.standings import Standings
from service.render.work import Place, Run, Tile, Whole, Work, run_pages
from storage.errors import StorageError
from storage.ports import Blobs

log = structlog.get_logger()


class Line:
    """One press and the document it has open."""

    def __init__(
        self,
        press: Press,
        blobs: Blobs,
        desk: Desk,
        *,
        standings: Standings,
        shelf: Shelf,
        cores: Cores,
    ) -> None:
        """Work in turn with the other lines, and at once for who waits."""
        self._press = press
        self._cores = cores
        self._source = Source(blobs)
        self._desk = desk
        self._standings = standings
        self._shelf = shelf

    async def run(self, take: Callable[[], Awaitable[Work]]) -> None:
        """Do what `take` gives until cancelled; no fault of a page, a child or storage ends it."""
        encoding: asyncio.Task[None] | None = None
        drawing: Drawing | None = None
        try:
            while True:
                work = await take()
                if isinstance(work, Run | Whole):
                    await self._study(work)
                    continue
                drawing = await self._draw(work)
                if encoding is not None:
                    await encoding
                    encoding = None
                if drawing is not None:
                    encoding = asyncio.create_task(self._encode(work, drawing))
        finally:
            if encoding is not None:
                encoding.cancel()
                await asyncio.gather(encoding, return_exceptions=True)
            if drawing is not None:
                drawing.close()
            await self._source.close()
            await self._press.aclose()

    async def _draw(self, work: Place | Tile) -> Drawing | None:
        try:
            if isinstance(work, Place):
                if await self._shelf.had_page(work):
                    return None
                if self._standings.is_over(work.sha256):
                    raise FileRefused(Code.PAGE_LEFT_OUT)
            content = await self._standings.content(work.sha256)
            pdf = await self._source.open(work.sha256)
            async with self._turn(work):
                begun = time.monotonic()
                try:
                    return await self._press.draw(work, content.sizes[work.page - 1], pdf)
                finally:
                    self._standings.spend(work.sha256, time.monotonic() - begun)
        except Exception as error:
            await self._give_up(work, error)
            return None

    async def _encode(self, work: Place | Tile, drawing: Drawing) -> None:
        try:
            try:
                async with self._turn(work):
                    images = await self._press.encode(drawing)
            finally:
                drawing.close()
            if isinstance(work, Place):
                await self._shelf.keep_page(work, images, reduced=drawing.reduced)
            else:
                await self._shelf.keep_tile(work, images.tablet)
        except Exception as error:
            await self._give_up(work, error)

    async def _study(self, work: Run | Whole) -> None:
        try:
            if await self._shelf.had_study(work):
                return
            content = await self._standings.content(work.sha256)
            pdf = await self._source.open(work.sha256)
            scribe = self._press.scribe
            async with self._turn(work):
                if isinstance(work, Whole):
                    contents = await scribe.survey(work.sha256, pdf)
                    await self._shelf.keep_contents(work, contents)
                else:
                    pages = run_pages(work, len(content.sizes))
                    texts = await scribe.read(work.sha256, pages, pdf)
                    await self._shelf.keep_texts(work, texts)
        except Exception as error:
            await self._give_up(work, error)

    def _turn(self, work: Work) -> AbstractAsyncContextManager[None]:
        if isinstance(work, Run | Whole):
            return self._cores.beside()
        wished = self._desk.is_wished(work)
        return self._cores.at_once() if wished else self._cores.in_turn()

    async def _give_up(self, work: Work, error: Exception) -> None:
        if isinstance(error, FileRefused):
            try:
                await self._shelf.fail(work, error)
            except StorageError as full:
                error = full
            else:
                return
        code = _code_of(error)
        if code is Code.INTERNAL:
            log.error("work_fault", content=work.sha256[:12], work=str(work[1:]), exc_info=error)
        else:
            log.warning("work_undone", content=work.sha256[:12], work=str(work[1:]), code=code)
        self._desk.undone(work, code)


def _code_of(error: Exception) -> Code:
    match error:
        case StorageError():
            return storage_code(error)
        case NoChild():
            return Code.BUSY
        case _:
            return Code.INTERNAL
