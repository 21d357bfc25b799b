"""The papers that the benches draw: Korean text, tables, a chart; the same in every run."""

import random
from itertools import cycle
from pathlib import Path
from typing import Any, Final

import pymupdf

_pymupdf: Final[Any] = pymupdf
WORDS: Final = (
    *("시정", "주요", "업무", "보고", "예산", "집행", "현황", "및", "향후", "추진", "계획"),
    *("부서별", "소요", "재원", "검토", "결과"),
)


def paper(path: Path, pages: int, seed: int) -> None:
    """A paper of that many A4 pages: of ten, seven are text, two tables, one a chart."""
    rng = random.Random(seed)  # noqa: S311  a fixed seed, no secret
    document = _pymupdf.open()
    font = 0
    for number in range(pages):
        page = document.new_page()
        if number == 0:  # embedded, so that every program finds it, and once only
            buffer = _pymupdf.Font("korea").buffer
            font = page.insert_font(fontname="korean", fontbuffer=buffer)
        else:
            document.xref_set_key(page.xref, "Resources", f"<</Font<</korean {font} 0 R>>>>")
        page.insert_text((50, 40), f"{number + 1} / {pages}", fontsize=9)
        if number % 10 in (3, 6):
            table(page, rng)
        elif number % 10 == 8:
            chart(page, rng)
        else:
            text(page, rng, 34)
    document.save(path, garbage=3, deflate=True)
    document.close()


def text(page: Any, rng: random.Random, lines: int, top: float = 70) -> None:
    """Lines of Korean words, from `top` points on; needs the font "korean" on the page."""
    for line in range(lines):
        words = " ".join(rng.choice(WORDS) for _ in range(11))
        page.insert_text((50, top + line * 21), words, fontname="korean", fontsize=11)


def table(page: Any, rng: random.Random) -> None:
    """Figures in ruled cells, every second row tinted."""
    for row in range(28):
        fill = (0.9, 0.95, 1) if row % 2 else None
        for column in range(6):
            left, top = 50 + column * 82, 70 + row * 24
            page.draw_rect((left, top, left + 82, top + 24), fill=fill, width=0.5)
            amount = f"{rng.randrange(10**8):,}"
            page.insert_text((left + 5, top + 16), amount, fontsize=9)


def chart(page: Any, rng: random.Random) -> None:
    """Twelve bars under a few lines of text."""
    for bar in range(12):
        height = rng.randrange(60, 400)
        left = 60 + bar * 40
        page.draw_rect((left, 600 - height, left + 30, 600), fill=(0.2, 0.35 + bar / 30, 0.7))
    text(page, rng, 4)


def bound(folder: Path, into: Path, pages: int) -> None:
    """One paper of that many pages: a folder's, one after the other, and again from the first."""
    book = _pymupdf.open()
    for path in cycle(sorted(folder.glob("*.pdf"))):
        with _pymupdf.open(path) as each:
            last = min(len(each), pages - len(book)) - 1
            book.insert_pdf(each, to_page=last)
        if len(book) >= pages:
            break
    book.save(into, garbage=3, deflate=True)
    book.close()
