"""Documents to pages: ours beside a bare PyMuPDF loop and `pdftocairo`, all in one run.

Ours is the whole way, with fence and storage: intake, inspection, queue, children, disk,
catalog. The bare loop keeps nothing and checks nothing; it is warm, runs in as many
processes, and uses our encoder, so that the ratio shows what the house itself costs.
Medians are over ROUNDS, taken in turns, so that a busy machine slows both sides.
"""

import asyncio
import os
import resource
import statistics
import sys
import tempfile
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pymupdf

from service.ingest.intake import Intake, Upload
from service.render.inspection import Inspector
from service.render.limits import TABLET_WIDTH, ChildLimits, FileLimits
from service.render.pages import Pages
from service.render.press import Press
from service.render.standing import Outcome
from storage.keys import page_key
from storage.open import Storage, open_storage
from tests.load.pages_papers import paper
from tests.load.table import Row

PAGES: Final = 60
ROUNDS: Final = 3
SAMPLED: Final = 10
"""Pages of each kind are spread evenly: ten stand for all."""
CORES: Final = os.cpu_count() or 1
CHUNK: Final = 256 * 1024

_pymupdf: Final[Any] = pymupdf


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds from the last byte of an upload to the first page, and to all of them."""

    sha256: str
    first: float
    whole: float


class Ours:
    """The service's own way from upload to pages, over storage on disk."""

    def __init__(
        self, storage: Storage, pages: Pages, intake: Intake, presses: list[Press]
    ) -> None:
        self._storage = storage
        self._presses = presses
        self._pages = pages
        self._intake = intake
        self._heard = 0
        self._news = asyncio.Event()
        pages.subscribe(self._hear)

    async def all_pages(self, pdf: Path) -> Timing:
        """Upload a new file and wait until every page is drawn and kept."""
        self._heard = 0
        sha256, begun = await self._upload(pdf)
        await self._pages.image(sha256, 1, "tablet")
        first = time.perf_counter() - begun
        while self._heard < PAGES:
            self._news.clear()
            await self._news.wait()
        return Timing(sha256, first, time.perf_counter() - begun)

    async def pages_drawn_again(self, pdf: Path) -> int:
        """Upload a known file and look at all of it; how many pages had to be drawn."""
        self._heard = 0
        sha256, _ = await self._upload(pdf)
        for page in range(1, PAGES + 1):
            await self._pages.image(sha256, page, "tablet")
        return self._heard

    async def bytes_a_page(self, sha256: str) -> float:
        """Bytes of an image on the wire, on average of the sampled pages."""
        keys = [page_key(sha256, page, "tablet") for page in range(1, SAMPLED + 1)]
        return statistics.mean([len(await self._storage.blobs.get(key)) for key in keys])

    def cpu_seconds(self) -> float:
        """CPU used so far by the service and its drawing children, all of them still alive."""
        boxes = [box for press in self._presses for box in (press.worker, press.encoder)]
        ticks = 0
        for box in boxes:
            stat = Path(f"/proc/{box.pid}/stat").read_text(encoding="ascii")
            fields = stat.rpartition(")")[2].split()  # user and system time: proc_pid_stat(5)
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK") + time.process_time()

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


class Bare:
    """The warm processes of the bare loop."""

    def __init__(self, processes: list[Process]) -> None:
        self._processes = processes

    async def all_pages(self, pdf: Path) -> float:
        """Seconds until the last process has drawn its share."""
        begun = time.perf_counter()
        await asyncio.gather(*(_order(process, str(pdf)) for process in self._processes))
        return time.perf_counter() - begun

    async def first_page(self, pdf: Path) -> float:
        """Seconds until one process has drawn page 1."""
        begun = time.perf_counter()
        await _order(self._processes[0], f"{pdf}\t1")
        return time.perf_counter() - begun


async def run() -> list[Row]:
    """Measure, and compare."""
    with tempfile.TemporaryDirectory(prefix="hanjang-bench-") as name:
        folder = Path(name)
        papers = [folder / f"{seed}.pdf" for seed in range(ROUNDS)]
        for seed, path in enumerate(papers):
            paper(path, PAGES, seed)
        async with _our_house(folder / "data") as ours, _bare_loop() as bare:
            return await _compare(ours, bare, papers)


async def _compare(ours: Ours, bare: Bare, papers: list[Path]) -> list[Row]:
    timings, bare_first, bare_whole = [], [], []
    cpu = 0.0
    for pdf in papers:
        bare_first.append(await bare.first_page(pdf))
        before = ours.cpu_seconds()
        timings.append(await ours.all_pages(pdf))
        cpu += ours.cpu_seconds() - before
        bare_whole.append(await bare.all_pages(pdf))
    whole = statistics.median(timing.whole for timing in timings)
    cairo = await _pdftocairo(papers[0])
    loop = f"bare PyMuPDF loop, {CORES} processes, same encoder"
    return [
        Row(
            "first page after the last byte of 60 pages, ms",
            1e3 * statistics.median(timing.first for timing in timings),
            1e3 * statistics.median(bare_first),
            "bare open, draw and encode in a warm process",
            1.5,
        ),
        Row("all 60 pages, ms", 1e3 * whole, 1e3 * statistics.median(bare_whole), loop, 1.25),
        Row(
            "CPU of one page, 1600 px, ms",
            1e3 * cpu / (PAGES * len(papers)),
            1e3 * cairo,
            "pdftocairo -png, same width",
            0.2,
        ),
        Row(
            "one page on the wire, KiB",
            await ours.bytes_a_page(timings[0].sha256) / 1024,
            _png_bytes(papers[0]) / 1024,
            "PNG as MuPDF writes it",
            0.6,
        ),
        Row(
            "the same file again, pages drawn", await ours.pages_drawn_again(papers[0]), None, "", 0
        ),
    ]


@asynccontextmanager
async def _our_house(data: Path) -> AsyncIterator[Ours]:
    limits, child = FileLimits(), ChildLimits()
    storage = await open_storage(data)
    presses = [Press(child, limits.page_seconds) for _ in range(CORES)]
    pages = Pages(storage.catalog, storage.blobs, presses)
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


@asynccontextmanager
async def _bare_loop() -> AsyncIterator[Bare]:
    processes: list[Process] = []
    try:
        for share in range(CORES):
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "tests.load.pages_bare", str(share), str(CORES)),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
            )
            processes.append(process)
            await _hear(process, b"ready\n")
        yield Bare(processes)
    finally:
        for process in processes:
            process.kill()
            await process.wait()


async def _order(process: Process, order: str) -> None:
    if process.stdin is None:
        raise RuntimeError("the bare loop has no input")
    process.stdin.write(f"{order}\n".encode())
    await _hear(process, b"done\n")


async def _hear(process: Process, word: bytes) -> None:
    if process.stdout is None or await process.stdout.readline() != word:
        raise RuntimeError("the bare loop failed")


async def _pdftocairo(pdf: Path) -> float:
    """Seconds of CPU a page, over the sampled pages."""
    width = ("-scale-to-x", str(TABLET_WIDTH), "-scale-to-y", "-1")
    before = _cpu_of_ended_children()
    process = await asyncio.create_subprocess_exec(
        *("pdftocairo", "-q", "-png", "-f", "1", "-l", str(SAMPLED), *width),
        *(str(pdf), str(pdf.with_suffix(""))),
    )
    if await process.wait() != 0:
        raise RuntimeError("pdftocairo failed")
    return (_cpu_of_ended_children() - before) / SAMPLED


def _cpu_of_ended_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _png_bytes(pdf: Path) -> float:
    """Bytes of a page as MuPDF's own PNG, on average of the sampled pages."""
    with _pymupdf.open(pdf) as document:
        zooms = [TABLET_WIDTH / document[index].rect.width for index in range(SAMPLED)]
        pixels = [
            document[index].get_pixmap(matrix=_pymupdf.Matrix(zoom, zoom))
            for index, zoom in enumerate(zooms)
        ]
        return statistics.mean([len(drawn.tobytes("png")) for drawn in pixels])
