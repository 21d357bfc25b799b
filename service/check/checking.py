"""One file, looked at and drawn by the same children as an upload; nothing is kept."""

import asyncio
import time
from collections.abc import Callable

import structlog

from service.check.folder import Found
from service.check.held import Held, held
from service.check.verdict import GreyPage, Verdict
from service.errors import Code, FileRefused
from service.render.fence.errors import NoChild
from service.render.inspection import Inspector
from service.render.limits import FileLimits
from service.render.press import Press
from service.render.work import Place

log = structlog.get_logger()


class Checker:
    """Tells of one file at a time, with three children of its own that start when first needed."""

    def __init__(
        self,
        inspector: Inspector,
        press: Press,
        limits: FileLimits,
        draw: int | None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Draw the first `draw` pages of each file, or all."""
        self._inspector = inspector
        self._press = press
        self._limits = limits
        self._draw = draw
        self._clock = clock
        self._started = False
        self._starting = 0.0

    async def check(self, found: Found) -> Verdict:
        """The verdict on whatever was found; no fault of it is an exception.

        Raises NoChild when the machine lets nobody look.
        """
        begun = self._clock()
        code: Code | None = None
        pages: int = 0
        grey: tuple[GreyPage, ...] = ()
        try:
            with held(found) as file:
                pages, grey = await self._looked_at(file)
                file.refuse_if_changed()
        except FileRefused as refused:
            code, pages, grey = refused.code, 0, ()
        except NoChild as error:
            if not self._started:
                raise
            log.error("no_child", exc_info=error)
            code, pages, grey = Code.BUSY, 0, ()
        except Exception as error:
            log.error("check_fault", exc_info=error)
            code, pages, grey = Code.INTERNAL, 0, ()
        taken = self._clock() - begun - self._starting
        self._starting = 0.0
        return Verdict(found.name, code, pages, round(taken * 1_000), grey)

    async def aclose(self) -> None:
        """End the children."""
        await self._inspector.aclose()
        await self._press.aclose()

    async def _looked_at(self, file: Held) -> tuple[int, tuple[GreyPage, ...]]:
        try:
            sizes = await self._inspected(file)
            return len(sizes), await self._grey_pages(file, sizes)
        except FileRefused:
            # A file that changed under the reader's eyes may look broken: say the truth.
            file.refuse_if_changed()
            raise

    async def _ready(self) -> None:
        """Start the children; the time it takes is no file's."""
        if not self._started:
            begun = self._clock()
            await asyncio.gather(self._inspector.start(), self._press.start())
            self._starting = self._clock() - begun
            self._started = True

    async def _inspected(self, file: Held) -> tuple[tuple[int, int], ...]:
        if file.before.st_size == 0:
            raise FileRefused(Code.EMPTY_FILE)
        if file.before.st_size > self._limits.byte_count:
            raise FileRefused(Code.FILE_TOO_LARGE)
        await self._ready()
        try:
            return (await self._inspector.inspect(file.alias)).sizes
        except OSError as error:
            raise FileRefused(Code.UNREADABLE_FILE) from error

    async def _grey_pages(
        self, file: Held, sizes: tuple[tuple[int, int], ...]
    ) -> tuple[GreyPage, ...]:
        grey = []
        for page, points in enumerate(sizes[: self._draw], 1):
            try:
                place = Place(file.identity, page)
                drawing = await self._press.draw(place, points, file.descriptor)
                try:
                    await self._press.encode(drawing)
                finally:
                    drawing.close()
            except FileRefused as refused:
                grey.append(GreyPage(page, refused.code))
        return tuple(grey)
