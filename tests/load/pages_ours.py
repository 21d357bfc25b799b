"""Our side of the bench of pages: the service's own way from upload to pages, all walls up."""

import asyncio
import os
import resource
import statistics
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from service.ingest.intake import Intake, Upload
from service.render.inspection import Inspector
from service.render.limits import EXPRESS_NICE, ChildLimits, FileLimits
from service.render.pages import Pages
from service.render.press import Press
from service.render.standing import Outcome
from service.render.work import READ_RUN
from storage.keys import page_key
from storage.open import Storage, open_storage

CORES: Final = os.cpu_count() or 1
CHUNK: Final = 256 * 1024


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds from the last byte of an upload to the first page, and to all of them.

    `jumps`: seconds that each page took that was asked for out of turn on the way.
    """

    sha256: str
    first: float
    whole: float
    jumps: tuple[float, ...]


class Ours:
    """Upload, inspection, queue, children, disk, catalog."""

    def __init__(
        self, storage: Storage, pages: Pages, intake: Intake, presses: Sequence[Press]
    ) -> None:
        self._storage = storage
        self._presses = presses
        self._pages = pages
        self._intake = intake
        self._heard = 0
        self._news = asyncio.Event()
        pages.subscribe(self._hear)

    async def all_pages(self, pdf: Path, count: int, jumps: Sequence[int] = ()) -> Timing:
        """Upload a new file, jump about in it, and wait until every page is drawn and kept."""
        self._heard = 0
        sha256, begun = await self._upload(pdf)
        await self._pages.image(sha256, 1, "tablet")
        first = time.perf_counter() - begun
        taken = [await self._jump(sha256, page) for page in jumps]
        while self._heard < count:
            self._news.clear()
            await self._news.wait()
        return Timing(sha256, first, time.perf_counter() - begun, tuple(taken))

    async def read_through(self, sha256: str, count: int) -> None:
        """Wait until its texts are read and it is surveyed: nothing more is done for it."""
        for first in range(1, count + 1, READ_RUN):
            await self._pages.texts.text(sha256, first)
        await self._pages.texts.contents(sha256)

    async def pages_drawn_again(self, pdf: Path, count: int) -> int:
        """Upload a known file and look at all of it; how many pages had to be drawn."""
        self._heard = 0
        sha256, _ = await self._upload(pdf)
        for page in range(1, count + 1):
            await self._pages.image(sha256, page, "tablet")
        return self._heard

    async def reading_seconds(self, pdf: Path, count: int) -> float:
        """CPU of a child that reads the text of every page, a page."""
        press = self._presses[0]
        await press.worker.start()
        pid = press.worker.pid or 0
        descriptor = os.open(pdf, os.O_RDONLY)
        before = _ticks(pid)
        try:
            for first in range(1, count + 1, READ_RUN):
                run = tuple(range(first, min(first + READ_RUN, count + 1)))
                await press.scribe.read("bench", run, descriptor)
        finally:
            os.close(descriptor)
        return (_ticks(pid) - before) / os.sysconf("SC_CLK_TCK") / count

    async def bytes_a_page(self, sha256: str, count: int) -> float:
        """Bytes of an image on the wire, on average of the first pages."""
        keys = [page_key(sha256, page, "tablet") for page in range(1, count + 1)]
        return statistics.mean([len(await self._storage.blobs.get(key)) for key in keys])

    def cpu_seconds(self) -> float:
        """CPU used so far by this process, its ended children and the living ones of the press."""
        boxes = [box for press in self._presses for box in (press.worker, press.encoder)]
        ended = resource.getrusage(resource.RUSAGE_CHILDREN)
        living = sum(_ticks(box.pid) for box in boxes if box.pid is not None)
        used = ended.ru_utime + ended.ru_stime + time.process_time()
        return used + living / os.sysconf("SC_CLK_TCK")

    async def _jump(self, sha256: str, page: int) -> float:
        begun = time.perf_counter()
        await self._pages.image(sha256, page, "tablet")
        return time.perf_counter() - begun

    async def _upload(self, pdf: Path) -> tuple[str, float]:
        last_byte = 0.0
        data = await asyncio.to_thread(pdf.read_bytes)

        async def body() -> AsyncIterator[bytes]:
            nonlocal last_byte
            for start in range(0, len(data), CHUNK):
                yield data[start : start + CHUNK]
            last_byte = time.perf_counter()

        taken = await self._intake.ingest(Upload(pdf.name, len(data)), body())
        return taken.content.sha256, last_byte

    async def _hear(self, _: str, outcome: Outcome) -> None:
        self._heard += len(outcome.drawn) + len(outcome.failed)
        self._news.set()


@asynccontextmanager
async def our_house(data: Path) -> AsyncIterator[Ours]:
    """All that a service has between an upload and its pages."""
    limits, child = FileLimits(), ChildLimits()
    storage = await open_storage(data)
    presses = [Press(child, limits.page_seconds) for _ in range(CORES)]
    express = Press(replace(child, nice=EXPRESS_NICE), limits.page_seconds)
    pages = Pages(storage.catalog, storage.blobs, presses, express=express)
    inspector = Inspector(limits, child)
    intake = Intake(
        *(storage.catalog, storage.blobs, inspector, pages), limits=limits, now=lambda: 1
    )
    await pages.start()
    await intake.start()
    try:
        yield Ours(storage, pages, intake, presses)
    finally:
        await intake.aclose()
        await pages.aclose()
        await storage.aclose()


def _ticks(pid: int) -> int:
    stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    fields = stat.rpartition(")")[2].split()  # user and system time: proc_pid_stat(5)
    return int(fields[11]) + int(fields[12])
