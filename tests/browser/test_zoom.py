"""A closer look: sharp at any zoom, coarse until it is, and never another page's pixels."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Route, expect

from service.model import Role
from tests.browser import drawings
from tests.browser.chromium import PATIENCE_MS
from tests.browser.devices import DESKTOP, LANDSCAPE, PHONE, Device
from tests.browser.frames import frame
from tests.browser.seats import MEMBER, seat
from tests.browser.sheet import Sheet
from tests.browser.tablet import LOST_NETWORK, REFUSED, Tablet
from tests.browser.tablets import Tablets
from tests.browser.wifi import wifi
from tests.support.running_service import RunningService
from tests.support.sitting import Sitting, sitting

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

TILES = re.compile(r"/tiles/\d+/\d+/\d+$")

LETTER = drawings.paper(drawings.A4, drawings.A4)
PLAN = drawings.paper(drawings.A0)
RED, BLUE = (0.8, 0.0, 0.0), (0.0, 0.0, 0.8)

SIDE = 360
"""Pixels of the square in the middle of the stage that is compared: it holds a tile's edge."""

CLOSE = 4.0
"""Mean difference a sample: thinned to 16 levels or JPEG, a tile is 1 to 3 off its drawing."""

IPAD_CANVAS = 5_242_880
"""Pixels: above it a canvas stays blank on older iPads."""


@asynccontextmanager
async def meeting(service: RunningService, data: bytes) -> AsyncIterator[Sitting]:
    """An open meeting with this paper."""
    async with sitting(service, pages=0) as room:
        answer = await room.secretary.upload(room.meeting_id, "d1", data)
        assert answer.status == 201, answer.body
        yield room


async def test_at_four_times_the_page_is_as_sharp_as_its_own_drawing(
    service: RunningService, tablets: Tablets
) -> None:
    async with meeting(service, LETTER) as room:
        member = await seat(room, tablets, Role.MEMBER, DESKTOP, MEMBER)
        member.forgive(REFUSED)
        await member.shows("d1.1.1")
        await member.sheet.is_sharp(None)

        await member.page.route(TILES, refuse)
        await to_the_nearest(member, 6_400)
        await member.sheet.is_coarse(4)
        coarse = await difference(member.sheet, LETTER)

        # Anew: what was refused is asked for again only once it was out of sight for some frames.
        await member.page.unroute(TILES)
        await member.page.reload()
        await member.shows("d1.1.1")
        await to_the_nearest(member, 6_400)
        await member.sheet.is_sharp(4)
        sharp = await difference(member.sheet, LETTER)
        assert sharp < CLOSE
        assert coarse > 5 * sharp


async def test_a_plan_is_sharp_at_six_times(service: RunningService, tablets: Tablets) -> None:
    async with meeting(service, PLAN) as room:
        member = await seat(room, tablets, Role.MEMBER, DESKTOP, MEMBER)
        await member.shows("d1.1.1")
        await to_the_nearest(member, 9_600)
        await member.sheet.is_sharp(6)
        assert await difference(member.sheet, PLAN) < CLOSE


async def test_no_seam_is_seen_between_tiles_at_any_zoom(
    service: RunningService, tablets: Tablets
) -> None:
    async with meeting(service, drawings.plain(RED)) as room:
        glass = Device(LANDSCAPE.width, LANDSCAPE.height, touch=True, ratio=1.5)
        member = await seat(room, tablets, Role.MEMBER, glass, MEMBER)
        await member.shows("d1.1.1")
        for step in range(4):
            await member.finger.spread((0.5, 0.5), 0.3, 0.3 * (1.61 + 0.07 * step))
            await member.finger.drag((0.5, 0.5), (0.47, 0.44))
            await expect(member.sheet.host).to_have_attribute("data-sharp", "true")
            assert await shades(member.sheet) == 1, f"a seam at step {step}"
        assert await member.sheet.host.get_attribute("data-level") == "4"


async def test_tiles_of_the_page_before_never_show_after_a_turn(
    service: RunningService, tablets: Tablets
) -> None:
    async with meeting(service, drawings.plain(RED, BLUE)) as room:
        member = await seat(room, tablets, Role.MEMBER, DESKTOP, MEMBER)
        await member.shows("d1.1.1")
        for _ in range(3):
            await member.tap("zoom-in")
        await member.sheet.is_near(338)
        await member.sheet.is_sharp(2)
        held: list[Route] = []

        async def hold(route: Route) -> None:
            held.append(route)

        await member.page.route(re.compile(r"/1/tiles/"), hold)
        await member.tap("zoom-in")
        await member.tap("zoom-in")
        await member.sheet.is_coarse(4)
        async with asyncio.timeout(PATIENCE_MS / 1000):
            while not held:
                await frame(member.page)
        await member.page.evaluate(_WATCH)
        await member.tap("next-page")
        for route in held:
            await route.continue_()
        await member.shows("d1.1.2")
        await member.sheet.is_sharp(4)
        seen = await member.page.evaluate("() => window.seen")
        assert {page for page, _, _ in seen} >= {"d1.1.1", "d1.1.2"}
        turned = [(red, blue) for page, red, blue in seen if page == "d1.1.2"]
        assert [(red, blue) for red, blue in turned if red > blue] == []


async def test_without_the_network_the_coarse_page_stands_and_nobody_complains(
    service: RunningService, tablets: Tablets
) -> None:
    async with meeting(service, LETTER) as room, wifi(service.origin) as network:
        member = await tablets.unpack(LANDSCAPE)
        member.forgive(LOST_NETWORK)
        await member.enter(network.reach((await room.link(Role.MEMBER))["url"]), MEMBER)
        await member.shows("d1.1.1")
        network.fail()
        await member.finger.spread((0.5, 0.5), 0.1, 0.5)
        await member.sheet.is_coarse(2)
        await member.shows("d1.1.1")
        assert await shades(member.sheet) > 100, "the page itself is not there"
        await expect(member.see("sheet-notice")).to_have_count(0)
        network.change()
        await member.sheet.is_sharp(2)


async def test_whatever_two_fingers_do_one_button_a_key_and_the_wheel_do_too(
    service: RunningService, tablets: Tablets
) -> None:
    async with meeting(service, LETTER) as room:
        member = await seat(room, tablets, Role.MEMBER, LANDSCAPE, MEMBER)
        await member.shows("d1.1.1")
        sheet = member.sheet

        await member.finger.tap_twice((0.5, 0.5))
        await sheet.is_near(250)
        await member.finger.tap_twice((0.5, 0.5))
        await sheet.is_near(100)
        await expect(member.see("zoom-out")).to_have_count(0)

        await member.tap("zoom-in")
        await sheet.is_near(150)
        await expect(member.see("zoom-reset")).to_contain_text("150%")
        await member.tap("zoom-out")
        await sheet.is_near(100)
        await expect(member.see("zoom-in")).to_be_focused()

        await member.press("+", "+")
        await sheet.is_near(225)
        before = await sheet.lies()
        await member.press("ArrowDown", "ArrowRight")
        await expect(sheet.host).to_have_attribute("data-page", "d1.1.1")
        async with asyncio.timeout(PATIENCE_MS / 1000):
            while not (before.left > (at := await sheet.lies()).left and before.top > at.top):
                pass
        await member.press("-")
        await sheet.is_near(150)
        await member.press("0")
        await sheet.is_near(100)
        await member.press("ArrowRight")
        await member.shows("d1.1.2")

        await sheet.host.hover()
        await member.page.keyboard.down("Control")
        await member.page.mouse.wheel(0, -300)
        await member.page.keyboard.up("Control")
        await sheet.is_near(182)


async def test_a_slide_fills_a_wall_of_4k_sharply_on_canvases_an_ipad_would_give(
    service: RunningService, tablets: Tablets
) -> None:
    async with meeting(service, drawings.paper(drawings.SLIDE)) as room:
        wide = await seat(room, tablets, Role.MEMBER, Device(3840, 2160, touch=False), MEMBER)
        await wide.shows("d1.1.1")
        await wide.sheet.is_sharp(2)
        assert (await wide.sheet.lies()).width > 2_000
        await canvases_are_small(wide)


async def test_a_telephone_with_fine_pixels_comes_as_near_on_small_canvases(
    service: RunningService, tablets: Tablets
) -> None:
    async with meeting(service, LETTER) as room:
        glass = Device(PHONE.width, PHONE.height, touch=True, ratio=3)
        phone = await seat(room, tablets, Role.MEMBER, glass, MEMBER)
        await phone.shows("d1.1.1")
        await to_the_nearest(phone, 6_400)
        await phone.sheet.is_sharp(4)
        await canvases_are_small(phone)


async def canvases_are_small(tablet: Tablet) -> None:
    """No canvas is larger than any iPad gives; of a single page none lies ready for a turn."""
    sizes = await tablet.sheet.canvases()
    assert [pixels > 1 for pixels in sizes] == [True, False, True, True]
    assert max(sizes) <= IPAD_CANVAS


async def refuse(route: Route) -> None:
    """The service has no such tile."""
    await route.fulfill(status=404, json={"code": "no_such_page"})


async def to_the_nearest(tablet: Tablet, across: int) -> None:
    """Press until the page comes no nearer: then it is that many of the screen's pixels wide."""
    nearer = tablet.see("zoom-in")
    for _ in range(12):
        if await nearer.is_disabled():
            break
        await nearer.click()
    await expect(nearer).to_be_disabled()
    async with asyncio.timeout(PATIENCE_MS / 1000):
        while (await tablet.sheet.lies()).width != pytest.approx(across, abs=1):
            pass


async def difference(sheet: Sheet, data: bytes) -> float:
    """How far the middle of the stage is from PyMuPDF's drawing of it: the mean a sample."""
    lies = await sheet.lies()
    box = await sheet.box()
    left, top = int(box["width"] / 2 - SIDE / 2), int(box["height"] / 2 - SIDE / 2)
    painted = await sheet.paper(left, top, SIDE, SIDE)
    x, y = left - round(lies.left), top - round(lies.top)
    drawn = drawings.drawn(data, 1, round(lies.width), (x, y, x + SIDE, y + SIDE))
    assert len(set(drawn)) > 50, "there is nothing to be compared here"
    return sum(abs(one - other) for one, other in zip(painted, drawn, strict=True)) / len(drawn)


async def shades(sheet: Sheet) -> int:
    """How many values of red the page has on the middle of the stage."""
    left, top, width = await sheet.lies()
    painted = await sheet.paper(max(0, round(left) + 2), max(0, round(top) + 2), 700, 500)
    assert width > 720
    return len(set(painted[::3]))


_WATCH = """() => {
  window.seen = [];
  const host = document.querySelector(".stage-host");
  const canvas = host.querySelector("canvas[data-layer=paper]");
  const look = () => {
    const [x, y] = [canvas.width / 2, canvas.height / 2];
    for (const by of [-200, -100, 0, 100, 200]) {
      const [red, , blue] = canvas.getContext("2d").getImageData(x + by, y + by, 1, 1).data;
      window.seen.push([host.dataset.page, red, blue]);
    }
    requestAnimationFrame(look);
  };
  look();
}"""
"""Notes with every frame which page is reported, and red and blue on five places of it."""
