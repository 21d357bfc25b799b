"""The page on a tablet's stage: which it is, how near, and the ink on it."""

import asyncio
import base64
from typing import NamedTuple

from playwright.async_api import FloatRect, Locator, Page, expect

from tests.browser.chromium import PATIENCE_MS

_INKED = """(host, layer) => {
  const canvas = host.querySelector(`canvas[data-layer=${layer}]`);
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let inked = 0;
  for (let at = 3; at < data.length; at += 4) if (data[at] > 0) inked += 1;
  return inked;
}"""

_COLOUR = """(host, [x, y]) => {
  const canvas = host.querySelector("canvas[data-layer=paper]");
  const ratio = canvas.width / host.clientWidth;
  const pixel = canvas.getContext("2d").getImageData(x * ratio, y * ratio, 1, 1);
  return [...pixel.data];
}"""

_PAPER = """(host, [left, top, width, height]) => {
  const canvas = host.querySelector("canvas[data-layer=paper]");
  const { data } = canvas.getContext("2d").getImageData(left, top, width, height);
  const rgb = data.filter((_, at) => at % 4 < 3);
  let text = "";
  for (let at = 0; at < rgb.length; at += 8192) {
    text += String.fromCharCode(...rgb.subarray(at, at + 8192));
  }
  return btoa(text);
}"""

_LIES = """(host) => {
  const canvas = host.querySelector("canvas[data-layer=paper]");
  const ratio = canvas.width / host.clientWidth;
  const { left, top, width } = host.querySelector(".sheet-edge").style;
  return [left, top, width].map((each) => parseFloat(each) * ratio);
}"""

_CANVASES = """(host) =>
  [...host.querySelectorAll("canvas")].map((canvas) => canvas.width * canvas.height)"""


class Lying(NamedTuple):
    """Where the page lies on the canvas, in the canvas's own pixels."""

    left: float
    top: float
    width: float


class Sheet:
    """What stands on the stage, as the painter reports it with every paint."""

    def __init__(self, page: Page) -> None:
        self._page = page

    @property
    def host(self) -> Locator:
        """The element the painter draws in."""
        return self._page.locator(".stage-host")

    async def shows(self, page: str) -> None:
        """Wait until this page is painted in full."""
        await expect(self.host).to_have_attribute("data-painted", page)

    async def has_ready(self, page: str) -> None:
        """Wait until a turn to this page would only show what is painted already."""
        await expect(self.host).to_have_attribute("data-next", page)

    async def carries(self, strokes: int) -> None:
        """Wait until this many strokes stand on the page, all of them arrived."""
        await expect(self.host).to_have_attribute("data-strokes", str(strokes))
        await expect(self.host).to_have_attribute("data-unsent", "0")

    async def keeps(self, unsent: int) -> None:
        """Wait until this many strokes stand on the page and have not arrived."""
        await expect(self.host).to_have_attribute("data-unsent", str(unsent))

    async def moves(self) -> None:
        """Wait until something is painted that has not arrived: a stroke still being drawn."""
        async with asyncio.timeout(PATIENCE_MS / 1000):
            while not await self.inked("live"):
                pass

    async def inked(self, layer: str = "ink") -> int:
        """Pixels that are not empty on a layer."""
        pixels: int = await self.host.evaluate(_INKED, layer)
        return pixels

    async def colour(self, at: tuple[float, float]) -> tuple[int, ...]:
        """Red, green, blue and alpha of the paper, `at` parts of the stage's width and height."""
        box = await self.box()
        place = [at[0] * box["width"], at[1] * box["height"]]
        return tuple(await self.host.evaluate(_COLOUR, place))

    async def is_near(self, percent: int) -> None:
        """Wait until the page is this many times as wide as the whole, in percent."""
        await expect(self.host).to_have_attribute("data-zoom", str(percent))

    async def is_sharp(self, level: int | None) -> None:
        """Wait until tiles of this level leave no gap; None: until the page's image is enough."""
        await expect(self.host).to_have_attribute("data-level", "" if level is None else str(level))
        await expect(self.host).to_have_attribute("data-sharp", "true")

    async def is_coarse(self, level: int) -> None:
        """Wait until tiles of this level are wanted and not all of them are there."""
        await expect(self.host).to_have_attribute("data-level", str(level))
        await expect(self.host).to_have_attribute("data-sharp", "false")

    async def paper(self, left: int, top: int, width: int, height: int) -> bytes:
        """What is painted on a part of the canvas, in its own pixels: RGB, row by row."""
        pixels: str = await self.host.evaluate(_PAPER, [left, top, width, height])
        return base64.b64decode(pixels)

    async def lies(self) -> Lying:
        """Where the page lies."""
        return Lying(*await self.host.evaluate(_LIES))

    async def canvases(self) -> list[int]:
        """Pixels of each of the sheet's canvases."""
        return list(await self.host.evaluate(_CANVASES))

    async def box(self) -> FloatRect:
        """Where the stage is on the screen."""
        box = await self.host.bounding_box()
        assert box is not None, "there is no stage on this screen"
        return box
