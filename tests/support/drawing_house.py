"""The way of a PDF from its bytes to its pages, with real children and storage in memory."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from service.ingest.intake import Ingested, Intake, Upload
from service.render.image import Image
from service.render.inspection import Inspector
from service.render.limits import ChildLimits, FileLimits
from service.render.pages import Pages
from service.render.press import Press
from storage.blobs.memory import MemoryBlobs
from storage.memory import MemoryStore

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class DrawingHouse:
    """Everything between an upload and a page image."""

    catalog: MemoryStore
    blobs: MemoryBlobs
    press: Press
    inspector: Inspector
    pages: Pages
    intake: Intake

    async def upload(self, data: bytes, password: str | None = None) -> Ingested:
        """Take a file in, as the door does."""
        return await self.intake.ingest(Upload("시험.pdf", len(data), password), _pieces(data))

    async def first_page(self, data: bytes) -> Image:
        """Take a file in and wait for its first page."""
        taken = await self.upload(data)
        return await self.pages.image(taken.content.sha256, 1, "tablet")


@asynccontextmanager
async def drawing_house(files: FileLimits, child: ChildLimits) -> AsyncIterator[DrawingHouse]:
    """A house with one press and one child that inspects, ended at the end."""
    catalog, blobs = MemoryStore(), MemoryBlobs()
    press = Press(child, files.page_seconds)
    inspector = Inspector(files, child, at_once=1)
    pages = Pages(catalog, blobs, [press], report_seconds=0.01)
    intake = Intake(catalog, blobs, inspector, pages, limits=files, now=lambda: 1_000)
    await pages.start()
    await intake.start()
    try:
        yield DrawingHouse(catalog, blobs, press, inspector, pages, intake)
    finally:
        await intake.aclose()
        await pages.aclose()


async def _pieces(data: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(data), MIB):
        yield data[start : start + MIB]
