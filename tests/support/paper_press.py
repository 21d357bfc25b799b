"""A press without children: what it draws is a word, and it does as it is told."""

import asyncio
from contextlib import ExitStack

from service.errors import Code, FileRefused
from service.render.limits import ChildLimits, Size
from service.render.press import Drawing, Images, Press, Sheet


class PaperPress(Press):
    """Notes the order of its work; draws only while `open`; fails the pages in `bad`."""

    def __init__(self) -> None:
        super().__init__(ChildLimits(), page_seconds=1)
        self.open = asyncio.Event()
        self.open.set()
        self.drawn: list[int] = []
        self.bad: dict[int, Code] = {}

    async def start(self) -> None:
        """Nothing to start."""

    async def draw(self, sheet: Sheet, pdf: int) -> Drawing:
        """Draw when allowed."""
        await self.open.wait()
        self.drawn.append(sheet.page)
        if sheet.page in self.bad:
            raise FileRefused(self.bad[sheet.page])
        return Drawing(size=Size(sheet.page, 1), pixels=-1, held=ExitStack())

    async def encode(self, drawing: Drawing) -> Images:
        """The page's number, as if it were an image."""
        page = b"%d" % drawing.size.width
        return Images(tablet=b"\x89PNG tablet " + page, thumbnail=b"\x89PNG thumb " + page)
