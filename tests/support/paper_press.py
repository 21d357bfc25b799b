"""A press without children: what it draws is a word, and it does as it is told."""

import asyncio
from collections.abc import Sequence
from contextlib import ExitStack

from service.errors import Code, FileRefused
from service.model import Carried
from service.render.limits import ChildLimits, Size
from service.render.paper import Contents, PageText
from service.render.press import Drawing, Images, Press
from service.render.scribe import Scribe
from service.render.work import Place, Tile


class PaperScribe(Scribe):
    """Reads a word a page; notes the order of its work."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def read(self, sha256: str, pages: Sequence[int], pdf: int) -> tuple[PageText, ...]:
        """The page's number as its text; every third page is a scan."""
        self.asked.append(f"{pages[0]}-{pages[-1]}")
        return tuple(
            PageText(page=it, text=f"{it}쪽", boxes=((0, 0, 9, 9),), scanned=it % 3 == 0)
            for it in pages
        )

    async def survey(self, sha256: str, pdf: int) -> Contents:
        """A document that carries a script."""
        self.asked.append("survey")
        return Contents(carries=(Carried.JAVASCRIPT,))


class PaperPress(Press):
    """Notes the order of its work; draws only while `open`; fails the pages in `bad`."""

    def __init__(self) -> None:
        super().__init__(ChildLimits(), page_seconds=1)
        self.open = asyncio.Event()
        self.open.set()
        self.begun: list[int] = []
        self.drawn: list[int] = []
        self.bad: dict[int, Code] = {}
        self.reduced: set[int] = set()
        self.scribe: PaperScribe = PaperScribe()

    async def start(self) -> None:
        """Nothing to start."""

    async def draw(self, work: Place | Tile, points: tuple[int, int], pdf: int) -> Drawing:
        """Draw when allowed."""
        self.begun.append(work.page)
        await self.open.wait()
        self.drawn.append(work.page)
        if work.page in self.bad:
            raise FileRefused(self.bad[work.page])
        return Drawing(
            size=Size(work.page, 1),
            thumbnail=Size(1, 1),
            pixels=-1,
            held=ExitStack(),
            reduced=work.page in self.reduced,
        )

    async def encode(self, drawing: Drawing) -> Images:
        """The page's number, as if it were an image."""
        page = b"%d" % drawing.size.width
        return Images(tablet=b"\x89PNG tablet " + page, thumbnail=b"\x89PNG thumb " + page)
