"""One page from PDF to images: drawn by one child, encoded by another, each replaced alone.

Drawing and encoding are two steps with a drawing between them, so that the next page
can be drawn while this one is encoded.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from service.errors import Code, FileRefused
from service.render import canvas
from service.render.fence_errors import ChildTooSlow, FenceError, NoChild
from service.render.limits import (
    ChildLimits,
    Size,
    drawing_size,
    halved,
    thumbnail_size,
    too_large,
)
from service.render.messages import Draw, Drawn, Encode, Encoded, Failed, Trouble
from service.render.sandbox import Sandbox

ENCODE_SECONDS = 20.0
"""The largest drawing takes 2 s to encode on a slow core."""

_CODES = {
    Trouble.TOO_HEAVY: Code.PAGE_TOO_HEAVY,
    Trouble.TOO_LARGE: Code.PAGE_TOO_LARGE,
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to be drawn: whose, which, and its size in points."""

    sha256: str
    page: int
    points: tuple[int, int]


@dataclass(slots=True)
class Drawing:
    """A drawn page in memory of ours; must be closed."""

    size: Size
    pixels: int
    held: ExitStack

    def close(self) -> None:
        """Give the memory back."""
        self.held.close()


@dataclass(frozen=True, slots=True)
class Images:
    """The two images of a page."""

    tablet: bytes
    thumbnail: bytes


class Press:
    """One drawing child and one encoding child."""

    def __init__(
        self,
        limits: ChildLimits,
        page_seconds: float,
        worker: str = "service.render.worker",
        encoder: str = "service.render.encoder",
    ) -> None:
        self._page_seconds = page_seconds
        self.worker = Sandbox(worker, limits)
        self.encoder = Sandbox(encoder, limits)

    async def start(self) -> None:
        """Have both children ready. Raises NoChild."""
        await self.worker.start()
        await self.encoder.start()

    async def draw(self, sheet: Sheet, pdf: int) -> Drawing:
        """Draw a page, at half the size when the full one takes too much.

        Raises FileRefused with the page's code, NoChild when there is nobody to draw.
        """
        if too_large(sheet.points):
            raise FileRefused(Code.PAGE_TOO_LARGE)
        full = drawing_size(sheet.points)
        try:
            return await self._drawing(sheet, full, pdf)
        except FileRefused as refused:
            if refused.code is Code.PAGE_TOO_LARGE:
                raise
        return await self._drawing(sheet, halved(full), pdf)

    async def encode(self, drawing: Drawing) -> Images:
        """The images of a drawing. Raises FileRefused, NoChild."""
        small = thumbnail_size(drawing.size)
        room = drawing.size.byte_count + small.byte_count + 65_536
        job = Encode(
            width=drawing.size.width,
            height=drawing.size.height,
            thumbnail_width=small.width,
            thumbnail_height=small.height,
            room=room,
        )
        with canvas.canvas(room) as images:
            with _page_codes():
                answer = await self.encoder.ask(
                    job,
                    (drawing.pixels, images),
                    ENCODE_SECONDS,
                    Encoded,
                    lambda said: (
                        min(said.tablet, said.thumbnail) > 0
                        and said.tablet + said.thumbnail <= room
                    ),
                )
            if isinstance(answer, Failed):
                raise FileRefused(_code_of(answer))
            return Images(
                tablet=canvas.read(images, 0, answer.tablet),
                thumbnail=canvas.read(images, answer.tablet, answer.thumbnail),
            )

    async def aclose(self) -> None:
        """End both children."""
        await self.worker.aclose()
        await self.encoder.aclose()

    async def _drawing(self, sheet: Sheet, size: Size, pdf: int) -> Drawing:
        with ExitStack() as held:
            pixels = held.enter_context(canvas.canvas(size.byte_count))
            job = Draw(
                document=sheet.sha256,
                page=sheet.page,
                across=size.width,
                down=size.height,
                left=0,
                top=0,
                width=size.width,
                height=size.height,
            )
            with _page_codes():
                answer = await self.worker.ask(
                    job,
                    (pdf, pixels),
                    self._page_seconds,
                    Drawn,
                    lambda said: (said.width, said.height) == (size.width, size.height),
                )
            if isinstance(answer, Failed):
                raise FileRefused(_code_of(answer))
            return Drawing(size=size, pixels=pixels, held=held.pop_all())


@contextmanager
def _page_codes() -> Iterator[None]:
    """Say what befell the child in words about the page."""
    try:
        yield
    except NoChild:
        raise
    except ChildTooSlow as error:
        raise FileRefused(Code.PAGE_TOO_SLOW) from error
    except FenceError as error:
        raise FileRefused(Code.PAGE_BROKEN) from error


def _code_of(failed: Failed) -> Code:
    return _CODES.get(failed.trouble, Code.PAGE_BROKEN)
