"""Words lie where they are drawn: the ink of each word is inside its box and nowhere else."""

import mmap
import os
from math import ceil

import pytest

from service.render.fence.messages import Draw
from service.render.limits import drawing_size
from service.render.pdf.closer import Closer
from service.render.pdf.drawing import draw
from tests.support.pdf_answers import opened, texts
from tests.support.written_pdfs import text, written

WIDTH = 800
WHITE = 250


def drawn(file: bytes) -> tuple[list[bytes], int]:
    """The rows of the page's pixels, one byte each, and the width."""
    with opened(file) as document:
        rect = document[0].rect
        size = drawing_size((rect.width, rect.height), WIDTH)
        memory = os.memfd_create("pixels")
        try:
            os.ftruncate(memory, size.byte_count)
            job = Draw(
                document="d",
                page=1,
                across=size.width,
                down=size.height,
                left=0,
                top=0,
                width=size.width,
                height=size.height,
            )
            draw(job, document, memory, Closer())
            with mmap.mmap(memory, size.byte_count) as pixels:
                grey = pixels[::3]
        finally:
            os.close(memory)
    return [grey[at : at + size.width] for at in range(0, len(grey), size.width)], size.width


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize(
    "box",
    [
        b"/MediaBox[0 0 600 800]",
        b"/MediaBox[0 0 600 800]/CropBox[60 40 560 640]",
        b"/MediaBox[-100 -50 500 750]/CropBox[-20 10 480 700]",
        b"/MediaBox[0 0 600 800]/UserUnit 3",
        b"/MediaBox[0 0 300 1400]/CropBox[0 0 300 1350]",
    ],
)
def test_all_ink_is_in_the_boxes_and_each_box_has_some(rotation: int, box: bytes) -> None:
    content = text("gut", 120, 300, 24, "L") + text("Abend", 150, 560, 12, "L")
    content += text("leise", 200, 200, 16, "L", turned=(0, 1))
    file = written(content, entries=box + b"/Rotate %d" % rotation)
    (page,) = texts(file)
    assert sorted(page.text.split()) == ["Abend", "gut", "leise"]
    rows, width = drawn(file)
    inked = {
        (column, row)
        for row, line in enumerate(rows)
        if min(line) < WHITE
        for column, value in enumerate(line)
        if value < WHITE
    }
    scale = width / 10_000
    for left, top, right, bottom in page.boxes:
        inside = {
            (column, row)
            for column in range(int(left * scale) - 1, ceil(right * scale) + 1)
            for row in range(int(top * scale) - 1, ceil(bottom * scale) + 1)
        }
        assert len(inside & inked) > len(inside) / 20
        inked -= inside
    assert inked == set()
