"""A document in the making: sheets, an outline, page numbers; the only writer of PDF files."""

from pathlib import Path

import pymupdf

from service.demo.draw.colours import MUTED
from service.demo.draw.font import face
from service.demo.draw.sheet import FONT_NAME, Sheet

_FOOT = 30.0
"""The page number's baseline above the lower edge, in points."""


class Book:
    """Sheets in order; `save` writes the same bytes for the same sheets."""

    def __init__(self, title: str, author: str) -> None:
        self._title = title
        self._author = author
        self._sheets: list[Sheet] = []
        self._outline: list[tuple[int, str, int]] = []

    def __len__(self) -> int:
        return len(self._sheets)

    def add(self, sheet: Sheet, *, numbered: bool = True) -> None:
        """Takes the sheet as the next page and writes "- 12 -" at its foot."""
        self._sheets.append(sheet)
        if numbered:
            sheet.text(
                0,
                sheet.height - _FOOT,
                f"- {len(self)} -",
                10.5,
                colour=MUTED,
                align="centre",
                room=sheet.width,
            )

    def mark(self, level: int, title: str, page: int | None = None) -> None:
        """Puts a line into the outline; without `page` it names the sheet added last."""
        self._outline.append((level, title, page or len(self)))

    def save(self, path: Path) -> None:
        """Writes the file, the face cut down to the signs that are used."""
        document = pymupdf.open()
        for sheet in self._sheets:
            page = document.new_page(width=sheet.width, height=sheet.height)
            if sheet.picture is not None:
                page.insert_image(page.rect, stream=sheet.picture)
                continue
            page.insert_font(fontname=FONT_NAME, fontbuffer=face().data)
            content = document.get_new_xref()
            document.update_object(content, "<<>>")
            document.update_stream(content, sheet.content)
            page.set_contents(content)
        document.set_toc([list(entry) for entry in self._outline])
        document.set_metadata({"title": self._title, "author": self._author})
        document.subset_fonts()
        document.save(path, garbage=4, deflate=True, no_new_id=True)
        document.close()
