"""Korean PDFs with an embedded font, of lines whose words are known; one word may be red."""

from collections.abc import Sequence
from typing import Any, Final

import pymupdf

_pymupdf: Final[Any] = pymupdf

BLACK: Final = (0.0, 0.0, 0.0)
RED: Final = (1.0, 0.0, 0.0)
SIZE: Final = 24

Line = str | tuple[str, str, str]
"""A line of text; or one in three parts, the middle one in red, without a gap between them."""


def korean_paper(pages: Sequence[Sequence[Line]], *, chapter: str = "", label: str = "") -> bytes:
    """A PDF of A4 pages with these lines; `chapter` opens its outline, `label` its page labels."""
    document = _pymupdf.open()
    font = _pymupdf.Font("korea")
    for lines in pages:
        page = document.new_page()
        for number, line in enumerate(lines):
            _write(page, font, 100 + 40 * number, (line, "", "") if isinstance(line, str) else line)
    document.subset_fonts()
    return _saved(document, chapter, label)


def turned(data: bytes, degrees: int) -> bytes:
    """The same paper with every page turned."""
    document = _pymupdf.open("pdf", data)
    for page in document:
        page.set_rotation(degrees)
    return _saved(document)


def cut_out(data: bytes, left: float, top: float) -> bytes:
    """The same paper with every page cut: that many points at its left and its top."""
    document = _pymupdf.open("pdf", data)
    for page in document:
        page.set_cropbox(_pymupdf.Rect(left, top, page.rect.width, page.rect.height))
    return _saved(document)


def _write(page: Any, font: Any, down: float, parts: tuple[str, str, str]) -> None:
    across = 80.0
    for part, colour in zip(parts, (BLACK, RED, BLACK), strict=True):
        if part:
            writer = _pymupdf.TextWriter(page.rect, color=colour)
            writer.append((across, down), part, font=font, fontsize=SIZE)
            writer.write_text(page)
            across += font.text_length(part, SIZE)


def _saved(document: Any, chapter: str = "", label: str = "") -> bytes:
    if chapter:
        document.set_toc([[1, chapter, 1]])
    if label:
        document.set_page_labels([{"startpage": 0, "prefix": label, "style": "D"}])
    data: bytes = document.tobytes(garbage=3, deflate=True)
    document.close()
    return data
