"""The lectern: pointer, enlarging, black, notes for oneself; and what readers and the wall see."""

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from service.model import Following
from service.protocol import commands as c
from tests.browser.seats import Seats, seat_everyone
from tests.browser.tablets import Tablets
from tests.support.running_service import RunningService
from tests.support.sitting import Sitting, sitting

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

MIDDLE = (0.5, 0.5)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def room(service: RunningService) -> AsyncIterator[Sitting]:
    """A meeting of four pages."""
    async with sitting(service, pages=4) as room:
        yield room


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def seats(room: Sitting, browser: Browser) -> AsyncIterator[Seats]:
    """Four tablets: the presenter's, two members', the wall."""
    async with Tablets(browser) as tablets:
        yield await seat_everyone(room, tablets)


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def at_the_first_page(room: Sitting, seats: Seats) -> None:
    """Everyone follows on the whole of the first page."""
    await room.steer(c.SetFollowing, following=Following.FOLLOW)
    await seats.presenter.press("Escape", "Escape", "Escape", "End", "Home")
    for tablet in (seats.member, seats.neighbour):
        if await tablet.see("rejoin").is_visible():
            await tablet.tap("rejoin")
    await seats.all_show("d1.1.1")
    for tablet in seats.others:
        await expect(tablet.sheet.host).to_have_attribute("data-zoom", "100")


async def test_black_is_for_everyone_until_the_button_or_a_turn(seats: Seats) -> None:
    presenter, member = seats.presenter, seats.member
    await presenter.tap("darken")
    await expect(presenter.see("lead-dark")).to_be_visible()
    for tablet in (member, seats.neighbour):
        await expect(tablet.see("dark-sheet")).to_contain_text("발표자가 화면을 껐습니다")
    await expect(seats.wall.see("wall-dark")).to_be_visible()
    await presenter.tap("lighten")
    await expect(member.see("dark-sheet")).to_have_count(0)
    await expect(seats.wall.see("wall-dark")).to_have_count(0)

    await presenter.tap("darken")
    await expect(member.see("dark-sheet")).to_be_visible()
    await presenter.press("PageDown")
    await expect(member.see("dark-sheet")).to_have_count(0)
    await seats.all_show("d1.1.2")


@pytest.mark.parametrize("key", ["b", "."])
async def test_a_clickers_black_button(seats: Seats, key: str) -> None:
    await seats.presenter.press(key)
    await expect(seats.wall.see("wall-dark")).to_be_visible()
    await seats.presenter.press(key)
    await expect(seats.wall.see("wall-dark")).to_have_count(0)


async def test_the_wall_in_the_dark_is_black_in_every_pixel(seats: Seats) -> None:
    await seats.presenter.press("b")
    await expect(seats.wall.see("wall-dark")).to_be_visible()
    lit = await seats.wall.page.evaluate(
        """() => [...document.elementsFromPoint(innerWidth / 2, innerHeight / 2)][0].className
          + getComputedStyle(document.querySelector(".wall-dark")).backgroundColor
          + JSON.stringify(document.querySelector(".wall-dark").getBoundingClientRect())"""
    )
    assert lit.startswith("wall-darkrgb(0, 0, 0)")
    assert '"width":1920' in lit
    assert '"height":1080' in lit
    await seats.presenter.press("b")


async def test_in_the_dark_a_reader_may_read_on(seats: Seats) -> None:
    member = seats.member
    await seats.presenter.press("b")
    await expect(member.see("dark-sheet")).to_be_visible()
    await member.tap("dark-read")
    await expect(member.see("dark-sheet")).to_have_count(0)
    await expect(seats.neighbour.see("dark-sheet")).to_be_visible()
    # Again dark, it is dark again: the choice was for this once.
    await seats.presenter.press("b")
    await expect(seats.neighbour.see("dark-sheet")).to_have_count(0)
    await seats.presenter.press("b")
    await expect(member.see("dark-sheet")).to_be_visible()
    await seats.presenter.press("b")


async def test_who_is_held_stays_in_the_dark(room: Sitting, seats: Seats) -> None:
    await room.steer(c.SetFollowing, following=Following.HOLD)
    await expect(seats.member.see("held")).to_be_visible()
    await seats.presenter.press("b")
    await expect(seats.member.see("dark-sheet")).to_be_visible()
    await expect(seats.member.see("dark-read")).to_have_count(0)
    await seats.presenter.press("b")


async def test_a_half_is_enlarged_for_all_and_ended_with_the_same_button(seats: Seats) -> None:
    presenter, member = seats.presenter, seats.member
    await presenter.tap("enlarge")
    await presenter.tap("frame-upper")
    await expect(presenter.see("region-frame")).to_be_visible()
    await expect(presenter.sheet.host).to_have_attribute("data-zoom", "100")
    for tablet in (member, seats.wall):
        await expect(tablet.sheet.host).not_to_have_attribute("data-zoom", "100")
        await expect(tablet.see("region-frame")).to_have_count(0)
    await expect(member.see("announcer")).to_have_text("발표자가 쪽의 한 곳을 크게 보입니다")
    await expect(presenter.see("enlarge")).to_have_text("전체 보이기")
    await presenter.tap("enlarge")
    for tablet in (member, seats.wall):
        await expect(tablet.sheet.host).to_have_attribute("data-zoom", "100")
    await expect(member.see("announcer")).to_have_text("쪽 전체를 다시 보입니다")


async def test_a_part_is_drawn_with_a_finger(seats: Seats) -> None:
    presenter = seats.presenter
    await presenter.tap("enlarge")
    await expect(presenter.see("framing")).to_be_visible()
    await presenter.finger.drag((0.45, 0.3), (0.55, 0.5))
    await expect(presenter.see("framing")).to_have_count(0)
    await expect(presenter.see("region-frame")).to_be_visible()
    await expect(seats.wall.sheet.host).not_to_have_attribute("data-zoom", "100")


async def test_the_presenters_own_zoom_is_shared_with_one_press(seats: Seats) -> None:
    presenter = seats.presenter
    await presenter.tap("zoom-in")
    await presenter.tap("zoom-in")
    await presenter.sheet.is_near(225)
    await presenter.tap("enlarge")
    await expect(presenter.see("enlarge")).to_have_text("전체 보이기")
    await expect(seats.member.sheet.host).not_to_have_attribute("data-zoom", "100")
    await presenter.tap("zoom-reset")
    await expect(presenter.see("region-frame")).to_be_visible()


async def test_who_zooms_alone_follows_on_and_sees_the_frame(seats: Seats) -> None:
    presenter, member = seats.presenter, seats.member
    await member.tap("zoom-in")
    await member.sheet.is_near(150)
    await presenter.tap("enlarge")
    await presenter.tap("frame-lower")
    await expect(member.see("region-frame")).to_be_visible()
    await member.sheet.is_near(150)
    await expect(member.see("follow-pill")).to_have_count(0)
    await member.see("region-go").dispatch_event("click")
    await expect(member.see("region-frame")).to_have_count(0)
    await presenter.press("PageDown")
    await seats.all_show("d1.1.2")
    await member.sheet.is_near(100)


async def test_where_turns_are_offered_the_part_is_only_framed(room: Sitting, seats: Seats) -> None:
    await room.steer(c.SetFollowing, following=Following.SUGGEST)
    await seats.presenter.tap("enlarge")
    await seats.presenter.tap("frame-upper")
    await expect(seats.member.see("region-frame")).to_be_visible()
    await expect(seats.member.sheet.host).to_have_attribute("data-zoom", "100")
    await expect(seats.wall.sheet.host).not_to_have_attribute("data-zoom", "100")


async def test_the_pointer_has_a_look_and_everyone_sees_it(seats: Seats) -> None:
    presenter, member = seats.presenter, seats.member
    await presenter.tap("tool-pointer")
    await presenter.tap("pointer-look")
    for choice in ("arrow", "large", "blue"):
        await presenter.tap(f"pointer-{choice}")
        await expect(presenter.see(f"pointer-{choice}")).to_have_attribute("aria-pressed", "true")
    await presenter.press("Escape")
    await expect(presenter.see("pointer-settings")).to_have_count(0)
    box = await presenter.sheet.box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    await presenter.page.mouse.move(x - 5, y)
    await presenter.page.mouse.move(x, y)
    await member.sheet.moves()
    red, _, blue = await colours(seats)
    assert blue > red * 4
    await presenter.tap("tool-pointer")
    await expect(presenter.see("tool-pointer")).to_have_attribute("aria-pressed", "false")
    await presenter.page.mouse.move(0, 0)


async def colours(seats: Seats) -> tuple[int, int, int]:
    """How much red, green and blue moves on the member's page."""
    red, green, blue = await seats.member.sheet.host.evaluate(
        """(host) => {
          const canvas = host.querySelector("canvas[data-layer=live]");
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          const sums = [0, 0, 0];
          for (let at = 0; at < data.length; at += 4) {
            // White around it is no colour.
            const whitest = Math.min(data[at], data[at + 1], data[at + 2]);
            if (data[at + 3] < 200 || whitest > 200) continue;
            for (const part of [0, 1, 2]) sums[part] += data[at + part];
          }
          return sums;
        }"""
    )
    return red, green, blue


async def test_notes_are_saved_while_typing_for_their_page_and_their_writer(seats: Seats) -> None:
    presenter, member = seats.presenter, seats.member
    await presenter.see("speech").fill("조정 사유는 성과평가")
    await presenter.press("PageDown")
    await presenter.shows("d1.1.2")
    await expect(presenter.see("speech")).to_have_value("")
    await presenter.see("speech").fill("둘째 쪽에서 할 말")
    await presenter.see("speech").blur()
    await presenter.press("Home")
    await expect(presenter.see("speech")).to_have_value("조정 사유는 성과평가")
    await presenter.is_live()
    await presenter.page.reload()
    await expect(presenter.see("speech")).to_have_value("조정 사유는 성과평가")
    await presenter.see("speech").fill("고친 메모")
    await presenter.see("speech").blur()
    await presenter.is_live()
    await presenter.page.reload()
    await expect(presenter.see("speech")).to_have_value("고친 메모")
    await expect(member.page.get_by_text("메모")).to_have_count(0)
    assert await member.sheet.inked() == 0
    assert await presenter.sheet.inked() == 0


async def test_a_clicker_turns_though_the_notes_have_the_focus(seats: Seats) -> None:
    await seats.presenter.see("speech").focus()
    await seats.presenter.press("PageDown")
    await seats.all_show("d1.1.2")
    await seats.presenter.see("speech").focus()
    await seats.presenter.press("PageUp")
    await seats.all_show("d1.1.1")


async def test_a_clickers_start_button_loads_nothing_anew(seats: Seats) -> None:
    await seats.presenter.page.evaluate("() => { window.same = true; }")
    await seats.presenter.press("F5", "PageDown")
    await seats.all_show("d1.1.2")
    assert await seats.presenter.page.evaluate("() => window.same") is True
    await seats.presenter.page.evaluate("() => document.exitFullscreen().catch(() => {})")


async def test_two_pages_side_by_side_and_one_again(seats: Seats) -> None:
    presenter, member = seats.presenter, seats.member
    await member.tap("panes")
    await expect(member.see("beside")).to_have_attribute("data-page", "1")
    await presenter.press("PageDown")
    theirs = member.page.locator(".beside-host")
    await expect(theirs).to_have_attribute("data-painted", "d1.1.2")
    await member.shows("d1.1.1")
    await member.press("End")
    await member.shows("d1.1.4")
    await expect(theirs).to_have_attribute("data-painted", "d1.1.2")

    await member.tap("widen-mine")
    await member.page.reload()
    await expect(member.see("two-panes")).to_have_attribute("data-split", "mine")
    await member.shows("d1.1.4")
    await expect(theirs).to_have_attribute("data-painted", "d1.1.2")

    await presenter.press("b")
    await expect(member.see("dark-sheet")).to_have_count(1)
    await member.shows("d1.1.4")
    await presenter.press("b")

    await member.tap("merge")
    await expect(member.see("two-panes")).to_have_count(0)
    await member.shows("d1.1.2")


async def test_a_small_part_is_sharp_in_both_panes(seats: Seats) -> None:
    presenter, member = seats.presenter, seats.member
    theirs = member.page.locator(".beside-host")
    await member.tap("panes")
    await expect(theirs).to_have_attribute("data-painted", "d1.1.1")
    for _ in range(4):
        await member.tap("zoom-in")
    await presenter.tap("enlarge")
    await presenter.finger.drag((0.47, 0.35), (0.53, 0.42))
    for host in (theirs, member.sheet.host):
        await expect(host).to_have_attribute("data-level", re.compile("^[246]$"))
        await expect(host).to_have_attribute("data-sharp", "true")
    await presenter.tap("enlarge")
    await expect(theirs).to_have_attribute("data-zoom", "100")
    await member.tap("zoom-reset")
    await member.tap("merge")
    await expect(member.see("two-panes")).to_have_count(0)


async def test_how_far_one_is_stands_in_the_pill(seats: Seats) -> None:
    await seats.member.press("End")
    await expect(seats.member.see("how-far")).to_have_text("3쪽 앞")
    await seats.presenter.press("End")
    await seats.member.press("Home")
    await expect(seats.member.see("how-far")).to_have_text("3쪽 뒤")
