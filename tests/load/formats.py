"""Image formats beside each other, page by page: bytes, time to encode and decode, loss.

`--pdfs DIR` takes the first page of every PDF of a folder in place of the kinds
of page and the demo's papers that are made here. Decoding is measured in Chromium, where
there is one. A row holds when our image is at most 1.3 times as heavy as plain JPEG: flat
pages are far below it; the table of all candidates goes to standard error before the rows.
"""

import asyncio
import io
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import pymupdf
from PIL import Image, ImageChops, ImageStat
from rich.console import Console
from rich.table import Table

from service.demo.draw.__main__ import SHELF
from service.render.image_format import encode, jpeg, picture_of
from service.render.limits import drawing_size
from tests.load.formats_decode import decoding
from tests.load.formats_papers import papers
from tests.load.table import Row

_pymupdf: Final[Any] = pymupdf
ROUNDS: Final = 3


def _webp(**options: Any) -> Callable[[Image.Image], bytes]:
    return lambda picture: _saved(picture, "WEBP", **options)


CANDIDATES: Final[dict[str, Callable[[Image.Image], bytes]]] = {
    "ours": encode,
    "JPEG q85 4:4:4": jpeg,
    "WebP q80 m0": _webp(quality=80, method=0),
    "WebP q80 m4": _webp(quality=80, method=4),
    "WebP lossless m0": _webp(lossless=True, method=0, quality=0),
    "WebP lossless m1": _webp(lossless=True, method=1, quality=0),
    "PNG level 2": lambda picture: _saved(picture, "PNG", compress_level=2),
}


@dataclass(frozen=True, slots=True)
class Tried:
    """One page in one format; `loss` is the mean difference of a sample, of 255."""

    data: bytes
    seconds: float
    loss: float


async def run(pdfs: Path | None = None) -> list[Row]:
    """Try every candidate on every page."""
    tried: dict[str, dict[str, Tried]] = {}
    with tempfile.TemporaryDirectory(prefix="hanjang-bench-") as name:
        for pdf in await asyncio.to_thread(_pdfs, pdfs, Path(name)):
            picture = _first_page(pdf)
            if picture is not None:
                tried[pdf.stem] = {kind: _try(how, picture) for kind, how in CANDIDATES.items()}
    images = [each.data for page in tried.values() for each in page.values()]
    _show(tried, await decoding(images))
    return list(_rows(tried))


def _pdfs(given: Path | None, folder: Path) -> list[Path]:
    if given is not None:
        return sorted(given.glob("*.pdf"))
    demo = []
    for name, pencil in SHELF.items():
        demo.append(folder / name)
        pencil(date(2026, 11, 23)).save(demo[-1])
    return [*papers(folder), *demo]


def _first_page(pdf: Path) -> Image.Image | None:
    """The first page as a tablet has it; None where there is none."""
    try:
        with _pymupdf.open(pdf) as document:
            page = document[0]
            size = drawing_size((page.rect.width, page.rect.height))
            zoom = size.width / page.rect.width
            pixels = page.get_pixmap(matrix=_pymupdf.Matrix(zoom, zoom), alpha=False)
            return picture_of(pixels.samples, pixels.width, pixels.height)
    except (RuntimeError, ValueError, IndexError):
        return None


def _try(how: Callable[[Image.Image], bytes], picture: Image.Image) -> Tried:
    data, times = b"", []
    for _ in range(ROUNDS):
        begun = time.process_time()
        data = how(picture)
        times.append(time.process_time() - begun)
    with Image.open(io.BytesIO(data)) as image:
        difference = ImageChops.difference(image.convert("RGB"), picture.convert("RGB"))
    return Tried(data, min(times), statistics.mean(ImageStat.Stat(difference).mean))


def _show(tried: dict[str, dict[str, Tried]], decoded: list[float] | None) -> None:
    table = Table("page", *CANDIDATES, title="KiB / ms to encode / ms to decode / loss")
    left = iter(decoded or [])
    for page, by_kind in tried.items():
        cells = [
            f"{len(it.data) / 1024:,.0f} / {1e3 * it.seconds:.0f} / {next(left, 0):.0f} / "
            f"{it.loss:.1f}"
            for it in by_kind.values()
        ]
        table.add_row(page, *cells)
    Console(stderr=True, width=200).print(table)


def _rows(tried: dict[str, dict[str, Tried]]) -> Iterator[Row]:
    for page, by_kind in tried.items():
        ours, plain = by_kind["ours"], by_kind["JPEG q85 4:4:4"]
        yield Row(
            f"{page}, KiB", len(ours.data) / 1024, len(plain.data) / 1024, "JPEG q85 4:4:4", 1.3
        )


def _saved(picture: Image.Image, form: str, **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()
