"""The page on a tablet's stage: which it is, and the ink on it."""

import asyncio

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

    async def box(self) -> FloatRect:
        """Where the stage is on the screen."""
        box = await self.host.bounding_box()
        assert box is not None, "there is no stage on this screen"
        return box
