"""What happens in a tablet's page, told by the page's own clock: turns heard, frames, paints.

`WATCH` runs before the page's own scripts. A frame is a callback of requestAnimationFrame; the
sheet reports with each paint, in the frame it paints in, what stands on it.
"""

from typing import Any, Final

from playwright.async_api import Page

WATCH: Final = """(() => {
  const told = {}, frames = [], painted = {}, bitmaps = new Map();
  const Native = window.WebSocket;
  window.WebSocket = class extends Native {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        if (typeof data !== "string" || !data.includes('"PageTurned"')) return;
        const frame = JSON.parse(data);
        const turned = frame.entry?.events.find(({ type }) => type === "PageTurned");
        if (turned === undefined) return;
        const { document_id, version, page } = turned.page;
        told[`${document_id}.${version}.${page}`] = performance.now();
      });
    }
  };
  const tick = () => {
    frames.push(performance.now());
    if (frames.length > 10000) frames.splice(0, 5000);
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const key = target.dataset?.painted;
      if (!key || painted[key] !== undefined) continue;
      // Drawing is put off by the browser until somebody looks at a pixel.
      target.querySelector("canvas[data-layer=paper]").getContext("2d").getImageData(0, 0, 1, 1);
      painted[key] = performance.now();
    }
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-painted"] });
  const decode = window.createImageBitmap.bind(window);
  window.createImageBitmap = async (...given) => {
    const image = await decode(...given);
    bitmaps.set(image, image.width * image.height * 4);
    const close = image.close.bind(image);
    image.close = () => { bitmaps.delete(image); close(); };
    return image;
  };
  window.pageClock = {
    forget: (key) => { delete told[key]; delete painted[key]; },
    turn: (key) => told[key] === undefined || painted[key] === undefined ? null : {
      milliseconds: painted[key] - told[key],
      frames: frames.filter((at) => at > told[key] && at <= painted[key]).length,
    },
    paintedAt: (key) => painted[key] ?? null,
    pixels: () => [...bitmaps.values()].reduce((sum, bytes) => sum + bytes, 0)
      + [...document.querySelectorAll("canvas")]
        .reduce((sum, { width, height }) => sum + width * height * 4, 0),
  };
})()"""

_TURN: Final = "(key) => window.pageClock.turn(key)"


async def turn_of(page: Page, key: str) -> tuple[float, int]:
    """Milliseconds and frames from the turn to a page until it was painted in full; waits for it.

    One frame is the next one: it was painted before the screen showed anything else.
    """
    handle = await page.wait_for_function(_TURN, arg=key)
    told: dict[str, Any] = await handle.json_value()
    return float(told["milliseconds"]), int(told["frames"])


async def painted_at(page: Page, key: str) -> float:
    """Milliseconds from the navigation's start until a page was painted in full; waits for it."""
    handle = await page.wait_for_function("(key) => window.pageClock.paintedAt(key)", arg=key)
    return float(await handle.json_value())


async def forget(page: Page, key: str) -> None:
    """What was told and painted of a page does not count any more."""
    await page.evaluate("(key) => window.pageClock.forget(key)", key)


async def pixel_bytes(page: Page) -> int:
    """Bytes of all canvases in the page and of all decoded images it has not let go."""
    return int(await page.evaluate("() => window.pageClock.pixels()"))
