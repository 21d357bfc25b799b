"""The demo's papers as offices edit them: pages in and out, a number, a typo, another scan."""

import io
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
from PIL import Image

from service.demo.calendar import full
from service.demo.draw.book import Book
from service.demo.draw.budget_book import budget_book
from service.demo.draw.check_form import check_form
from service.demo.draw.report import report
from service.demo.draw.scan import _raster, _scanned, scanned_forms
from service.demo.draw.sheet import Sheet
from service.demo.paper import Block, NewPage, Point, Section, Table
from service.demo.papers.winter_plan import winter_plan

MONDAY = date(2026, 11, 23)
BOOK_PAGES = 14


def write_papers(folder: Path) -> None:
    """All papers, each beside its edited ones: `book.pdf`, `book-moved.pdf` and so on."""
    budget_book(MONDAY).save(folder / "whole.pdf")
    with pikepdf.open(folder / "whole.pdf") as whole:
        pages = list(whole.pages)
        book = pages[:BOOK_PAGES]
        _bind(folder / "book.pdf", book)
        _bind(folder / "book-inserted.pdf", [*book[:6], *pages[40:42], *book[6:]])
        _bind(folder / "book-removed.pdf", [*book[:6], *book[8:]])
        _bind(folder / "book-moved.pdf", [*book[:4], *book[8:], *book[4:8]])
    _winter(folder / "winter.pdf", _as_it_is)
    _winter(folder / "winter-typo.pdf", _typo)
    _winter(folder / "winter-number.pdf", _number)
    _winter(folder / "winter-split.pdf", _split)
    _winter(folder / "winter-inserted.pdf", _inserted)
    for day in ("11. 23.", "11. 30."):
        _headed(folder / f"dated-{day[4:6]}.pdf", f"한장시 간부회의 2026. {day}")
    _headed(folder / "final.pdf", "확정본: 한장시 의회 제출용")
    with pikepdf.open(folder / "book.pdf") as front, pikepdf.open(folder / "winter.pdf") as paper:
        _bind(folder / "winter-fronted.pdf", [*front.pages[:2], *paper.pages])
        for page, degrees in zip(paper.pages, (90, 180, 270), strict=False):
            page.rotate(degrees, relative=True)
        paper.save(folder / "winter-turned.pdf")
    for size in (11.0, 14.0):
        _set(folder / f"set-{size:.0f}.pdf", size)
    _scans(folder)


def _bind(path: Path, pages: Sequence[pikepdf.Page]) -> None:
    with pikepdf.new() as out:
        out.pages.extend(pages)
        out.save(path)


def _winter(path: Path, edit: Callable[[Block], Sequence[Block]]) -> None:
    paper = winter_plan(MONDAY)
    blocks = tuple(block for found in paper.blocks for block in edit(found))
    report(replace(paper, blocks=blocks)).save(path)


def _as_it_is(block: Block) -> Sequence[Block]:
    return [block]


def _typo(block: Block) -> Sequence[Block]:
    if isinstance(block, Point) and "움직임" in block.text:
        return [Point(block.text.replace("움직임", "대비함"))]
    return [block]


def _number(block: Block) -> Sequence[Block]:
    """One digit of one cell in the first table."""
    if isinstance(block, Table) and block.columns[1].title == "단위":
        first, *rows = block.rows
        last = "8" if not first.cells[-1].endswith("8") else "9"
        cells = (*first.cells[:-1], first.cells[-1][:-1] + last)
        return [replace(block, rows=(replace(first, cells=cells), *rows))]
    return [block]


def _split(block: Block) -> Sequence[Block]:
    return [NewPage(), block] if block == Section("중점 추진 방향") else [block]


def _inserted(block: Block) -> Sequence[Block]:
    if block != NewPage():
        return [block]
    told = [
        f"읍면동 제설 담당 {at}명을 {at * 7}곳에 미리 배치하고 매일 점검함" for at in range(3, 19)
    ]
    return [NewPage(), Section("추가 안건"), *map(Point, told), block]


def _headed(path: Path, head: str) -> None:
    """The winter plan under a line that heads every page."""
    book = report(winter_plan(MONDAY))
    for sheet in book._sheets:
        sheet.text(50, 26, head, 9)
    book.save(path)


def _set(path: Path, size: float) -> None:
    """The same words in letters of another size, so broken in other places."""
    told = "".join(
        f"제{at}조 읍면동장은 제{at * 3}호 장비를 {at * 5}시간마다 점검한다. "
        for at in range(1, 21)
    )
    book, sheet = Book("조례", "한장시"), Sheet()
    line = int(44 * 11 / size)
    for row, at in enumerate(range(0, len(told), line)):
        sheet.text(50, 80 + row * size * 1.5, told[at : at + line], size)
    book.add(sheet, numbered=False)
    book.save(path)


def _scans(folder: Path) -> None:
    scanned_forms(MONDAY).save(folder / "scan.pdf")
    chance = random.Random(7)  # noqa: S311  a fixed seed, no secret
    book = Book("스캔", "한장시")
    for at, skew in enumerate((0.5, -0.3)):
        sheet = Sheet()
        day = full(date(2026, 11, 18 + at))
        sheet.picture = _scanned(_raster(check_form(at, day)), skew, chance)
        book.add(sheet, numbered=False)
    book.save(folder / "scan-again.pdf")
    with pikepdf.open(folder / "scan.pdf") as pdf:
        for page in pdf.pages:
            _recompress(page)
        pdf.save(folder / "scan-recompressed.pdf")
        sheet = Sheet()
        sheet.picture = _photograph()
        other = Book("사진", "한장시")
        other.add(sheet, numbered=False)
        other.save(folder / "photograph.pdf")
        with pikepdf.open(folder / "photograph.pdf") as photograph:
            _bind(folder / "scan-replaced.pdf", [photograph.pages[0], pdf.pages[1]])


def _recompress(page: pikepdf.Page) -> None:
    (image,) = page.get_images().values()
    out = io.BytesIO()
    picture = pikepdf.PdfImage(image)  # type: ignore[arg-type]  # images are streams
    picture.as_pil_image().convert("RGB").save(out, "JPEG", quality=40)
    image.write(out.getvalue(), filter=pikepdf.Name.DCTDecode)
    image.ColorSpace = pikepdf.Name.DeviceRGB


def _photograph() -> bytes:
    out = io.BytesIO()
    Image.radial_gradient("L").resize((595, 842)).convert("RGB").save(out, "JPEG", quality=80)
    return out.getvalue()
