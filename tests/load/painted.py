"""A followed turn on a tablet: from the message to the paint, by the clock of the page itself.

A real service, a packet of 500 pages (the demo's papers, over and over), one member's tablet in
Chromium (2,360 x 1,640 pixels, no graphics card), a presenter who turns to the next page once it
lies ready. Beside it pdf.js draws the same pages in the same browser at the same pixels.
"""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from statistics import median, quantiles
from typing import Final

from playwright.async_api import Browser

from service.demo.drawing import draw_papers
from service.model import PageRef, Role, page_key
from service.protocol import commands as c
from tests.browser.chromium import chromium
from tests.browser.devices import Device
from tests.browser.tablet import Tablet
from tests.load.page_clock import WATCH, forget, pixel_bytes, turn_of
from tests.load.pages_papers import bound
from tests.load.pdfjs import drawing
from tests.load.table import Row
from tests.support.running_service import running_service
from tests.support.sitting import Sitting, is_settled, sitting

SPARING: Final = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
PAGES: Final = 500
TURNS: Final = 200
GLASS: Final = Device(1180, 820, touch=True, ratio=2)
MIB: Final = 1024 * 1024
MOST_MIB: Final = 150
DRAWING_SECONDS: Final = 300


async def run() -> list[Row]:
    """Turn through the packet, then let pdf.js draw some of it."""
    with tempfile.TemporaryDirectory(prefix="hanjang-bench-") as name:
        folder = Path(name)
        await draw_papers(folder / "papers", date(2026, 11, 23))
        await asyncio.to_thread(bound, folder / "papers", folder / "packet.pdf", PAGES)
        with running_service(folder / "data", {"HANJANG_WORKERS": "2"}) as service:
            async with sitting(service, pages=0) as room, chromium() as browser:
                await _upload(room, folder / "packet.pdf")
                return await _measured(room, browser, folder / "packet.pdf")


async def _measured(room: Sitting, browser: Browser, file: Path) -> list[Row]:
    presenter = await room.leading()
    await presenter.sees(lambda: is_settled(presenter), DRAWING_SECONDS)
    turns: list[tuple[float, int]] = []
    held: list[float] = []
    async with _tablet(room, browser) as tablet:
        cdp = await tablet.page.context.new_cdp_session(tablet.page)
        await cdp.send("HeapProfiler.enable")
        # The tablet stands at page 1 by itself.
        for number in range(2, TURNS + 2):
            page = PageRef(document_id="d1", version=1, page=number)
            await tablet.sheet.has_ready(page_key(page))
            await forget(tablet.page, page_key(page))
            assert await presenter.ask(c.TurnPage, page=page) is None
            turns.append(await turn_of(tablet.page, page_key(page)))
            if (number - 1) % 50 == 0:
                await cdp.send("HeapProfiler.collectGarbage")
                heap = await cdp.send("Runtime.getHeapUsage")
                pixels = await pixel_bytes(tablet.page)
                held.append((heap["usedSize"] + pixels) / MIB)
        canvas = (await tablet.sheet.lies()).width
    theirs = await drawing(browser, file, range(2, TURNS + 2), round(canvas))
    ours = [taken for taken, _ in turns]
    frames = sorted(count for _, count in turns)
    sys.stderr.write(f"ms from the turn to the paint: {_spread(ours)}\n")
    sys.stderr.write(f"ms of pdf.js at {canvas:.0f} px: {_spread(theirs)}\n")
    sys.stderr.write(f"MiB of heap and pixels after every 50 turns: {held}\n")
    return [
        Row("turn to paint, frames, median", median(frames), None, "", 1),
        Row("turn to paint, frames, 95 of 100", frames[len(frames) * 95 // 100], None, "", 2),
        Row("turn to paint, ms, median", median(ours), median(theirs), "pdf.js draws it", 0.1),
        Row(f"heap and pixels after {TURNS} turns, MiB", held[-1], None, "", MOST_MIB),
        Row("the same", held[-1], held[0], "after 50 turns", 1.1),
    ]


@asynccontextmanager
async def _tablet(room: Sitting, browser: Browser) -> AsyncIterator[Tablet]:
    tablet = await Tablet.unpack(browser, GLASS)
    await tablet.page.add_init_script(WATCH)
    # The packet is not put on this tablet: it would keep the network busy to the end.
    await tablet.page.add_init_script(SPARING)
    await tablet.enter((await room.link(Role.MEMBER))["url"], "조은별 과장")
    await tablet.is_live()
    try:
        yield tablet
    finally:
        await tablet.put_away()


async def _upload(room: Sitting, file: Path) -> None:
    data = await asyncio.to_thread(file.read_bytes)
    answer = await room.secretary.upload(room.meeting_id, "d1", data)
    assert answer.status == 201, answer.body


def _spread(times: list[float]) -> str:
    cuts = quantiles(times, n=20)
    return f"median {median(times):.1f}, 95 of 100 {cuts[18]:.1f}, most {max(times):.1f}"
