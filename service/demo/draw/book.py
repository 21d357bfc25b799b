"""A document in the making: sheets, an outline, page numbers; the only writer of PDF files."""

from pathlib import Path

from service.demo.draw.colours import MUTED
from service.demo.draw.pdf import new_document, put
from service.demo.draw.sheet import Sheet

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
        document = new_document()
        for sheet in self._sheets:
            put(document, sheet)
        document.set_toc([list(entry) for entry in self._outline])
        document.set_metadata({"title": self._title, "author": self._author})
        document.subset_fonts()
        document.save(path, garbage=4, deflate=True, no_new_id=True)
        document.close()
