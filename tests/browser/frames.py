"""Every frame a tablet shows, one by one: which page its sheet says, and what its canvases hold."""

from dataclasses import dataclass

from playwright.async_api import Page

from tests.browser.tablet import Tablet

_WATCH = """() => {
  const host = document.querySelector(".stage-host");
  const small = document.createElement("canvas");
  [small.width, small.height] = [400, 400];
  const pen = small.getContext("2d", { willReadFrequently: true });
  const hash = (layer) => {
    const canvas = host.querySelector(`canvas[data-layer=${layer}]`);
    pen.clearRect(0, 0, 400, 400);
    pen.drawImage(canvas, 0, 0, 400, 400);
    const pixels = new Uint32Array(pen.getImageData(0, 0, 400, 400).data.buffer);
    let sum = 2166136261;
    for (const each of pixels) sum = Math.imul(sum ^ each ^ (each >>> 15), 16777619);
    return sum >>> 0;
  };
  const frames = [];
  let going = true;
  const look = () => {
    const { page, painted } = host.dataset;
    frames.push([page ?? "", painted ?? "", hash("paper"), hash("ink")]);
    if (going) requestAnimationFrame(look);
  };
  look();
  window.stopWatching = () => {
    going = false;
    return frames;
  };
}"""

_STOP = "() => window.stopWatching()"

_NEXT = """() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(done));
  // A machine that is busy with other browsers may leave a page without frames for long.
  setTimeout(done, 1000);
})"""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stood on the sheet: the page it said, the one painted in full, and two fingerprints."""

    page: str
    painted: str
    paper: int
    ink: int


async def frame(page: Page) -> None:
    """Let the page paint what has changed, or look again after a second."""
    await page.evaluate(_NEXT)


async def watch(tablet: Tablet) -> None:
    """Look at the sheet with every frame from now on."""
    await tablet.page.evaluate(_WATCH)


async def stop(tablet: Tablet) -> list[Frame]:
    """All frames since `watch`, the last of which shows what stands there now."""
    await frame(tablet.page)
    return [Frame(*each) for each in await tablet.page.evaluate(_STOP)]


async def look(tablet: Tablet) -> Frame:
    """What stands on the sheet."""
    await watch(tablet)
    return (await stop(tablet))[-1]


def without_repeats(frames: list[Frame]) -> list[Frame]:
    """The frames in which something changed."""
    changed: list[Frame] = []
    for frame in frames:
        if not changed or changed[-1] != frame:
            changed.append(frame)
    return changed
