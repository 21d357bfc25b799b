"""A tablet that opens its meeting with an empty cache, over a slow link: until the page is there.

Chromium's own throttle narrows the link to 10 Mbit/s and 50 ms. The seat was taken before; the
page is painted in full, not a frame of the screen without it. By the clock of the page itself.
"""

import gzip
import re
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Final

from playwright.async_api import Browser, StorageState

from service.model import PageRef, Role, page_key
from service.protocol import commands as c
from tests.browser.chromium import chromium
from tests.browser.tablet import Tablet
from tests.load.page_clock import WATCH, painted_at
from tests.load.painted import GLASS
from tests.load.table import Row
from tests.support.http_client import HttpClient
from tests.support.running_service import running_service
from tests.support.sitting import Sitting, is_settled, sitting

VISITS: Final = 9
BYTES_A_SECOND: Final = 10_000_000 / 8
LINK: Final = {
    "offline": False,
    "latency": 50,
    "downloadThroughput": BYTES_A_SECOND,
    "uploadThroughput": BYTES_A_SECOND,
}
MOST_SECONDS: Final = 2.0
MOST_KIB: Final = 150


async def run() -> list[Row]:
    """Open the meeting again and again, each time with nothing but the seat."""
    with (
        tempfile.TemporaryDirectory(prefix="hanjang-bench-") as name,
        running_service(Path(name) / "data") as service,
    ):
        async with sitting(service) as room, chromium() as browser:
            page = PageRef(document_id="d1", version=1, page=2)
            presenter = await room.leading()
            await presenter.sees(lambda: is_settled(presenter))
            assert await presenter.ask(c.TurnPage, page=page) is None
            address, kept = await _joined(room, browser)
            seconds = [await _visit(browser, address, kept, page) for _ in range(VISITS)]
            loaded = await _first_load(room.stranger())
    sys.stderr.write(f"seconds: {', '.join(f'{each:.2f}' for each in seconds)}\n")
    return [
        Row("page painted, seconds, median", median(seconds), None, "", MOST_SECONDS),
        Row("first load without letters, KiB gzip", loaded / 1024, None, "", MOST_KIB),
    ]


async def _joined(room: Sitting, browser: Browser) -> tuple[str, StorageState]:
    """The address of a member's seat, and what the browser keeps of it."""
    tablet = await Tablet.unpack(browser, GLASS)
    await tablet.enter((await room.link(Role.MEMBER))["url"], "조은별 과장")
    await tablet.is_live()
    address, kept = tablet.page.url, await tablet.page.context.storage_state()
    await tablet.put_away()
    return address, kept


async def _visit(browser: Browser, address: str, kept: StorageState, page: PageRef) -> float:
    """Seconds from the navigation's start to the painted page."""
    context = await browser.new_context(
        viewport={"width": GLASS.width, "height": GLASS.height},
        device_scale_factor=GLASS.ratio,
        has_touch=GLASS.touch,
        storage_state=kept,
    )
    tab = await context.new_page()
    await tab.add_init_script(WATCH)
    cdp = await context.new_cdp_session(tab)
    await cdp.send("Network.enable")
    await cdp.send("Network.emulateNetworkConditions", LINK)
    await tab.goto(address)
    milliseconds = await painted_at(tab, page_key(page))
    await context.close()
    return milliseconds / 1000


async def _first_load(client: HttpClient) -> int:
    """Bytes of the page and of all that it names itself, compressed one by one; no letters."""
    shell = (await client.ask("GET", "/")).data
    named = re.findall(r'(?:src|href)="(/[^"]+\.(?:js|css))"', shell.decode())
    files = [shell, *[(await client.ask("GET", path)).data for path in named]]
    return sum(len(gzip.compress(each, 9)) for each in files)
