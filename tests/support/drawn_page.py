"""A page drawn by the code of the drawing child, in this process, one pixel a point."""

import os
from typing import Final

from PIL import Image

from service.render.fence import canvas
from service.render.fence.messages import Draw, Drawn, Inspect, Inspected
from service.render.limits import CHANNELS
from service.render.worker import Reader

Colour = tuple[int, int, int]
WHITE: Final[Colour] = (255, 255, 255)
RED: Final[Colour] = (255, 0, 0)
NEAR: Final = 40
"""How far a channel may be off and still be called that colour: edges are soft."""


class DrawnPage:
    """What stands where on a drawn page; places are in points from its top left."""

    def __init__(self, picture: Image.Image) -> None:
        self.picture = picture

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in points."""
        return self.picture.size

    def at(self, x: int, y: int) -> Colour:
        """The colour of one point."""
        colour = self.picture.getpixel((x, y))
        assert isinstance(colour, tuple)
        return colour[0], colour[1], colour[2]

    def box_of(self, colour: Colour) -> tuple[int, int, int, int] | None:
        """Left, top, right and bottom of everything in about that colour."""
        return self._mask(colour).getbbox()

    def share_of(self, colour: Colour) -> float:
        """How much of the page is about that colour."""
        return self._mask(colour).histogram()[255] / (self.size[0] * self.size[1])

    @property
    def ink(self) -> tuple[int, int, int, int] | None:
        """Left, top, right and bottom of everything that is not white."""
        return self.picture.convert("L").point(lambda value: 255 * (value < 250)).getbbox()

    def _mask(self, colour: Colour) -> Image.Image:
        masks = [
            band.point(lambda value, wanted=wanted: 255 * (abs(value - wanted) <= NEAR))
            for band, wanted in zip(self.picture.split(), colour, strict=True)
        ]
        blank = Image.new("L", self.size, 0)
        both = Image.composite(masks[0], blank, masks[1])
        return Image.composite(both, blank, masks[2])


def drawn(data: bytes, page: int = 1) -> DrawnPage:
    """A page of the PDF. Raises AssertionError when it cannot be drawn."""
    pdf = os.memfd_create("pdf")
    try:
        os.write(pdf, data)
        inspected = Reader().answer(Inspect(max_pages=page, password=None), (pdf,))
        assert isinstance(inspected, Inspected), inspected
        return DrawnPage(_picture(pdf, page, *inspected.sizes[page - 1]))
    finally:
        os.close(pdf)


def _picture(pdf: int, page: int, width: int, height: int) -> Image.Image:
    byte_count = width * height * CHANNELS
    job = Draw(
        document="-",
        page=page,
        across=width,
        down=height,
        left=0,
        top=0,
        width=width,
        height=height,
    )
    with canvas.canvas(byte_count) as pixels:
        answer = Reader().answer(job, (pdf, pixels))
        assert isinstance(answer, Drawn), answer
        return Image.frombytes("RGB", (width, height), canvas.read(pixels, 0, byte_count))
