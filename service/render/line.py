"""Keeps one press busy: the next page is drawn while the last one is encoded and stored."""

import asyncio

import structlog

from service.errors import Code, FileRefused, storage_code
from service.render.desk import Desk
from service.render.fence_errors import NoChild
from service.render.press import Drawing, Press, Sheet
from service.render.source import Source
from storage.errors import StorageError
from storage.ports import Blobs

log = structlog.get_logger()


class Line:
    """One press and the document it has open."""

    def __init__(self, press: Press, blobs: Blobs, desk: Desk, cores: asyncio.Semaphore) -> None:
        """Work with at most as many children at once as there are `cores`, over all lines.

        More would not be faster, and the page somebody waits for would be encoded beside
        pages nobody waits for.
        """
        self._press = press
        self._cores = cores
        self._source = Source(blobs)
        self._desk = desk

    async def run(self) -> None:
        """Work until cancelled; no fault of a page, a child or storage ends it."""
        encoding: asyncio.Task[None] | None = None
        drawing: Drawing | None = None
        try:
            while True:
                sheet = await self._desk.take()
                drawing = await self._draw(sheet)
                if encoding is not None:
                    await encoding
                    encoding = None
                if drawing is not None:
                    encoding = asyncio.create_task(self._encode(sheet, drawing))
        finally:
            if encoding is not None:
                encoding.cancel()
                await asyncio.gather(encoding, return_exceptions=True)
            if drawing is not None:
                drawing.close()
            await self._source.close()
            await self._press.aclose()

    async def _draw(self, sheet: Sheet) -> Drawing | None:
        try:
            if await self._desk.is_there(sheet):
                await self._desk.drawn(sheet, None)
                return None
            pdf = await self._source.open(sheet.sha256)
            async with self._cores:
                return await self._press.draw(sheet, pdf)
        except Exception as error:
            await self._give_up(sheet, error)
            return None

    async def _encode(self, sheet: Sheet, drawing: Drawing) -> None:
        try:
            try:
                async with self._cores:
                    images = await self._press.encode(drawing)
            finally:
                drawing.close()
            await self._desk.drawn(sheet, images)
        except Exception as error:
            await self._give_up(sheet, error)

    async def _give_up(self, sheet: Sheet, error: Exception) -> None:
        if isinstance(error, FileRefused):
            try:
                await self._desk.failed(sheet, error.code)
            except StorageError as full:
                error = full
            else:
                return
        code = _code_of(error)
        if code is Code.INTERNAL:
            log.error("page_fault", content=sheet.sha256[:12], page=sheet.page, exc_info=error)
        else:
            log.warning("page_undone", content=sheet.sha256[:12], page=sheet.page, code=code)
        self._desk.undone(sheet, code)


def _code_of(error: Exception) -> Code:
    match error:
        case StorageError():
            return storage_code(error)
        case NoChild():
            return Code.BUSY
        case _:
            return Code.INTERNAL
