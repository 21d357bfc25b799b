"""Memory of the service and its children while they draw 10,000 pages: it stays flat.

Good small documents, each different, go the whole way through intake, children and storage
on disk, a few at a time. After each one the resident memory (VmRSS, proc_pid_status(5)) of
the service and of its largest child is noted; what counts is the largest figure of the
second half over the largest of the first. Children retire on the way, as ever.
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from service.ingest.intake import Intake, Upload
from service.render.fence.sandbox import Sandbox
from service.render.inspection import Inspector
from service.render.limits import ChildLimits, FileLimits
from service.render.pages import Pages
from service.render.press import Press
from service.render.standing import Outcome
from storage.open import open_storage
from tests.load.flat_papers import document
from tests.load.table import Row

PAGES: Final = 10_000
PAGES_EACH: Final = 20
AT_ONCE: Final = 4
"""Documents on their way at a time: enough to keep every press busy."""
SHOWN: Final = 10
"""Lines on the way, each with the most that was seen since the last one."""
CORES: Final = os.cpu_count() or 1
KIB_A_MIB: Final = 1024


@dataclass(frozen=True, slots=True)
class Sample:
    """MiB resident after so many pages."""

    pages: int
    service: float
    child: float


@dataclass(slots=True)
class Flat:
    """The service's own way from upload to pages, and what it has come to."""

    pages: Pages
    intake: Intake
    children: Sequence[Sandbox]
    shown_every: int
    failed: int = 0
    samples: list[Sample] = field(default_factory=list)
    _news: dict[str, asyncio.Event] = field(default_factory=dict)

    async def draw(self, seed: int, at_once: asyncio.Semaphore) -> None:
        """Take one document in, wait until all its pages have an outcome, and look at memory."""
        async with at_once:
            data = document(seed, PAGES_EACH)
            taken = await self.intake.ingest(Upload(f"{seed}.pdf", len(data)), _piece(data))
            sha256 = taken.content.sha256
            news = self._news[sha256] = asyncio.Event()
            while True:
                news.clear()
                outcome = await self.pages.outcome(sha256)
                if len(outcome.drawn) + len(outcome.failed) == PAGES_EACH:
                    break
                await news.wait()
            del self._news[sha256]
            self.failed += len(outcome.failed)
            self._look()

    async def hear(self, sha256: str, _: Outcome) -> None:
        """There is news of a document."""
        if sha256 in self._news:
            self._news[sha256].set()

    def _look(self) -> None:
        pids = [child.pid for child in self.children if child.pid is not None]
        largest = max(map(_resident, pids), default=0.0)
        drawn = PAGES_EACH * (len(self.samples) + 1)
        self.samples.append(Sample(drawn, _resident(os.getpid()), largest))
        if len(self.samples) % self.shown_every == 0:
            _show(self.samples[-self.shown_every :])


async def run(pages: int = PAGES) -> list[Row]:
    """Draw, and compare the halves."""
    documents = max(2, pages // PAGES_EACH)
    at_once = asyncio.Semaphore(AT_ONCE)
    with tempfile.TemporaryDirectory(prefix="hanjang-bench-") as name:
        async with _house(Path(name), max(1, documents // SHOWN)) as flat:
            async with asyncio.TaskGroup() as group:
                for seed in range(documents):
                    group.create_task(flat.draw(seed, at_once))
            lives = sum(child.started for child in flat.children)
    _say(f"{lives} children, one after the other in {2 * CORES + 2} places\n")
    half = len(flat.samples) // 2
    first, last = flat.samples[:half], flat.samples[half:]
    drawn = f"{documents * PAGES_EACH:,} pages"
    return [
        Row(
            f"memory of the service over {drawn}, MiB",
            max(sample.service for sample in last),
            max(sample.service for sample in first),
            "the same, first half",
            1.1,
        ),
        Row(
            f"memory of its largest child over {drawn}, MiB",
            max(sample.child for sample in last),
            max(sample.child for sample in first),
            "the same, first half",
            1.1,
        ),
        Row("pages that could not be drawn", flat.failed, None, "", 0),
    ]


@asynccontextmanager
async def _house(data: Path, shown_every: int) -> AsyncIterator[Flat]:
    limits, child = FileLimits(), ChildLimits()
    storage = await open_storage(data)
    presses = [Press(child, limits.page_seconds) for _ in range(CORES)]
    pages = Pages(storage.catalog, storage.blobs, presses)
    inspector = Inspector(limits, child)
    intake = Intake(
        *(storage.catalog, storage.blobs, inspector, pages), limits=limits, now=lambda: 1
    )
    drawing = [box for press in presses for box in (press.worker, press.encoder)]
    flat = Flat(pages, intake, [*drawing, *inspector.children], shown_every)
    pages.subscribe(flat.hear)
    await pages.start()
    await intake.start()
    try:
        yield flat
    finally:
        await intake.aclose()
        await pages.aclose()
        await storage.aclose()


def _show(samples: Sequence[Sample]) -> None:
    service = max(sample.service for sample in samples)
    child = max(sample.child for sample in samples)
    _say(f"{samples[-1].pages:7,} pages: service {service:.1f}, largest child {child:.1f} MiB\n")


def _say(line: str) -> None:
    """On standard error: standard output belongs to the table."""
    sys.stderr.write(line)
    sys.stderr.flush()


def _resident(pid: int) -> float:
    """MiB; none for a process that has just ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    for line in status.splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / KIB_A_MIB
    return 0.0


async def _piece(data: bytes) -> AsyncIterator[bytes]:
    yield data
