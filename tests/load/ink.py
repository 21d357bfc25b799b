"""A page full of ink on one tablet: how long until the screen shows what was done to it.

A real Chromium, a real room and a real sheet (`tablet_client/src/testing/full_page/`) without
a service: on a page of 5,000 strokes, the most a page can have, and on one of 50 beside it.
Two frames of 16.7 ms are the least a screen takes. Painted without a graphics card.
"""

import functools
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.async_api import ViewportSize

from tests.browser.chromium import chromium
from tests.load.table import Row
from tests.support.npm import npm

FULL, FEW = 5_000, 50
TABLET = ViewportSize(width=820, height=1_100)
PIXELS = 2

USABLE = 2.0
"""A deed on a full page may take twice as long as on one of few strokes: nobody feels that."""

DEEDS = {
    "added": "one stroke more",
    "highlighted": "one highlight more",
    "erased": "one stroke less",
    "written": "a stroke in progress goes on",
    "moved": "the page is moved while near",
}


async def run() -> list[Row]:
    """One row a deed, in milliseconds to the screen."""
    with tempfile.TemporaryDirectory() as folder:
        built("src/testing/full_page", Path(folder))
        with served(Path(folder)) as origin:
            full, few = await _measured(origin, FULL), await _measured(origin, FEW)
    beside = f"the same on a page of {FEW}"
    rows = [
        Row(f"{what}, ms to the screen", full[name], few[name], beside, USABLE)
        for name, what in DEEDS.items()
    ]
    # Not waited for: the page fills up before the eye while the tablet goes on answering.
    return [*rows, Row("the page opened, ms until all is there", full["opened"], None, "", 5_000)]


async def _measured(origin: str, strokes: int) -> dict[str, float]:
    async with chromium() as browser:
        page = await browser.new_page(viewport=TABLET, device_scale_factor=PIXELS)
        await page.goto(origin)
        took: dict[str, float] = await page.evaluate(f"window.measure({strokes})")
        return took


def built(page: str, folder: Path) -> None:
    """Build one of the client's bench pages into a folder."""
    done = npm("exec", "--", "vite", "build", page, "--outDir", str(folder), "--emptyOutDir")
    if done.returncode != 0:
        raise RuntimeError(done.stdout)


class _Quiet(SimpleHTTPRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder's index page on this machine."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
