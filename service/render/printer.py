"""Prints of pages, made behind the fence: from an image of ours, or drawn small from the PDF."""

import os
from typing import Final

from service.errors import FileRefused
from service.render.fence import canvas
from service.render.fence.messages import Draw, Drawn, Failed, Print, Trouble, Written
from service.render.fence.sandbox import Sandbox
from service.render.limits import THUMBNAIL_WIDTH, Size, drawing_size, too_large
from service.render.press import code_of, page_codes
from service.render.work import Place

PRINT_SECONDS: Final = 10.0
"""The largest image takes 0.2 s to print."""


class Printer:
    """Prints of `side` x `side` grey levels, row by row from the top left."""

    def __init__(self, encoder: Sandbox, side: int) -> None:
        self._encoder = encoder
        self._side = side

    async def of_image(self, image: bytes) -> bytes:
        """The print of an image that Encode made. Raises FileRefused, NoChild."""
        with canvas.canvas(len(image)) as picture:
            os.pwrite(picture, image, 0)
            job = Print(width=0, height=0, byte_count=len(image), side=self._side)
            return await self._printed(job, picture)

    async def of_page(
        self, worker: Sandbox, place: Place, points: tuple[int, int], pdf: int, seconds: float
    ) -> bytes:
        """The print of a page, drawn as wide as a thumbnail. Raises FileRefused, NoChild."""
        if too_large(points):
            raise FileRefused(code_of(Failed(trouble=Trouble.TOO_LARGE)))
        size = drawing_size(points, THUMBNAIL_WIDTH)
        with canvas.canvas(size.byte_count) as drawing:
            with page_codes():
                answer = await worker.ask(
                    _job(place, size),
                    (pdf, drawing),
                    seconds,
                    Drawn,
                    lambda said: (said.width, said.height) == (size.width, size.height),
                )
            if isinstance(answer, Failed):
                raise FileRefused(code_of(answer))
            job = Print(width=size.width, height=size.height, byte_count=0, side=self._side)
            return await self._printed(job, drawing)

    async def _printed(self, job: Print, picture: int) -> bytes:
        room = self._side * self._side
        with canvas.canvas(room) as memory:
            with page_codes():
                answer = await self._encoder.ask(
                    job, (picture, memory), PRINT_SECONDS, Written, lambda it: it.byte_count == room
                )
            if isinstance(answer, Failed):
                raise FileRefused(code_of(answer))
            return canvas.read(memory, 0, room)


def _job(place: Place, size: Size) -> Draw:
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
