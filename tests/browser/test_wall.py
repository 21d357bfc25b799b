"""The wall: sharp at four thousand pixels, in step for hundreds of turns, renewed by itself."""

import asyncio
import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Route, expect

from service.model import PageRef, Role
from service.protocol import commands as c
from tests.browser.devices import Device
from tests.browser.seats import seat
from tests.browser.tablet import REFUSED, Tablet
from tests.browser.tablets import Tablets
from tests.support import pdfs
from tests.support.running_service import RunningService
from tests.support.sitting import Sitting, is_settled, page, sitting
from tests.support.tablet import Tablet as Presenter

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

FOUR_K = Device(3840, 2160, touch=False)

TURNS = 300
"""Enough for a leak of one page's picture in ten turns to show: 30 of 14 MiB."""

MIB = 1024 * 1024


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def room(service: RunningService) -> AsyncIterator[Sitting]:
    """A meeting of eight pages."""
    async with sitting(service, pages=8) as room:
        yield room


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def presenter(room: Sitting) -> Presenter:
    """Who turns."""
    presenter = await room.leading()
    await presenter.sees(lambda: is_settled(presenter))
    assert await presenter.ask(c.TurnPage, page=page(1)) is None
    return presenter


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def wall(room: Sitting, presenter: Presenter, browser: Browser) -> AsyncIterator[Tablet]:
    """A wall of 3840 by 2160 pixels."""
    async with Tablets(browser) as tablets:
        wall = await seat(room, tablets, Role.SCREEN, FOUR_K, None)
        await wall.shows("d1.1.1")
        yield wall


async def test_every_pixel_of_the_screen_is_the_pages_own(wall: Tablet) -> None:
    box = await wall.sheet.box()
    assert box["width"] == FOUR_K.width
    for pixels in await wall.sheet.canvases():
        # But for a canvas nobody sees, which is a point, and for a row that is cut off.
        assert pixels == 1 or abs(pixels - box["width"] * box["height"]) <= box["width"]
    await expect(wall.sheet.host).to_have_attribute("data-sharp", "true")


async def test_no_hand_is_seen_on_it(wall: Tablet) -> None:
    cursors = await wall.page.evaluate(
        "() => [...document.querySelectorAll('.wall, .wall *')]"
        ".map((each) => getComputedStyle(each).cursor)"
    )
    assert set(cursors) == {"none"}


async def test_the_items_time_stands_on_it(wall: Tablet) -> None:
    await expect(wall.page.get_by_role("timer")).to_be_visible()


async def heap(wall: Tablet) -> float:
    """Bytes of script that are still in use."""
    cdp = await wall.page.context.new_cdp_session(wall.page)
    await cdp.send("HeapProfiler.collectGarbage")
    used: float = (await cdp.send("Runtime.getHeapUsage"))["usedSize"]
    await cdp.detach()
    return used


async def test_hundreds_of_turns_cost_it_nothing(presenter: Presenter, wall: Tablet) -> None:
    async def turns(count: int) -> float:
        for number in range(count):
            assert await presenter.ask(c.TurnPage, page=page(number % 8 + 1)) is None
        await wall.shows(f"d1.1.{(count - 1) % 8 + 1}")
        return await heap(wall)

    before = await turns(TURNS // 5)
    after = await turns(TURNS)
    assert after - before < 2 * MIB
    nodes: int = await wall.page.evaluate("() => document.querySelectorAll('*').length")
    assert nodes < 200


async def test_a_new_client_is_taken_up_once_the_line_is_back(
    room: Sitting, presenter: Presenter, browser: Browser
) -> None:
    async with Tablets(browser) as tablets:
        wall = await seat(room, tablets, Role.SCREEN, FOUR_K, None)
        # A page is there once the line is: the first look has been made.
        await expect(wall.sheet.host).to_have_attribute("data-painted", re.compile("^d1"))
        shown = await wall.sheet.host.get_attribute("data-painted")
        assert shown is not None
        await wall.page.evaluate("() => { window.old = true; }")
        looks = asyncio.Semaphore(0)

        async def newer(route: Route) -> None:
            if route.request.is_navigation_request():
                await route.continue_()  # as a proxy would that goes on handing out the old page
                return
            await route.fulfill(
                content_type="text/html",
                body='<script type="module" src="/assets/index-newer.js"></script>',
            )
            looks.release()

        await wall.page.route(f"{room.service.origin}/", newer)
        wall.forgive(REFUSED)
        await wall.page.evaluate("() => dispatchEvent(new Event('online'))")
        await wall.page.wait_for_function("() => window.old === undefined")
        await wall.page.evaluate("() => { window.tried = true; }")
        await wall.shows(shown)
        for _ in range(2):
            await asyncio.wait_for(looks.acquire(), 20)
        await wall.page.evaluate("() => dispatchEvent(new Event('online'))")
        await asyncio.wait_for(looks.acquire(), 20)
        await expect(wall.see("wall-link")).to_be_hidden()
        assert await wall.page.evaluate("() => window.tried")


async def test_a_link_taken_back_says_so(room: Sitting, browser: Browser) -> None:
    async with Tablets(browser) as tablets:
        link = await room.link(Role.SCREEN)
        wall = await tablets.unpack(FOUR_K)
        wall.forgive(REFUSED)  # what it was just fetching
        await wall.enter(link["url"])
        await expect(wall.sheet.host).to_be_visible()
        path = f"/api/meetings/{room.meeting_id}/links/{link['link_id']}"
        assert (await room.secretary.ask("DELETE", path)).status == 204
        await expect(wall.page.get_by_role("main")).to_contain_text("링크")


async def test_a_slide_as_wide_as_the_wall_is_finer_than_the_screen(
    room: Sitting, presenter: Presenter, wall: Tablet
) -> None:
    await room.add_item("i2", "발표")
    data = pdfs.sized((960, 540))
    await room.secretary.upload(room.meeting_id, "d2", data, item_id="i2")
    await presenter.sees(lambda: is_settled(presenter, "d2"))
    slide = PageRef(document_id="d2", version=1, page=1)
    assert await presenter.ask(c.TurnPage, page=slide) is None
    await wall.shows("d2.1.1")
    await wall.sheet.is_sharp(4)
