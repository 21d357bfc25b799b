"""From PDF to images: drawn by one child, encoded by another, each replaced alone.

Drawing and encoding are two steps with a drawing between them, so that the next page
can be drawn while this one is encoded.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from service.errors import Code, FileRefused
from service.render.fence import canvas
from service.render.fence.errors import ChildTooSlow, FenceError, NoChild
from service.render.fence.messages import Draw, Drawn, Encode, Encoded, Failed, Trouble
from service.render.fence.sandbox import Sandbox
from service.render.limits import (
    TABLET_WIDTH,
    ChildLimits,
    Size,
    drawing_size,
    halved,
    thumbnail_size,
    tile_box,
    too_large,
)
from service.render.scribe import Scribe
from service.render.work import Place, Tile

ENCODE_SECONDS = 20.0
"""The largest drawing takes 2 s to encode on a slow core."""

NO_THUMBNAIL = Size(0, 0)

_CODES = {
    Trouble.TOO_HEAVY: Code.PAGE_TOO_HEAVY,
    Trouble.TOO_LARGE: Code.PAGE_TOO_LARGE,
}


@dataclass(slots=True)
class Drawing:
    """A drawn page or tile in memory of ours; must be closed.

    `reduced`: a page that came out at half the size only. A tile has no thumbnail.
    """

    size: Size
    thumbnail: Size
    pixels: int
    held: ExitStack
    reduced: bool = False

    def close(self) -> None:
        """Give the memory back."""
        self.held.close()


@dataclass(frozen=True, slots=True)
class Images:
    """The images of a page, or of a tile: then without a thumbnail."""

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
        self.scribe = Scribe(self.worker, page_seconds)

    async def start(self) -> None:
        """Have both children ready. Raises NoChild."""
        await self.worker.start()
        await self.encoder.start()

    @property
    def able(self) -> bool:
        """Whether both kinds of children could be started when one was last needed."""
        return self.worker.able and self.encoder.able

    async def draw(self, work: Place | Tile, points: tuple[int, int], pdf: int) -> Drawing:
        """Draw a page of that many points, at half the size when the full one takes too much.

        A tile is drawn as it is or not at all. Raises FileRefused with the page's code,
        NoChild when there is nobody to draw.
        """
        if too_large(points):
            raise FileRefused(Code.PAGE_TOO_LARGE)
        if isinstance(work, Tile):
            return await self._drawing(_tile_job(work, points), NO_THUMBNAIL, pdf)
        full = drawing_size(points)
        try:
            return await self._drawing(_page_job(work, full), thumbnail_size(full), pdf)
        except FileRefused as refused:
            if refused.code is Code.PAGE_TOO_LARGE:
                raise
        half = halved(full)
        drawing = await self._drawing(_page_job(work, half), thumbnail_size(half), pdf)
        drawing.reduced = True
        return drawing

    async def encode(self, drawing: Drawing) -> Images:
        """The images of a drawing. Raises FileRefused, NoChild."""
        small = drawing.thumbnail
        room = drawing.size.byte_count + small.byte_count + 65_536
        job = Encode(
            width=drawing.size.width,
            height=drawing.size.height,
            thumbnail_width=small.width,
            thumbnail_height=small.height,
            room=room,
        )
        least = 0 if small == NO_THUMBNAIL else 1
        with canvas.canvas(room) as images:
            with page_codes():
                answer = await self.encoder.ask(
                    job,
                    (drawing.pixels, images),
                    ENCODE_SECONDS,
                    Encoded,
                    lambda said: (
                        said.tablet > 0
                        and said.thumbnail >= least
                        and said.tablet + said.thumbnail <= room
                    ),
                )
            if isinstance(answer, Failed):
                raise FileRefused(code_of(answer))
            return Images(
                tablet=canvas.read(images, 0, answer.tablet),
                thumbnail=canvas.read(images, answer.tablet, answer.thumbnail),
            )

    async def aclose(self) -> None:
        """End both children."""
        await self.worker.aclose()
        await self.encoder.aclose()

    async def _drawing(self, job: Draw, thumbnail: Size, pdf: int) -> Drawing:
        size = Size(job.width, job.height)
        with ExitStack() as held:
            pixels = held.enter_context(canvas.canvas(size.byte_count))
            with page_codes():
                answer = await self.worker.ask(
                    job,
                    (pdf, pixels),
                    self._page_seconds,
                    Drawn,
                    lambda said: (said.width, said.height) == (size.width, size.height),
                )
            if isinstance(answer, Failed):
                raise FileRefused(code_of(answer))
            return Drawing(size, thumbnail, pixels, held.pop_all())


def _page_job(place: Place, size: Size) -> Draw:
    return Draw(
        document=place.sha256,
        page=place.page,
        across=size.width,
        down=size.height,
        left=0,
        top=0,
        width=size.width,
        height=size.height,
    )


def _tile_job(tile: Tile, points: tuple[int, int]) -> Draw:
    box = tile_box(points, tile.level, tile.column, tile.row)
    if box is None:
        raise FileRefused(Code.NO_SUCH_PAGE)
    left, top, width, height = box
    across = TABLET_WIDTH * tile.level
    return Draw(
        document=tile.sha256,
        page=tile.page,
        across=across,
        down=across * points[1] / points[0],
        left=left,
        top=top,
        width=width,
        height=height,
    )


@contextmanager
def page_codes() -> Iterator[None]:
    """Say what befell the child in words about the page."""
    try:
        yield
    except NoChild:
        raise
    except ChildTooSlow as error:
        raise FileRefused(Code.PAGE_TOO_SLOW) from error
    except FenceError as error:
        raise FileRefused(Code.PAGE_BROKEN) from error


def code_of(failed: Failed) -> Code:
    """The code of what a child could not do."""
    return _CODES.get(failed.trouble, Code.PAGE_BROKEN)
