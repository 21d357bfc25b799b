"""A cursor that runs down the pages of a book and begins a new sheet when one is full."""

from service.demo.draw.book import Book
from service.demo.draw.sheet import A4, A4_LANDSCAPE, Sheet

MARGIN = 50.0
TOP = 54.0
BOTTOM = 58.0
"""Points kept free at the sides, above, and below (where the page number stands)."""


class Flow:
    """Hands out room from the top down; the sheet it stands on is `sheet`."""

    def __init__(self, book: Book, *, landscape: bool = False) -> None:
        self._book = book
        self._landscape = landscape
        self.sheet = Sheet()
        self.y = TOP
        self.fresh()

    @property
    def left(self) -> float:
        """Where a line begins."""
        return MARGIN

    @property
    def width(self) -> float:
        """How wide a line may be."""
        return self.sheet.width - 2 * MARGIN

    @property
    def room(self) -> float:
        """How much height is left on this sheet."""
        return self.sheet.height - BOTTOM - self.y

    @property
    def page(self) -> int:
        """The number of the sheet it stands on."""
        return len(self._book)

    def take(self, height: float, *, keep: float = 0.0) -> float:
        """The top of `height` points of room, on a new sheet if they do not fit here.

        `keep` is what should stand below it on the same sheet: a heading's first line.
        """
        if self.room < height + keep and self.y > TOP:
            self.fresh()
        top = self.y
        self.y += height
        return top

    def turn(self, *, landscape: bool) -> None:
        """Goes on at the top of a new sheet of this direction."""
        self._landscape = landscape
        self.fresh()

    def gap(self, height: float) -> None:
        """Leaves room free, but never at the top of a sheet."""
        if self.y > TOP:
            self.y += height

    def mark(self, level: int, title: str) -> None:
        """Puts the sheet it stands on into the outline."""
        self._book.mark(level, title)

    def fresh(self) -> None:
        """Goes on at the top of a new sheet."""
        self.sheet = Sheet(A4_LANDSCAPE if self._landscape else A4)
        self.y = TOP
        self._book.add(self.sheet)
