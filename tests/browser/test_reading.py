"""The words of the page: heard, selected, followed; contents and printed page numbers."""

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import expect

from service.model import Role
from tests.browser.devices import DESKTOP, LANDSCAPE, PHONE
from tests.browser.paper_on_stage import on_screen, on_stage, select
from tests.browser.pens import take
from tests.browser.seats import MEMBER, PRESENTER, seat
from tests.browser.tablet import Tablet
from tests.browser.tablets import Tablets
from tests.support.readable import ADDRESS, INSIDE, LINES, OUTSIDE, readable
from tests.support.running_service import RunningService
from tests.support.sitting import Sitting, sitting

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

LINK = 3.5
"""Letters from a link's start: in its middle."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def room(service: RunningService) -> AsyncIterator[Sitting]:
    """An open meeting with the readable paper."""
    async with sitting(service, pages=0) as room:
        answer = await room.secretary.upload(room.meeting_id, "d1", readable(), name="편성.pdf")
        assert answer.status == 201, answer.body
        yield room


async def reader(room: Sitting, tablets: Tablets, device: object = LANDSCAPE) -> Tablet:
    """A member on the first page, whose words have come."""
    assert isinstance(device, type(LANDSCAPE))
    member = await seat(room, tablets, Role.MEMBER, device, MEMBER)
    await member.shows("d1.1.1")
    await has_words(member, LINES[0][0])
    return member


async def has_words(tablet: Tablet, words: str) -> None:
    """Wait until the page's text holds these words."""
    await expect(tablet.see("page-text")).to_contain_text(words)


async def heard(tablet: Tablet) -> list[str]:
    """What the accessibility tree says of the page's text, in its order."""
    cdp = await tablet.page.context.new_cdp_session(tablet.page)
    nodes = (await cdp.send("Accessibility.getFullAXTree"))["nodes"]
    await cdp.detach()
    by_id = {node["nodeId"]: node for node in nodes}
    region = next(
        node for node in nodes if re.match(r"\d+쪽의 글", node.get("name", {}).get("value", ""))
    )
    said: list[str] = []

    def walk(node_id: str) -> None:
        node = by_id[node_id]
        if node["role"]["value"] == "StaticText":
            said.append(node["name"]["value"].strip())
            return
        for child in node.get("childIds", []):
            walk(child)

    walk(region["nodeId"])
    return said


async def test_the_words_are_heard_in_their_order(room: Sitting, tablets: Tablets) -> None:
    member = await reader(room, tablets)
    assert await heard(member) == list(LINES[0])
    await member.press("PageDown")
    await has_words(member, LINES[1][0])
    assert await heard(member) == list(LINES[1])
    await expect(member.see("page-text")).to_have_accessible_name("2쪽의 글")


async def test_a_scan_says_that_it_has_no_letters(room: Sitting, tablets: Tablets) -> None:
    member = await reader(room, tablets)
    await member.press("End")
    await has_words(member, "스캔한 그림이라 읽을 글자가 없습니다")
    await take(member, "tool-select")
    await expect(member.see("select-bar")).to_contain_text("스캔한 그림이라")
    await expect(member.see("copy-text")).to_have_count(0)


async def test_what_is_selected_is_copied_as_plain_words(room: Sitting, tablets: Tablets) -> None:
    member = await reader(room, tablets, DESKTOP)
    await member.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await take(member, "tool-select")
    start = await on_screen(member, 1, 0, 6.1)
    end = await on_screen(member, 1, 1, 2.1)
    await select(member, start, end)
    await member.tap("copy-text")
    assert (
        await member.page.evaluate("navigator.clipboard.readText()") == "본예산 편성 방향\n\n차례"
    )

    await member.press("Control+c")
    html = """async () => (await navigator.clipboard.read()).flatMap((each) => each.types)"""
    assert await member.page.evaluate(html) == ["text/plain"]

    await member.tap("select-end")
    await expect(member.see("select-bar")).to_have_count(0)
    await expect(member.see("tool-hand")).to_have_attribute("aria-pressed", "true")


async def test_without_a_selection_the_whole_page_is_copied(
    room: Sitting, tablets: Tablets
) -> None:
    member = await reader(room, tablets, DESKTOP)
    await member.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await take(member, "tool-select")
    await member.tap("copy-text")
    copied: str = await member.page.evaluate("navigator.clipboard.readText()")
    assert copied.split() == " ".join(LINES[0]).split()
    await expect(member.see("announcer")).to_have_text("복사했습니다")


async def test_while_selecting_fingers_still_turn_and_only_taps_do_not(
    room: Sitting, tablets: Tablets
) -> None:
    member = await reader(room, tablets)
    await take(member, "tool-select")
    await member.finger.tap((0.95, 0.5))
    await member.finger.tap(await on_stage(member, 1, INSIDE, LINK))
    await member.finger.drag((0.6, 0.7), (0.3, 0.7))
    await member.shows("d1.1.2")
    await member.press("Escape")
    await expect(member.see("select-bar")).to_have_count(0)


async def test_outside_of_selecting_a_mouse_turns_the_page_over_the_words(
    room: Sitting, tablets: Tablets
) -> None:
    member = await reader(room, tablets, DESKTOP)
    await select(member, await on_screen(member, 1, 0, 6), await on_screen(member, 1, 0, 1))
    await member.shows("d1.1.2")
    assert await member.page.evaluate("document.getSelection().isCollapsed")


async def test_a_link_leads_to_its_page_and_back_to_the_presenter(
    room: Sitting, tablets: Tablets
) -> None:
    member = await reader(room, tablets)
    await member.finger.tap(await on_stage(member, 1, INSIDE, LINK))
    await member.shows("d1.1.3")
    await member.tap("way-back")
    await member.shows("d1.1.1")
    await expect(member.see("way-back")).to_have_count(0)
    await expect(member.see("follow-pill")).to_have_count(0)


async def test_a_swipe_may_begin_on_a_link_and_a_pen_writes_on_it(
    room: Sitting, tablets: Tablets
) -> None:
    member = await reader(room, tablets)
    start = await on_stage(member, 1, INSIDE, LINK)
    await member.finger.drag(start, (start[0] - 0.2, start[1]))
    await member.shows("d1.1.2")
    await member.press("PageUp")
    await member.shows("d1.1.1")
    await has_words(member, LINES[0][0])
    await member.tap("tool-pen")
    await member.pen.draw(start, (start[0] + 0.003, start[1]))
    await member.sheet.carries(1)
    await member.finger.tap(start)
    await member.press("PageDown")
    await member.shows("d1.1.2")


async def test_a_presenters_link_turns_the_page_for_all(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service, pages=0) as room:
        await room.secretary.upload(room.meeting_id, "d1", readable())
        member = await reader(room, tablets)
        presenter = await seat(room, tablets, Role.PRESENTER, PHONE, PRESENTER)
        await presenter.take_lead()
        await presenter.shows("d1.1.1")
        await has_words(presenter, LINES[0][0])
        await presenter.finger.tap(await on_stage(presenter, 1, INSIDE, LINK))
        await member.shows("d1.1.3")
        await presenter.tap("way-back")
        await member.shows("d1.1.1")


async def test_a_web_address_is_shown_before_it_is_opened(room: Sitting, tablets: Tablets) -> None:
    member = await reader(room, tablets)
    await member.finger.tap(await on_stage(member, 1, OUTSIDE, LINK))
    await expect(member.see("out-address")).to_have_text(ADDRESS)
    opens = member.see("out-open")
    await expect(opens).to_have_attribute("href", ADDRESS)
    await expect(opens).to_have_attribute("target", "_blank")
    await expect(opens).to_have_attribute("rel", "noopener noreferrer")
    await member.press("Escape")
    await expect(member.see("out-dialog")).to_have_count(0)
    assert len(member.page.context.pages) == 1


async def test_links_are_followed_by_keyboard(room: Sitting, tablets: Tablets) -> None:
    member = await reader(room, tablets, DESKTOP)
    inside = member.page.get_by_role("button", name="제설 대책으로 가기, 3쪽으로 가기")
    outside = member.page.get_by_role("link", name=f"누리집 안내, 웹 주소 {ADDRESS}")
    await inside.focus()
    await member.press("Tab")
    await expect(outside).to_be_focused()
    await member.press("Enter")
    await expect(member.see("out-address")).to_be_visible()
    await member.press("Escape")
    await expect(outside).to_be_focused()
    await member.press("Shift+Tab")
    await expect(inside).to_be_focused()
    await member.press("Enter")
    await member.shows("d1.1.3")


async def test_a_chapter_leads_to_its_page_and_the_one_read_is_marked(
    room: Sitting, tablets: Tablets
) -> None:
    member = await reader(room, tablets)
    await member.tap("tab-contents")
    chapters = member.see("chapter")
    await expect(chapters).to_have_text(["총괄2", "겨울철 제설 대책3", "부록4"])
    await expect(member.page.locator(".chapter[aria-current]")).to_have_count(0)
    await chapters.nth(2).click()
    await member.shows("d1.1.4")
    current = member.page.locator(".chapter[aria-current=location]")
    await expect(current).to_have_text("부록4")
    await member.press("PageUp")
    await expect(current).to_have_text("겨울철 제설 대책3")


async def test_a_telephone_has_the_contents_in_its_drawer(room: Sitting, tablets: Tablets) -> None:
    member = await reader(room, tablets, PHONE)
    await member.tap("show-agenda")
    await member.tap("tab-contents")
    await member.see("chapter").first.click()
    await member.shows("d1.1.2")
    await expect(member.see("contents")).to_have_count(0)
    await expect(member.see("way-back")).to_have_text("1쪽으로 돌아가기")


async def test_printed_numbers_are_shown_and_lead_to_their_page(
    room: Sitting, tablets: Tablets
) -> None:
    member = await reader(room, tablets)
    label = member.see("page-label")
    await expect(label).to_have_text("i")
    await member.tap("page-number")
    await member.see("jump-page").fill("II")
    await expect(member.see("jump-target")).to_have_text("편성 · 2쪽")
    await member.tap("jump-go")
    await member.shows("d1.1.2")
    await expect(label).to_have_text("ii")

    await member.tap("page-number")
    await member.see("jump-page").fill("3")
    await expect(member.see("jump-labelled")).to_have_text("3편성 · 5쪽")
    await member.tap("jump-go")
    await member.shows("d1.1.3")

    await member.tap("page-number")
    await member.see("jump-page").fill("xx")
    await expect(member.see("jump-go")).to_be_disabled()
