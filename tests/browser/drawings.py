"""Papers worth a closer look, drawn by code: an A4 letter, an A0 plan, a slide."""

import random
from typing import Any, Final

import pymupdf as _module

pymupdf: Final[Any] = _module  # its own annotations cover a part of it only

A4: Final = (595, 842)
A0: Final = (3370, 2384)
SLIDE: Final = (960, 540)

LINE: Final = "세출 예산 1,234천원 증감 없음 상하수도 관로 정비 구간 ②-3"
"""Hangul, digits and marks with fine strokes: what is blurred first."""

_SEED: Final = 20_261_122


def paper(*sizes: tuple[int, int], print_size: float = 7) -> bytes:
    """A PDF with a page of each size, ruled finely and covered with small print.

    `print_size` is in points. No two places of a page look alike, and no two pages.
    """
    chance = random.Random(_SEED)  # noqa: S311  repeatable
    with pymupdf.open() as document:
        for number, size in enumerate(sizes, start=1):
            _cover(document.new_page(width=size[0], height=size[1]), number, print_size, chance)
        return bytes(document.tobytes(deflate=True))


def plain(*colours: tuple[float, float, float]) -> bytes:
    """A PDF of A4 pages, each of one colour from edge to edge: red, green, blue from 0 to 1."""
    with pymupdf.open() as document:
        for colour in colours:
            page = document.new_page(width=A4[0], height=A4[1])
            page.draw_rect(page.rect, color=None, fill=colour)
        return bytes(document.tobytes())


def drawn(data: bytes, page: int, across: int, clip: tuple[int, int, int, int]) -> bytes:
    """PyMuPDF's own drawing of a part of a page, `across` pixels wide as a whole.

    `clip` is left, top, right and bottom in those pixels; the answer is RGB, row by row.
    """
    with pymupdf.open(stream=data) as document:
        sheet = document[page - 1]
        scale = across / sheet.rect.width
        area = pymupdf.Rect(*clip) / scale
        drawing = sheet.get_pixmap(matrix=pymupdf.Matrix(scale, scale), clip=area, alpha=False)
        assert (drawing.width, drawing.height) == (clip[2] - clip[0], clip[3] - clip[1])
        return bytes(drawing.samples)


def _cover(page: pymupdf.Page, number: int, print_size: float, chance: random.Random) -> None:
    width, height = page.rect.width, page.rect.height
    shape = page.new_shape()
    for _ in range(160):
        start = pymupdf.Point(chance.uniform(0, width), chance.uniform(0, height))
        end = pymupdf.Point(chance.uniform(0, width), chance.uniform(0, height))
        shape.draw_line(start, end)
    shape.finish(width=0.25, color=(0.1, 0.3, 0.7))
    shape.commit()
    writer = pymupdf.TextWriter(page.rect)
    font = pymupdf.Font("korea")
    rows, step = int(height / (print_size * 2)), print_size * len(LINE) * 0.85
    for row in range(1, rows):
        for column in range(max(1, int(width / step))):
            place = (10 + column * step, row * print_size * 2)
            writer.append(place, f"{number}.{row}.{column} {LINE}", font, print_size)
    writer.write_text(page)
