"""pdf.js drawing a page, in the same browser and at the same pixels as ours shows it.

It is fetched for the occasion, at one version, and never part of the client.
"""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from playwright.async_api import Browser

from tests.load.ink import served
from tests.support.npm import npm

VERSION: Final = "6.5.438"

_PAGE: Final = "<!doctype html><meta charset=utf-8><canvas></canvas>"

_DRAW: Final = """async ([numbers, width]) => {
  const { getDocument, GlobalWorkerOptions } = await import("/pdf.mjs");
  GlobalWorkerOptions.workerSrc = "/pdf.worker.mjs";
  const paper = await getDocument({ url: new URL("/paper.pdf", location.href) }).promise;
  const canvas = document.querySelector("canvas");
  const took = [];
  for (const number of numbers) {
    const page = await paper.getPage(number);
    const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
    [canvas.width, canvas.height] = [Math.round(viewport.width), Math.round(viewport.height)];
    const begun = performance.now();
    const canvasContext = canvas.getContext("2d");
    await page.render({ canvas, canvasContext, viewport }).promise;
    canvasContext.getImageData(0, 0, 1, 1);  // put off by the browser until now
    took.push(performance.now() - begun);
  }
  return took;
}"""


async def drawing(browser: Browser, paper: Path, numbers: Sequence[int], width: int) -> list[float]:
    """Milliseconds for each page of a paper, in this order, at this width in pixels."""
    with _site(paper) as origin:
        page = await browser.new_page()
        await page.goto(origin)
        took: list[float] = await page.evaluate(_DRAW, [list(numbers), width])
        await page.close()
        return took


@contextmanager
def _site(paper: Path) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        got = npm("install", "--no-save", "--prefix", name, f"pdfjs-dist@{VERSION}")
        if got.returncode != 0:
            raise RuntimeError(got.stdout)
        built = folder / "node_modules" / "pdfjs-dist" / "build"
        site = folder / "site"
        site.mkdir()
        for script in ("pdf.mjs", "pdf.worker.mjs"):
            shutil.copy(built / script, site)
        shutil.copy(paper, site / "paper.pdf")
        (site / "index.html").write_text(_PAGE)
        with served(site) as origin:
            yield origin
