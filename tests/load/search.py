"""Searching a packet of 1,000 pages: the first answer, cold and warm, and what the loop bears.

Texts lie on disk as the reader leaves them; cold is a house that has searched nothing yet
(the machine's own file cache is warm). Beside stands a bare loop of `str.find` over the
same texts in memory: it knows neither particles nor line ends, and shows nothing.
Medians are over ROUNDS and the words typed.
"""

import asyncio
import hashlib
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from msgspec import msgpack

from service.render.pages import Pages
from service.render.work import READ_RUN, runs_of
from service.search.found import Sheaf
from service.search.query import wanted
from service.search.searching import Searches
from storage.keys import text_key
from storage.open import Storage, open_storage
from tests.load.table import Row
from tests.support.letters import korean_pages, page_text

PAGES: Final = 1_000
DOCUMENTS: Final = 4
ROUNDS: Final = 5
TYPED: Final = ("예산안", "예산안을 집행", "주민 설명회", "도로정비", "1,234", "TF")


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds of the first answer, and how often one had to ask until all was searched."""

    first: float
    asked: int


async def run() -> list[Row]:
    """Measure, and compare."""
    pages = korean_pages(PAGES, seed=3)
    with tempfile.TemporaryDirectory(prefix="hanjang-bench-") as folder:
        storage = await open_storage(Path(folder) / "data")
        try:
            sheaves = await _shelve(storage, pages)
            return await _measure(storage, pages, sheaves)
        finally:
            await storage.aclose()


async def _measure(storage: Storage, pages: Sequence[str], sheaves: list[Sheaf]) -> list[Row]:
    cold: list[Timing] = []
    warm: list[float] = []
    bare: list[float] = []
    blocks: list[float] = []
    for _ in range(ROUNDS):
        for typed in TYPED:
            searches = Searches(Pages(storage.catalog, storage.blobs, []).texts, time.perf_counter)
            async with _watched(blocks):
                cold.append(await _whole(searches, sheaves, typed))
            async with _watched(blocks):
                warm.append((await _whole(searches, sheaves, typed)).first)
            begun = time.perf_counter()
            _find(pages, typed)
            bare.append(1e3 * (time.perf_counter() - begun))
    return [
        Row(f"first answer in {PAGES:,} pages, cold, ms", _first(cold), None, "", 100),
        Row("times one asks until all pages are searched, cold", _asked(cold), None, "", 8),
        Row(
            f"all hits in {PAGES:,} pages, warm, ms",
            statistics.median(warm),
            statistics.median(bare),
            "bare loop of str.find, exact words only",
            20,
        ),
        Row(
            "nine of ten warm answers within, ms",
            statistics.quantiles(warm, n=10)[-1],
            None,
            "",
            100,
        ),
        Row("longest block of the loop, ms of CPU", max(blocks), None, "", 5),
    ]


async def _whole(searches: Searches, sheaves: list[Sheaf], typed: str) -> Timing:
    """Ask as a tablet does, until every page was searched."""
    begun = time.perf_counter()
    wanted.cache_clear()
    found = await searches.search("s1", sheaves, wanted(typed))
    first, asked = time.perf_counter() - begun, 1
    while found.read < found.of:
        found = await searches.search("s1", sheaves, wanted(typed))
        asked += 1
    return Timing(1e3 * first, asked)


@asynccontextmanager
async def _watched(blocks: list[float]) -> AsyncIterator[None]:
    """Note how long, in ms, a task that is always ready had to wait inside, at the most.

    In CPU time of the loop's own thread, so that other programs do not count.
    """
    longest = 0.0

    async def watch() -> None:
        nonlocal longest
        last = time.thread_time()
        while True:
            await asyncio.sleep(0)
            now = time.thread_time()
            longest, last = max(longest, now - last), now

    watching = asyncio.create_task(watch())
    await asyncio.sleep(0)
    try:
        yield
    finally:
        watching.cancel()
        blocks.append(1e3 * longest)


async def _shelve(storage: Storage, pages: Sequence[str]) -> list[Sheaf]:
    """Keep the texts as if they had been read out of documents."""
    sheaves = []
    share = len(pages) // DOCUMENTS
    for number in range(DOCUMENTS):
        sha256 = hashlib.sha256(f"{number}".encode()).hexdigest()
        own = pages[number * share : (number + 1) * share]
        for read in runs_of(sha256, share):
            run = own[read.first - 1 : read.first - 1 + READ_RUN]
            texts = [page_text(page, text) for page, text in enumerate(run, read.first)]
            await storage.blobs.put(text_key(read.sha256, read.first), msgpack.encode(texts))
        sheaves.append(Sheaf(f"d{number}", 1, sha256, share))
    return sheaves


def _find(pages: Sequence[str], typed: str) -> int:
    hits = 0
    for text in pages:
        place = text.find(typed)
        while place >= 0:
            hits += 1
            place = text.find(typed, place + len(typed))
    return hits


def _first(timings: Sequence[Timing]) -> float:
    return statistics.median(timing.first for timing in timings)


def _asked(timings: Sequence[Timing]) -> float:
    return statistics.median(timing.asked for timing in timings)
