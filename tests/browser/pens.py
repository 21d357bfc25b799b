"""What hands do with the tools: choose a layer, and what stands behind "more"."""

from playwright.async_api import expect

from tests.browser.tablet import Tablet


async def write_on(tablet: Tablet, layer: str) -> None:
    """From now on the tablet's ink is for `notes` (nobody else), `meeting` or `collected`."""
    await tablet.tap("layer")
    await tablet.tap(f"layer-{layer}")
    await expect(tablet.see("layer")).to_have_attribute("data-layer", layer)


async def take(tablet: Tablet, tool: str) -> None:
    """Take a tool that stands behind "more": `tool-note`, `tool-lasso`, `stamp-agree`."""
    await tablet.tap("tools-more")
    await tablet.tap(tool)
    await expect(tablet.see("pen-more")).to_have_count(0)
