"""A hand that writes: to the paint under its own pen, and to the paint on another's tablet.

Two tablets in one Chromium (no graphics card) at a real service on loopback; a pen reports 60
times a second. By the clocks of the two pages, which one machine's clock stands behind.
"""

import asyncio
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import Any, Final

from playwright.async_api import Browser, Page

from service.model import Role
from tests.browser.chromium import chromium
from tests.browser.tablet import Tablet
from tests.load.painted import GLASS
from tests.load.table import Row
from tests.support.running_service import running_service
from tests.support.sitting import Sitting, is_settled, sitting

STROKES: Final = 12
REPORTS: Final = 60
EVERY_SECONDS: Final = 1 / 60
MOST_MS: Final = 60

_WRITES: Final = """(() => {
  const now = () => performance.timeOrigin + performance.now();
  window.sent = [];
  window.under = [];
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) {
    if (typeof data === "string" && data.includes('"StrokeProgress"')) {
      const { stroke_id, start, points } = JSON.parse(data);
      window.sent.push({ id: stroke_id, end: start + points.length / 3, at: now() });
    }
    return send.call(this, data);
  };
  let event = null;
  addEventListener("pointermove", (moved) => { event = moved.timeStamp; }, { capture: true });
  const fill = CanvasRenderingContext2D.prototype.fill;
  CanvasRenderingContext2D.prototype.fill = function (...given) {
    if (event !== null && ["nib", "live"].includes(this.canvas.dataset.layer)) {
      window.under.push({ ms: performance.now() - event, within: window.inEvent === true });
      event = null;
    }
    return fill.apply(this, given);
  };
  addEventListener("pointermove", () => { window.inEvent = true; }, { capture: true });
  requestAnimationFrame(function frame() {
    window.inEvent = false;
    requestAnimationFrame(frame);
  });
})()"""

_READS: Final = """(() => {
  const now = () => performance.timeOrigin + performance.now();
  window.seen = [];
  let heard = [];
  const Native = window.WebSocket;
  window.WebSocket = class extends Native {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        if (typeof data !== "string" || !data.includes('"StrokeProgress"')) return;
        for (const { signal } of JSON.parse(data).signals ?? []) {
          if (signal.type !== "StrokeProgress") continue;
          heard.push({ id: signal.stroke_id, end: signal.start + signal.points.length / 3 });
        }
      });
    }
  };
  const fill = CanvasRenderingContext2D.prototype.fill;
  CanvasRenderingContext2D.prototype.fill = function (...given) {
    const done = fill.apply(this, given);
    if (heard.length > 0 && this.canvas.dataset.layer === "live") {
      window.seen.push(...heard.map((each) => ({ ...each, at: now() })));
      heard = [];
    }
    return done;
  };
})()"""


async def run() -> list[Row]:
    """Write, and watch both tablets."""
    with (
        tempfile.TemporaryDirectory(prefix="hanjang-bench-") as name,
        running_service(Path(name) / "data") as service,
    ):
        async with sitting(service) as room, chromium() as browser:
            return await _measured(room, browser)


async def _measured(room: Sitting, browser: Browser) -> list[Row]:
    settled = await room.tablet_of(room.secretary)
    await settled.sees(lambda: is_settled(settled))
    await settled.go()
    writer = await _tablet(room, browser, Role.PRESENTER, _WRITES)
    reader = await _tablet(room, browser, Role.MEMBER, _READS)
    await writer.take_lead()
    await writer.press("ArrowRight", "Home")
    await asyncio.gather(writer.shows("d1.1.1"), reader.shows("d1.1.1"))
    for number in range(STROKES):
        await _stroke(writer, 0.15 + 0.05 * number)
    await reader.sheet.carries(STROKES)
    sent, seen = await _list(writer.page, "sent"), await _list(reader.page, "seen")
    under = await _list(writer.page, "under")
    late = sorted(_delays(sent, seen))
    own = sorted(float(each["ms"]) for each in under)
    same = sum(1 for each in under if each["within"]) / len(under)
    for tablet in (writer, reader):
        await tablet.put_away()
    sys.stderr.write(f"{len(late)} parts of strokes on the other tablet, ms: {_spread(late)}\n")
    sys.stderr.write(f"{len(own)} events to the paint under the pen, ms: {_spread(own)}\n")
    return [
        Row("stroke in progress on the other tablet, ms, 95 of 100", _95(late), None, "", MOST_MS),
        Row("pen events not painted in their own frame, part", 1 - same, None, "", 0.01),
    ]


async def _tablet(room: Sitting, browser: Browser, role: Role, watch: str) -> Tablet:
    tablet = await Tablet.unpack(browser, GLASS)
    await tablet.page.add_init_script(watch)
    await tablet.enter((await room.link(role))["url"], "조은별 과장")
    await tablet.is_live()
    return tablet


async def _stroke(tablet: Tablet, height: float) -> None:
    places = [(0.3 + 0.4 * step / REPORTS, height) for step in range(REPORTS)]
    clock = asyncio.get_running_loop()
    begun = clock.time()
    await tablet.pen.put_down(places[:1])
    for number, place in enumerate(places[1:], start=1):
        await _until(begun + number * EVERY_SECONDS)
        await tablet.pen.move(place)
    await tablet.pen.lift(places[-1])


async def _until(moment: float) -> None:
    """A pen reports by its own clock."""
    with suppress(TimeoutError):
        async with asyncio.timeout_at(moment):
            await asyncio.Future()


def _delays(sent: list[dict[str, Any]], seen: list[dict[str, Any]]) -> list[float]:
    """From the message that brought a part's last point to the paint that showed it."""
    delays = []
    for part in seen:
        brought = [
            each["at"] for each in sent if each["id"] == part["id"] and each["end"] >= part["end"]
        ]
        if brought:
            delays.append(part["at"] - min(brought))
    return delays


async def _list(page: Page, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = await page.evaluate(f"window.{name}")
    return found


def _95(values: list[float]) -> float:
    return values[len(values) * 95 // 100]


def _spread(values: list[float]) -> str:
    return f"median {median(values):.1f}, 95 of 100 {_95(values):.1f}, most {values[-1]:.1f}"
