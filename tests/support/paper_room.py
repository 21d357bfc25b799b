"""The render room's front over a press that draws words, storage in memory and pauses at will."""

import asyncio

from service.render.pages import Pages
from storage.blobs.memory import MemoryBlobs
from storage.errors import StorageFull
from storage.keys import source_key
from storage.memory import MemoryStore
from storage.records import ContentRecord
from tests.support.paper_press import PaperPress
from tests.support.until import until

A, B = "a" * 64, "b" * 64


class FillingBlobs(MemoryBlobs):
    """Storage that is full while `full`."""

    full = False

    async def put(self, key: str, data: bytes) -> None:
        """Put, or be full."""
        if self.full and key.startswith("page/"):
            raise StorageFull
        await super().put(key, data)


class Room:
    """The parts of one test: storage, press, and pauses that the test ends."""

    def __init__(self) -> None:
        self.catalog = MemoryStore()
        self.blobs = FillingBlobs()
        self.press = PaperPress()
        self.pauses: list[tuple[float, asyncio.Event]] = []
        self.pages = self.fresh_pages()

    def fresh_pages(self, wait_seconds: float = 20) -> Pages:
        """The front as after a start of the service, over the same storage."""
        return Pages(
            self.catalog,
            self.blobs,
            [self.press],
            wait_seconds=wait_seconds,
            report_seconds=0.001,
            pause=self._pause,
        )

    async def content(self, sha256: str, pages: int) -> ContentRecord:
        """A content that stands in catalog and store."""
        record = ContentRecord(sha256, 4, ((595, 842),) * pages, 1)
        await self.blobs.put(source_key(sha256), b"%PDF")
        await self.catalog.put(record)
        return record

    async def end_pause(self) -> float:
        """End the pause that is or will be; its length in seconds."""
        await until(lambda: bool(self.pauses))
        seconds, over = self.pauses.pop()
        over.set()
        return seconds

    async def _pause(self, seconds: float) -> None:
        over = asyncio.Event()
        self.pauses.append((seconds, over))
        await over.wait()

    @property
    def is_finished(self) -> bool:
        """Whether every page of every content has an outcome."""
        return not any(map(self.catalog._is_unfinished, self.catalog._contents.values()))
