"""Prints of pages, made by the real children; what is no picture is refused, not believed."""

import io
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image

from service.errors import Code, FileRefused
from service.render.limits import MAX_PAGE_SIDE, ChildLimits
from service.render.press import Press
from service.render.printer import Printer
from service.render.work import Place
from tests.support import pdfs

SIDE = 32
A4 = (595, 842)


@pytest.fixture
async def press() -> AsyncIterator[Press]:
    press = Press(ChildLimits(), page_seconds=20)
    yield press
    await press.aclose()


def half_black(form: str) -> bytes:
    """An image whose left half is black."""
    picture = Image.new("RGB", (240, 340), "white")
    picture.paste("black", (0, 0, 120, 340))
    out = io.BytesIO()
    picture.save(out, form)
    return out.getvalue()


def page_of(folder: Path, data: bytes) -> int:
    """An open PDF."""
    place = folder / "paper.pdf"
    place.write_bytes(data)
    return os.open(place, os.O_RDONLY)


async def test_our_images_are_printed_whatever_their_format(press: Press) -> None:
    printer = Printer(press.encoder, SIDE)
    for form in ("JPEG", "PNG", "WEBP"):
        print_ = await printer.of_image(half_black(form))
        assert len(print_) == SIDE * SIDE
        for row in range(0, SIDE * SIDE, SIDE):
            assert max(print_[row : row + 15]) < 20
            assert min(print_[row + 17 : row + SIDE]) > 235


async def test_what_is_no_image_of_ours_is_refused(press: Press) -> None:
    printer = Printer(press.encoder, SIDE)
    for data in (b"no image", half_black("GIF"), half_black("PNG")[:200], half_black("BMP")):
        with pytest.raises(FileRefused):
            await printer.of_image(data)
    assert len(await printer.of_image(half_black("PNG"))) == SIDE * SIDE
    assert press.encoder.started == 1


async def test_a_page_is_printed_where_its_ink_is(press: Press, tmp_path: Path) -> None:
    printer = Printer(press.encoder, SIDE)
    pdf = page_of(tmp_path, pdfs.one_page(b"0 0 0 rg 0 421 595 421 re f"))
    print_ = await printer.of_page(press.worker, Place("a", 1), A4, pdf, 20)
    os.close(pdf)
    assert max(print_[: 15 * SIDE]) < 20
    assert min(print_[17 * SIDE :]) > 235


async def test_pages_that_cannot_be_drawn_say_why(press: Press, tmp_path: Path) -> None:
    printer = Printer(press.encoder, SIDE)
    pdf = page_of(tmp_path, pdfs.with_broken_page())
    with pytest.raises(FileRefused) as refused:
        await printer.of_page(press.worker, Place("a", 2), A4, pdf, 20)
    assert refused.value.code is Code.PAGE_BROKEN
    with pytest.raises(FileRefused) as refused:
        await printer.of_page(press.worker, Place("a", 1), (10, MAX_PAGE_SIDE + 1), pdf, 20)
    assert refused.value.code is Code.PAGE_TOO_LARGE
    os.close(pdf)


async def test_the_drawing_child_prints_nothing(press: Press) -> None:
    with pytest.raises(FileRefused):
        await Printer(press.worker, SIDE).of_image(half_black("PNG"))
