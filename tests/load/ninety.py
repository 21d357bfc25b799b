"""Ninety minutes of writing on one tablet, compressed: as fast at the end as at the start.

A real Chromium, a real room, desk and sheet (`tablet_client/src/testing/ninety/`) without a
service: 40 strokes, 4 erasures and 2 undos a minute over 60 pages, a note every ten. Rows
of time and memory every ten minutes. Painted without a graphics card.
"""

import tempfile
from pathlib import Path

from playwright.async_api import CDPSession

from tests.browser.chromium import chromium
from tests.load.ink import TABLET, built, served
from tests.load.table import Row

MINUTES, STRETCH = 90, 10

AS_FAST = 1.5
"""A stretch may take half as much again as the first: a busy machine is no steadier."""

FRAME_MS = 16.7


IDLE = "a frame without a paint, just then"
FRAMES = 8.0
"""Eight strokes are painted at once, by cores that other work may want: it is there to compare."""

HEAP_MB = 40
"""What 3,600 strokes, their outlines and what can be undone may take beside an empty page."""


async def run() -> list[Row]:
    """Five rows a stretch of ten minutes, the first the measure of the others."""
    with tempfile.TemporaryDirectory() as folder:
        built("src/testing/ninety", Path(folder))
        with served(Path(folder)) as origin:
            return await _written(origin)


async def _written(origin: str) -> list[Row]:
    async with chromium() as browser:
        page = await browser.new_page(viewport=TABLET)
        await page.goto(origin)
        await page.evaluate("window.begin()")
        cdp = await page.context.new_cdp_session(page)
        empty = await _heap(cdp)
        rows: list[Row] = []
        first: dict[str, float] | None = None
        for begun in range(0, MINUTES, STRETCH):
            told: dict[str, float] = await page.evaluate(f"window.write({STRETCH})")
            grown = await _heap(cdp) - empty
            rows += _rows(f"minutes {begun}-{begun + STRETCH}", told, first, grown)
            first = first or told
        return rows


def _rows(
    when: str, told: dict[str, float], first: dict[str, float] | None, grown: float
) -> list[Row]:
    limit = FRAME_MS if first is None else AS_FAST
    beside = None if first is None else first["nib"]
    begun = "" if first is None else "the first ten minutes"
    heap = f"{when}: heap of {told['strokes']:.0f} strokes, MB"
    return [
        Row(f"{when}: pen event to ink painted, ms", told["nib"], beside, begun, limit),
        Row(f"{when}: its slowest 5 %, ms", told["nib95"], None, "", FRAME_MS),
        Row(f"{when}: events without ink", told["missed"], None, "", 0),
        Row(f"{when}: the stroke's frame, ms", told["lifted"], told["idle"], IDLE, FRAMES),
        Row(heap, grown, None, "", HEAP_MB),
    ]


async def _heap(cdp: CDPSession) -> float:
    """The page's heap in MB, once what nobody holds has gone."""
    await cdp.send("HeapProfiler.collectGarbage")
    told = await cdp.send("Runtime.getHeapUsage")
    return float(told["usedSize"]) / 1e6
