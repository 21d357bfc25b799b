"""One page of every kind that an image format can be wrong for, made by code."""

import io
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pymupdf
from PIL import Image, ImageDraw, ImageFilter

from tests.load.pages_papers import WORDS, chart, table, text

_pymupdf: Final[Any] = pymupdf
_A4: Final = (595, 842)
_SLIDE: Final = (960, 540)
_PALE: Final = ((0.93, 0.96, 1), (1, 0.97, 0.9), (0.92, 0.98, 0.92))
_INKS: Final = ((0.1, 0.2, 0.55), (0.7, 0.1, 0.1), (0, 0.4, 0.25), (0.35, 0.35, 0.35))


def papers(folder: Path) -> list[Path]:
    """A PDF of one page for each kind, named after it; the same in every run."""
    made = []
    for number, (name, draw) in enumerate(KINDS.items()):
        page = _empty(_SLIDE if "slide" in name else _A4)
        draw(page, random.Random(number))  # noqa: S311  a fixed seed, no secret
        made.append(folder / f"{name}.pdf")
        page.parent.save(made[-1], garbage=3, deflate=True)
    return made


def _empty(size: tuple[int, int] = _A4) -> Any:
    page = _pymupdf.open().new_page(width=size[0], height=size[1])
    page.insert_font(fontname="korean", fontbuffer=_pymupdf.Font("korea").buffer)
    return page


def _tinted_table(page: Any, rng: random.Random) -> None:
    """Coloured small print on pale cells: its soft edges run from colour to colour."""
    for row in range(30):
        for column in range(6):
            left, top = 50 + column * 82, 60 + row * 24
            fill, ink = _PALE[(row + column) % 3], _INKS[(row * 5 + column) % 4]
            page.draw_rect((left, top, left + 82, top + 24), fill=fill, width=0.4)
            words = f"{rng.choice(WORDS)} {rng.randrange(10**5):,}"
            page.insert_text((left + 4, top + 16), words, **_in(ink, 8.5))


def _dark_slide(page: Any, rng: random.Random) -> None:
    page.draw_rect(page.rect, fill=(0.05, 0.09, 0.2), width=0)
    _headline(page, rng, (1, 1, 1))


def _gradient_slide(page: Any, rng: random.Random) -> None:
    """From top to bottom: no two neighbours in a row differ."""
    _shade(page, (0.08, 0.22, 0.5), (0.01, 0.04, 0.12), upright=True)
    _headline(page, rng, (1, 1, 1))


def _gradient_banner(page: Any, rng: random.Random) -> None:
    """A tenth of the page, too little to make a picture of it."""
    _shade(page, (0.75, 0.85, 1), (1, 1, 1), upright=False, height=84)
    text(page, rng, 30)


def _grey_gradient(page: Any, rng: random.Random) -> None:
    _shade(page, (0.8,) * 3, (1,) * 3, upright=True)
    text(page, rng, 34)


def _photo_and_text(page: Any, rng: random.Random) -> None:
    text(page, rng, 18)
    page.insert_image((50, 470, 545, 790), stream=_jpeg(_landscape(rng)))


def _photo(page: Any, rng: random.Random) -> None:
    page.insert_image(page.rect, stream=_jpeg(_landscape(rng)), keep_proportion=False)


def _screenshot(page: Any, rng: random.Random) -> None:
    """A window of another program, its lettering smoothed at its own size."""
    page.insert_image((50, 60, 545, 430), stream=_window(rng))
    text(page, rng, 1, top=460)


def _grey_scan(page: Any, rng: random.Random) -> None:
    page.insert_image(page.rect, stream=_jpeg(_scan(rng, "L")))


def _colour_scan(page: Any, rng: random.Random) -> None:
    paper = _scan(rng, "L").convert("RGB")
    tint = Image.new("RGB", paper.size, (250, 246, 236))
    page.insert_image(page.rect, stream=_jpeg(Image.blend(paper, tint, 0.15)))


def _fax(page: Any, rng: random.Random) -> None:
    """A scan of two tones, 300 dots an inch."""
    out = io.BytesIO()
    _typed(rng, 300).point(lambda value: 255 * (value > 140)).convert("1").save(out, "PNG")
    page.insert_image(page.rect, stream=out.getvalue())


def _line_map(page: Any, rng: random.Random) -> None:
    """3,000 lines, each in a colour of its own."""
    shape = page.new_shape()
    for _ in range(3_000):
        x, y = rng.uniform(40, 500), rng.uniform(40, 780)
        shape.draw_line((x, y), (x + rng.uniform(-40, 60), y + rng.uniform(-30, 40)))
        shape.finish(color=[rng.random() for _ in "rgb"], width=rng.choice((0.4, 0.8, 1.5)))
    shape.commit()


def _in(ink: tuple[float, ...], size: float) -> dict[str, Any]:
    return {"fontname": "korean", "fontsize": size, "color": ink}


def _headline(page: Any, rng: random.Random, ink: tuple[float, ...]) -> None:
    for line in range(7):
        words = " ".join(rng.choice(WORDS) for _ in range(6))
        page.insert_text((70, 110 + line * 60), words, **_in(ink, 34 if line == 0 else 24))


def _shade(
    page: Any,
    start: tuple[float, ...],
    end: tuple[float, ...],
    *,
    upright: bool,
    height: float | None = None,
) -> None:
    """An axial shading (ISO 32000-1, 8.7.4.5.3) from the top edge or the left one."""
    width, full = page.rect.width, page.rect.height
    down = full - (height or full)
    coordinates = f"0 {full} 0 {down}" if upright else f"0 0 {width} 0"
    ramp = f"<</FunctionType 2/Domain[0 1]/C0[{_list(start)}]/C1[{_list(end)}]/N 1>>"
    kind = f"/ShadingType 2/ColorSpace/DeviceRGB/Coords[{coordinates}]"
    document = page.parent
    resources = int(document.xref_get_key(page.xref, "Resources")[1].partition(" ")[0])
    document.xref_set_key(resources, "Shading", f"<</Sh1<<{kind}/Function {ramp}>>>>")
    stream = document.get_new_xref()
    document.update_object(stream, "<<>>")
    clip = f"q 0 {down} {width} {full - down} re W n /Sh1 sh Q"
    document.update_stream(stream, clip.encode())
    page.set_contents(stream)


def _list(numbers: tuple[float, ...]) -> str:
    return " ".join(map(str, numbers))


def _landscape(rng: random.Random) -> Image.Image:
    """Soft tones, hard outlines and grain: what a camera gives."""
    size = (1_240, 800)
    grain = Image.frombytes("L", size, rng.randbytes(size[0] * size[1]))
    sky = Image.linear_gradient("L").resize(size).point(lambda value: 90 + value // 2)
    hills = grain.filter(ImageFilter.GaussianBlur(40)).point(lambda value: (value - 118) * 16)
    leaves = grain.filter(ImageFilter.GaussianBlur(1)).point(lambda value: value // 4)
    picture = Image.merge("RGB", (sky, hills, sky.transpose(Image.Transpose.FLIP_TOP_BOTTOM)))
    picture = Image.blend(picture, leaves.convert("RGB"), 0.35)
    pen = ImageDraw.Draw(picture)
    for _ in range(40):
        x, y = rng.randrange(size[0]), rng.randrange(400, size[1])
        ink = tuple(rng.randrange(30, 220) for _ in "rgb")
        pen.rectangle((x, y, x + rng.randrange(20, 90), y + rng.randrange(20, 120)), fill=ink)
    return picture.filter(ImageFilter.GaussianBlur(0.7))


def _window(rng: random.Random) -> bytes:
    picture = Image.new("RGB", (1_280, 957), (243, 243, 243))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, 1_280, 40), fill=(32, 96, 170))
    for row in range(28):
        top = 60 + row * 31
        pen.rectangle((20, top, 1_260, top + 30), fill=(255, 255, 255), outline=(208, 208, 208))
        for column in range(7):
            label = f"{rng.randrange(10**7):,}"
            pen.text((30 + column * 176, top + 7), label, fill=(40, 40, 40), font_size=15)
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _typed(rng: random.Random, dpi: int) -> Image.Image:
    """A typed page in grey, a little askew."""
    page = _empty()
    text(page, rng, 34)
    pixels = page.get_pixmap(dpi=dpi, colorspace=_pymupdf.csGRAY)
    sheet = Image.frombytes("L", (pixels.width, pixels.height), pixels.samples)
    return sheet.rotate(0.6, Image.Resampling.BICUBIC, fillcolor=250)


def _scan(rng: random.Random, mode: str) -> Image.Image:
    sheet = _typed(rng, 200).filter(ImageFilter.GaussianBlur(0.8))
    grain = Image.frombytes("L", sheet.size, rng.randbytes(sheet.width * sheet.height))
    return Image.blend(sheet, grain.filter(ImageFilter.GaussianBlur(1)), 0.12).convert(mode)


def _jpeg(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=80)
    return out.getvalue()


KINDS: Final[dict[str, Callable[[Any, random.Random], None]]] = {
    "text": lambda page, rng: text(page, rng, 34),
    "table": table,
    "tinted table": _tinted_table,
    "chart": chart,
    "line map": _line_map,
    "screenshot": _screenshot,
    "dark slide": _dark_slide,
    "gradient slide": _gradient_slide,
    "gradient banner": _gradient_banner,
    "grey gradient": _grey_gradient,
    "photo and text": _photo_and_text,
    "photo": _photo,
    "grey scan": _grey_scan,
    "colour scan": _colour_scan,
    "fax": _fax,
}
