"""The pen in the browser: ink within its event, palms, its other end, notes, stamps, layers."""

import asyncio
import itertools
import re
from statistics import median

import pytest
from playwright.async_api import expect

from service.model import Role
from service.protocol import commands as c
from tests.browser.chromium import PATIENCE_MS
from tests.browser.devices import LANDSCAPE, PHONE, WALL, Device
from tests.browser.frames import frame
from tests.browser.hand import Place, way
from tests.browser.pens import take, write_on
from tests.browser.seats import MEMBER, NEIGHBOUR, seat
from tests.browser.tablet import Tablet
from tests.browser.tablets import Tablets
from tests.support.running_service import RunningService
from tests.support.sitting import Sitting, sitting

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

SIDEWAYS = Device(PHONE.height, PHONE.width, touch=True)

LINE: tuple[Place, Place] = ((0.45, 0.3), (0.55, 0.3))
LOWER: tuple[Place, Place] = ((0.45, 0.6), (0.55, 0.6))

_WATCH_THE_NIB = """() => {
  window.nib = { events: 0, painted: 0, took: [] };
  let fills = 0;
  const fill = CanvasRenderingContext2D.prototype.fill;
  CanvasRenderingContext2D.prototype.fill = function (...given) {
    if (this.canvas.dataset.layer === "nib") fills += 1;
    return fill.apply(this, given);
  };
  let before = 0;
  let begun = 0;
  addEventListener("pointermove", () => {
    before = fills;
    begun = performance.now();
  }, { capture: true });
  addEventListener("pointermove", (event) => {
    if (event.buttons === 0) return;
    window.nib.events += 1;
    if (fills > before) window.nib.painted += 1;
    window.nib.took.push(performance.now() - begun);
  });
}"""


async def member(room: Sitting, tablets: Tablets, name: str = MEMBER) -> Tablet:
    """A member's tablet that shows the first page."""
    tablet = await seat(room, tablets, Role.MEMBER, LANDSCAPE, name)
    await tablet.shows("d1.1.1")
    return tablet


async def test_ink_is_painted_within_the_pens_own_event(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        tablet = await member(room, tablets)
        await tablet.page.evaluate(_WATCH_THE_NIB)
        await tablet.pen.put_down(way(*LINE))
        assert await tablet.sheet.inked("nib") > 0
        seen = await tablet.page.evaluate("window.nib")
        assert seen["events"] > 0
        assert seen["painted"] == seen["events"]
        # A frame has 16.7 ms for everything.
        assert median(seen["took"]) < 16.7
        await tablet.pen.lift(LINE[1])
        await tablet.sheet.carries(1)
        await expect(tablet.sheet.host.locator("canvas[data-layer=nib]")).to_have_count(1)


async def test_once_a_pen_was_seen_fingers_turn_pages_until_they_may_write(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        tablet = await member(room, tablets)
        await tablet.tap("tool-pen")
        await tablet.finger.drag(*LINE)
        await tablet.sheet.carries(1)
        await tablet.pen.draw(*LOWER)
        await tablet.sheet.carries(2)
        await take_fingers(tablet, writing="false")
        # After the pen's hand has had time to leave, a finger swipes.
        later = "t => performance.now() > t + 400"
        await tablet.page.wait_for_function(later, arg=await now(tablet))
        await tablet.finger.drag((0.6, 0.5), (0.3, 0.5))
        await tablet.shows("d1.1.2")

        await tablet.tap("tools-more")
        await tablet.tap("fingers-write")
        await expect(tablet.see("fingers-write")).to_have_attribute("aria-checked", "true")
        await tablet.press("Escape")
        await tablet.finger.drag(*LINE)
        await tablet.sheet.carries(1)
        await tablet.page.reload()
        await take_fingers(tablet, writing="true")


async def take_fingers(tablet: Tablet, *, writing: str) -> None:
    """See in the tools whether fingers write."""
    await tablet.tap("tools-more")
    await expect(tablet.see("fingers-write")).to_have_attribute("aria-checked", writing)
    await tablet.press("Escape")


async def now(tablet: Tablet) -> float:
    """The page's own clock, in milliseconds."""
    at: float = await tablet.page.evaluate("performance.now()")
    return at


async def test_the_pens_other_end_and_its_button_erase(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        tablet = await member(room, tablets)
        for erase in (tablet.pen.erase, tablet.pen.turn_and_erase):
            await tablet.pen.draw(*LINE)
            await tablet.sheet.carries(1)
            await erase((0.5, 0.25), (0.5, 0.35))
            await tablet.sheet.carries(0)


async def test_a_note_is_typed_moved_and_taken_back_in_single_steps(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        tablet = await member(room, tablets)
        await take(tablet, "tool-note")
        await tablet.finger.tap((0.45, 0.3))
        await tablet.see("note-text").fill("예산 확인\n담당: 예산과")
        await tablet.tap("note-done")
        await tablet.sheet.carries(1)
        assert await tablet.sheet.inked() > 0
        row = tablet.see("marks-list").get_by_role("listitem")
        await expect(row).to_contain_text("예산 확인")

        await take(tablet, "tool-lasso")
        await tablet.finger.tap((0.46, 0.31))
        await expect(tablet.see("chosen-count")).to_have_attribute("data-count", "1")
        await tablet.tap("nudge-right")
        await tablet.sheet.carries(1)
        await tablet.press("Control+z")
        await tablet.sheet.carries(1)
        await tablet.press("Control+z")
        await tablet.sheet.carries(0)
        await tablet.press("Control+Shift+z")
        await tablet.sheet.carries(1)

        await tablet.see("mark-edit").focus()
        await tablet.press("Enter")
        await expect(tablet.see("note-text")).to_be_focused()
        await tablet.see("note-text").fill("다시 확인")
        await tablet.press("Escape")
        await expect(row).to_contain_text("다시 확인")
        await tablet.see("mark-erase").focus()
        await tablet.press("Enter")
        await tablet.sheet.carries(0)


async def test_a_note_in_hand_stands_when_the_page_is_turned_or_reloaded(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        tablet = await member(room, tablets)
        await take(tablet, "tool-note")
        await tablet.finger.tap((0.45, 0.3))
        await tablet.see("note-text").fill("잊지 말 것")
        await tablet.tap("next-page")
        await tablet.shows("d1.1.2")
        await tablet.sheet.carries(0)
        await tablet.tap("previous-page")
        await tablet.sheet.carries(1)
        await tablet.finger.tap((0.45, 0.6))
        await tablet.see("note-text").fill("이것도")
        await tablet.page.reload()
        await tablet.sheet.carries(2)


async def test_what_was_drawn_before_a_reload_can_still_be_taken_back(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        tablet = await member(room, tablets)
        await tablet.pen.draw(*LINE)
        await tablet.sheet.carries(1)
        await tablet.page.reload()
        await tablet.sheet.carries(1)
        await tablet.tap("undo")
        await tablet.sheet.carries(0)
        await tablet.tap("redo")
        await tablet.sheet.carries(1)


async def test_stamps_for_everyone_are_on_the_wall_with_their_owner(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        tablet = await member(room, tablets)
        wall = await seat(room, tablets, Role.SCREEN, WALL, None)
        neighbour = await member(room, tablets, NEIGHBOUR)
        await room.steer(c.AllowWriting, allowed=True)
        await write_on(tablet, "meeting")
        for stamp, at in {"agree": (0.4, 0.3), "seen": (0.5, 0.3), "object": (0.6, 0.3)}.items():
            await take(tablet, f"stamp-{stamp}")
            await tablet.finger.tap(at)
        for each in (tablet, wall, neighbour):
            await each.sheet.carries(3)
            assert await each.sheet.inked() > 0
        rows = neighbour.see("marks-list").get_by_role("listitem")
        await expect(rows.first).to_contain_text(re.compile(f"동의.*{MEMBER}"))
        await expect(neighbour.see("mark-erase")).to_have_count(0)


async def test_the_lasso_takes_what_it_goes_around_and_carries_it(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        tablet = await member(room, tablets)
        await tablet.pen.draw(*LINE)
        await tablet.pen.draw(*LOWER)
        await tablet.sheet.carries(2)
        await take(tablet, "tool-lasso")
        loop = [(0.42, 0.25), (0.58, 0.25), (0.58, 0.36), (0.42, 0.36), (0.42, 0.26)]
        await tablet.pen.put_down([step for one in itertools.pairwise(loop) for step in way(*one)])
        await tablet.pen.lift(loop[-1])
        await expect(tablet.see("chosen-count")).to_have_attribute("data-count", "1")
        await tablet.pen.draw((0.5, 0.3), (0.5, 0.45))
        await tablet.sheet.carries(2)
        await tablet.tap("chosen-erase")
        await tablet.sheet.carries(1)
        await tablet.tap("undo")
        await tablet.sheet.carries(2)
        await tablet.tap("choose-all")
        await expect(tablet.see("chosen-count")).to_have_attribute("data-count", "2")


async def test_what_is_handed_in_is_the_secretarys_alone_and_layers_hide(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        tablet = await member(room, tablets)
        neighbour = await member(room, tablets, NEIGHBOUR)
        await write_on(tablet, "collected")
        await tablet.pen.draw(*LINE)
        await tablet.sheet.carries(1)
        await neighbour.sheet.carries(0)
        # Nothing is on its way any more that would have the sheet painted for its own sake.
        await tablet.page.reload()
        await tablet.sheet.carries(1)
        await tablet.page.wait_for_load_state("networkidle")
        await frame(tablet.page)
        assert await tablet.sheet.inked() > 0
        await tablet.tap("layer")
        await tablet.tap("show-collected")
        await tablet.press("Escape")
        await until_blank(tablet)
        await tablet.page.reload()
        await tablet.sheet.carries(1)
        await until_blank(tablet)
        # Writing on a hidden layer shows it.
        await write_on(tablet, "notes")
        await tablet.tap("layer")
        await tablet.tap("layer-collected")
        await tablet.pen.draw(*LOWER)
        await tablet.sheet.carries(2)
        assert await tablet.sheet.inked() > 0


async def until_blank(tablet: Tablet) -> None:
    """Wait until no ink is to be seen."""
    async with asyncio.timeout(PATIENCE_MS / 1_000):
        while await tablet.sheet.inked():
            await frame(tablet.page)


async def test_ink_that_was_refused_is_kept_until_its_writer_settles_it(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        tablet = await member(room, tablets)
        neighbour = await member(room, tablets, NEIGHBOUR)
        await refused(room, tablet, LINE)
        await tablet.page.reload()
        await tablet.sheet.keeps(1)
        await expect(tablet.see("held-back")).to_have_attribute("data-count", "1")
        await tablet.tap("keep-mine")
        await expect(tablet.see("held-back")).to_have_count(0)
        await tablet.sheet.carries(1)
        await tablet.is_live()

        await refused(room, tablet, LOWER)
        await tablet.tap("throw-away")
        await tablet.tap("confirm-yes")
        await tablet.sheet.carries(1)
        await tablet.is_live()
        await neighbour.sheet.carries(0)


async def refused(room: Sitting, tablet: Tablet, line: tuple[Place, Place]) -> None:
    """Have a line begun while writing for all is allowed, and ended when it is not any more."""
    await room.steer(c.AllowWriting, allowed=True)
    await write_on(tablet, "meeting")
    await tablet.pen.put_down(way(*line))
    await room.steer(c.AllowWriting, allowed=False)
    await expect(tablet.see("layer")).to_have_attribute("data-layer", "notes")
    await tablet.pen.lift(line[1])
    await expect(tablet.see("held-back")).to_have_attribute("data-count", "1")


async def test_on_a_telephone_every_tool_is_reached(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        tablet = await seat(room, tablets, Role.MEMBER, PHONE, MEMBER)
        await tablet.shows("d1.1.1")
        for device in (PHONE, SIDEWAYS):
            await tablet.resize(device)
            for tool in ("tool-note", "tool-lasso", "stamp-agree", "stamp-object"):
                await take(tablet, tool)
            for testid in ("undo", "redo", "layer", "tools-more", "tool-pen"):
                await tablet.see(testid).scroll_into_view_if_needed()
                await expect(tablet.see(testid)).to_be_in_viewport(ratio=0.9)
