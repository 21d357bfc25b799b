"""Tiles put together are the page at that size, and belong to the page that was asked for."""

import os
from collections.abc import Iterator

import pytest
from PIL import Image, ImageChops, ImageStat

from service.render.fence import canvas
from service.render.fence.messages import Draw, Drawn
from service.render.limits import CHANNELS, TABLET_WIDTH, tile_box
from service.render.worker import Reader
from tests.support import pdfs

PAGE = (120, 200)
LEVEL = 4
DOWN = -(-TABLET_WIDTH * LEVEL * PAGE[1] // PAGE[0])


@pytest.fixture
def pdf() -> Iterator[int]:
    """Two pages with a slanting line each, not the same."""
    contents = [b"0 0 1 RG 3 w 5 10 m 115 190 l S", b"1 0 0 RG 3 w 5 190 m 115 10 l S"]
    objects = [
        pdfs.CATALOG,
        pdfs.tree([3, 5]),
        pdfs.page(4, PAGE),
        pdfs.stream(contents[0]),
        pdfs.page(6, PAGE),
        pdfs.stream(contents[1]),
    ]
    descriptor = os.memfd_create("two pages")
    os.write(descriptor, pdfs.pdf(objects))
    yield descriptor
    os.close(descriptor)


def drawn(reader: Reader, pdf: int, page: int, box: tuple[int, int, int, int]) -> Image.Image:
    """A rectangle of a page, drawn by the child's own code."""
    left, top, width, height = box
    job = Draw(
        document="two",
        page=page,
        across=TABLET_WIDTH * LEVEL,
        down=TABLET_WIDTH * LEVEL * PAGE[1] / PAGE[0],
        left=left,
        top=top,
        width=width,
        height=height,
    )
    with canvas.canvas(width * height * CHANNELS) as pixels:
        assert reader.answer(job, (pdf, pixels)) == Drawn(width=width, height=height)
        samples = canvas.read(pixels, 0, width * height * CHANNELS)
    return Image.frombytes("RGB", (width, height), samples)


def difference(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of a sample."""
    means: list[float] = ImageStat.Stat(ImageChops.difference(one, other)).mean
    return max(means)


@pytest.mark.parametrize(("column", "row"), [(0, 12), (3, 6), (4, 6), (7, 0)])
def test_a_tile_is_what_the_whole_page_shows_there(pdf: int, column: int, row: int) -> None:
    reader = Reader()
    whole = drawn(reader, pdf, 1, (0, 0, TABLET_WIDTH * LEVEL, DOWN))
    box = tile_box(PAGE, LEVEL, column, row)
    assert box is not None
    tile = drawn(reader, pdf, 1, box)
    left, top, width, height = box
    there = whole.crop((left, top, left + width, top + height))
    assert tile.getextrema() != ((255, 255),) * 3
    assert difference(tile, there) < 0.5


def test_the_next_tile_may_be_of_another_page(pdf: int) -> None:
    reader = Reader()
    box = tile_box(PAGE, LEVEL, 0, 0)
    assert box is not None
    blue = (0, 0, 255)
    first, second, again = (drawn(reader, pdf, page, box) for page in (1, 2, 1))
    assert first.tobytes() == again.tobytes()
    assert first.getpixel((700, 700)) != blue
    assert difference(first, second) > 1
