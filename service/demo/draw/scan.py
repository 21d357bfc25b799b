"""Paper that went through a scanner: a form filled in by hand, skewed, specked, with no text."""

import io
import random
from datetime import date

from PIL import Image, ImageChops, ImageFilter

from service.demo.calendar import after, full
from service.demo.draw.book import Book
from service.demo.draw.check_form import check_form
from service.demo.draw.pdf import new_document, put
from service.demo.draw.sheet import Sheet

_SEED = 1_130
_DPI = 140
_QUALITY = 58
_SKEWS = (0.9, -0.6)
"""Degrees by which the sheets lay askew on the glass."""

_GLASS = (236, 235, 230)
"""The colour beside the sheet, where the lid was not quite shut."""


def scanned_forms(monday: date) -> Book:
    """The winter check of the roads, as it came back from two field offices."""
    book = Book("제설 취약구간 현장점검표(스캔)", "한장시 안전총괄과")
    # Fixed seed: the same specks on every run.
    chance = random.Random(_SEED)
    for at, skew in enumerate(_SKEWS):
        sheet = Sheet()
        form = check_form(at, full(after(monday, -5 + at)))
        sheet.picture = _scanned(_raster(form), skew, chance)
        book.add(sheet, numbered=False)
    return book


def _raster(sheet: Sheet) -> Image.Image:
    document = new_document()
    pixels = put(document, sheet).get_pixmap(dpi=_DPI)
    image = Image.frombytes("RGB", (pixels.width, pixels.height), pixels.samples)
    document.close()
    return image


def _scanned(clean: Image.Image, skew: float, chance: random.Random) -> bytes:
    """The picture as a scanner would send it: soft, grainy, crooked, darker at one edge."""
    size = clean.size
    askew = clean.filter(ImageFilter.GaussianBlur(0.6)).rotate(
        skew, Image.Resampling.BICUBIC, fillcolor=_GLASS
    )
    paper = Image.new("RGB", size, (250, 249, 243))
    grain = Image.frombytes("L", size, chance.randbytes(size[0] * size[1]))
    soft = grain.filter(ImageFilter.GaussianBlur(0.9)).point(lambda value: 224 + value // 8)
    shade = Image.linear_gradient("L").rotate(90).resize(size)
    edge = shade.point(lambda value: 255 - max(0, 40 - value) * 2)
    for layer in (paper, soft.convert("RGB"), edge.convert("RGB")):
        askew = ImageChops.multiply(askew, layer)
    for _ in range(90):
        spot = (chance.randrange(size[0] - 3), chance.randrange(size[1] - 3))
        askew.paste((90, 88, 84), (*spot, spot[0] + chance.choice((1, 1, 2)), spot[1] + 1))
    out = io.BytesIO()
    askew.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()
