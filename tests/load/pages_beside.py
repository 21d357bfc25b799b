"""What stands beside us in the bench of pages: the bare loop, `pdftocairo`, MuPDF's own PNG."""

import asyncio
import resource
import statistics
import sys
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

import pymupdf

from service.render.limits import TABLET_WIDTH

_pymupdf: Final[Any] = pymupdf


class Bare:
    """The warm processes of the bare loop."""

    def __init__(self, processes: list[Process]) -> None:
        self._processes = processes

    async def all_pages(self, pdf: Path) -> float:
        """Seconds until the last process has drawn its share."""
        begun = time.perf_counter()
        await asyncio.gather(*(_order(process, str(pdf)) for process in self._processes))
        return time.perf_counter() - begun

    async def page(self, pdf: Path, page: int) -> float:
        """Seconds until one process has drawn this page."""
        begun = time.perf_counter()
        await _order(self._processes[0], f"{pdf}\t{page}")
        return time.perf_counter() - begun


@asynccontextmanager
async def bare_loop(count: int) -> AsyncIterator[Bare]:
    """So many processes, warm."""
    processes: list[Process] = []
    try:
        for share in range(count):
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "tests.load.pages_bare", str(share), str(count)),
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


async def pdftocairo(pdf: Path, pages: int) -> float:
    """Seconds of CPU a page, over the first pages."""
    width = ("-scale-to-x", str(TABLET_WIDTH), "-scale-to-y", "-1")
    before = _cpu_of_ended_children()
    process = await asyncio.create_subprocess_exec(
        *("pdftocairo", "-q", "-png", "-f", "1", "-l", str(pages), *width),
        *(str(pdf), str(pdf.with_suffix(""))),
    )
    if await process.wait() != 0:
        raise RuntimeError("pdftocairo failed")
    return (_cpu_of_ended_children() - before) / pages


def png_bytes(pdf: Path, pages: int) -> float:
    """Bytes of a page as MuPDF's own PNG, on average of the first pages."""
    with _pymupdf.open(pdf) as document:
        zooms = [TABLET_WIDTH / document[index].rect.width for index in range(pages)]
        pixels = [
            document[index].get_pixmap(matrix=_pymupdf.Matrix(zoom, zoom))
            for index, zoom in enumerate(zooms)
        ]
        return statistics.mean([len(drawn.tobytes("png")) for drawn in pixels])


def words_seconds(pdf: Path) -> float:
    """Seconds of CPU a page of PyMuPDF's own words, all pages in one loop."""
    with _pymupdf.open(pdf) as document:
        begun = time.process_time()
        for page in document:
            page.get_text("words")
        seconds = time.process_time() - begun
        return seconds / int(document.page_count)


async def _order(process: Process, order: str) -> None:
    if process.stdin is None:
        raise RuntimeError("the bare loop has no input")
    process.stdin.write(f"{order}\n".encode())
    await _hear(process, b"done\n")


async def _hear(process: Process, word: bytes) -> None:
    if process.stdout is None or await process.stdout.readline() != word:
        raise RuntimeError("the bare loop failed")


def _cpu_of_ended_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
