"""Fingers and pens on the glass, given to the browser as its own input events."""

from collections.abc import Sequence

from playwright.async_api import CDPSession

from tests.browser.sheet import Sheet

Place = tuple[float, float]
"""A place on the stage, in parts of its width and height from the top left."""

BUTTONS = {"left": 1, "right": 2}
"""The bit of each in what an event says is pressed; a pen's nib is the left one."""

_OTHER_END = """(host, places) => {
  const capture = host.setPointerCapture;
  host.setPointerCapture = () => undefined;
  places.forEach(([clientX, clientY], index) => {
    const type = index === 0 ? "pointerdown" : "pointermove";
    const pen = { pointerId: 99, pointerType: "pen", button: 5, clientX, clientY };
    host.dispatchEvent(new PointerEvent(type, { ...pen, buttons: 32, pressure: 0.5 }));
  });
  host.dispatchEvent(new PointerEvent("pointerup", { pointerId: 99, pointerType: "pen" }));
  host.setPointerCapture = capture;
}"""

STEPS = 8
"""Reports between two places: a hand is seen on its way, not only where it ends."""


def way(start: Place, end: Place) -> list[Place]:
    """The places a hand passes."""
    return [
        (
            start[0] + (end[0] - start[0]) * step / STEPS,
            start[1] + (end[1] - start[1]) * step / STEPS,
        )
        for step in range(STEPS + 1)
    ]


class Finger:
    """One finger."""

    def __init__(self, cdp: CDPSession, sheet: Sheet) -> None:
        self._cdp, self._sheet = cdp, sheet

    async def tap(self, at: Place) -> None:
        """Touch and let go."""
        await self._touch("touchStart", at)
        await self._touch("touchEnd")

    async def drag(self, start: Place, end: Place) -> None:
        """Touch, move and let go."""
        first, *rest = way(start, end)
        await self._touch("touchStart", first)
        for place in rest:
            await self._touch("touchMove", place)
        await self._touch("touchEnd")

    async def tap_twice(self, at: Place) -> None:
        """Touch and let go, twice."""
        for _ in range(2):
            await self.tap(at)

    async def spread(self, middle: Place, start: float, end: float) -> None:
        """Two fingers side by side, `start` parts of the stage's width apart, move to `end`."""
        for kind, (apart, _) in zip(
            ("touchStart", *("touchMove" for _ in range(STEPS))),
            way((start, 0), (end, 0)),
            strict=True,
        ):
            x, y = middle
            await self._touch(kind, (x - apart / 2, y), (x + apart / 2, y))
        await self._touch("touchEnd")

    async def _touch(self, kind: str, *places: Place) -> None:
        points = []
        for number, at in enumerate(places):
            box = await self._sheet.box()
            x, y = box["x"] + at[0] * box["width"], box["y"] + at[1] * box["height"]
            points.append({"x": x, "y": y, "force": 0.5, "id": number})
        await self._cdp.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


class Pen:
    """A pen that feels how hard it is pressed."""

    def __init__(self, cdp: CDPSession, sheet: Sheet) -> None:
        self._cdp, self._sheet = cdp, sheet

    async def draw(self, start: Place, end: Place) -> None:
        """One straight stroke, pressed harder towards its end."""
        await self.put_down(way(start, end))
        await self.lift(end)

    async def erase(self, start: Place, end: Place) -> None:
        """One stroke with the button on its side pressed."""
        first, *rest = way(start, end)
        await self._report("mousePressed", first, 0.5, "right")
        for place in rest:
            await self._report("mouseMoved", place, 0.5, "right")
        await self._report("mouseReleased", end, 0.0, "right")

    async def turn_and_erase(self, start: Place, end: Place) -> None:
        """One stroke with its other end, which the browser's own input events do not know."""
        box = await self._sheet.box()
        places = [
            [box["x"] + x * box["width"], box["y"] + y * box["height"]] for x, y in way(start, end)
        ]
        await self._sheet.host.evaluate(_OTHER_END, places)

    async def put_down(self, places: Sequence[Place]) -> None:
        """Draw along these places and stay on the glass."""
        await self._report("mousePressed", places[0], 0.2)
        for number, place in enumerate(places[1:], start=1):
            await self._report("mouseMoved", place, 0.2 + 0.6 * number / len(places))

    async def move(self, at: Place) -> None:
        """Go on to a place, on the glass."""
        await self._report("mouseMoved", at, 0.5)

    async def lift(self, at: Place) -> None:
        """Take the pen off the glass."""
        await self._report("mouseReleased", at, 0.0)

    async def _report(self, kind: str, at: Place, force: float, button: str = "left") -> None:
        box = await self._sheet.box()
        event = {
            "type": kind,
            "x": box["x"] + at[0] * box["width"],
            "y": box["y"] + at[1] * box["height"],
            "button": button,
            "buttons": 0 if kind == "mouseReleased" else BUTTONS[button],
            "clickCount": 1,
            "pointerType": "pen",
            "force": force,
        }
        await self._cdp.send("Input.dispatchMouseEvent", event)
