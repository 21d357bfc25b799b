"""Searching the packet as one types: found, marked on the page, walked through, put away."""

import json
import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Request, Route, expect

from service.model import Role
from tests.browser.devices import DESKTOP, LANDSCAPE, PHONE, Device
from tests.browser.paper_on_stage import on_stage
from tests.browser.seats import MEMBER, PRESENTER, seat
from tests.browser.tablet import LOST_NETWORK, Tablet
from tests.browser.tablets import Tablets
from tests.support.readable import readable
from tests.support.running_service import RunningService
from tests.support.sitting import Sitting, sitting

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

_KEEPS_NO_PACKET = """() => {
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (name, ...more) {
    if (name === "hanjang-packet") throw new DOMException("as in a private window");
    return open.call(this, name, ...more);
  };
}"""
"""A tablet that has the packet searches there while the service is away: that is no trouble."""

SEARCH = re.compile(r"/search\?")
SETTLED = re.compile(r"^\d+건, \d+쪽$")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def room(service: RunningService, browser: Browser) -> AsyncIterator[Sitting]:
    """An open meeting with the readable paper twice, read through."""
    async with sitting(service, pages=0) as room, Tablets(browser) as tablets:
        for number, name in enumerate(("편성.pdf", "편성 부속.pdf"), start=1):
            data = readable() + b"\n" * number
            answer = await room.secretary.upload(room.meeting_id, f"d{number}", data, name=name)
            assert answer.status == 201, answer.body
        member = await seat(room, tablets, Role.MEMBER, DESKTOP, MEMBER)
        await looks_for(member, "예산")
        await expect(member.see("find-reading")).to_have_count(0)
        yield room


async def member_of(room: Sitting, tablets: Tablets, device: Device = LANDSCAPE) -> Tablet:
    """A member on the first page."""
    member = await seat(room, tablets, Role.MEMBER, device, MEMBER)
    await member.shows("d1.1.1")
    return member


async def looks_for(tablet: Tablet, words: str) -> None:
    """Open the search, fill in these words and wait for their answer."""
    await tablet.tap("find-open")
    await tablet.see("find-field").fill(words)
    await expect(tablet.see("find-count")).to_have_attribute("data-query", words)


async def test_a_word_is_found_counted_and_marked(room: Sitting, tablets: Tablets) -> None:
    member = await member_of(room, tablets)
    place = await on_stage(member, 1, 0, 7.1)
    before = await member.sheet.colour(place)
    await looks_for(member, "예산")
    await expect(member.see("find-count")).to_have_text("6건, 6쪽")
    await expect(member.see("found-count")).to_have_text(["3건", "3건"])
    pages = await member.see("found").evaluate_all("all => all.map(each => each.dataset.page)")
    assert pages == ["1", "2", "4", "6", "7", "9"]
    await expect(member.see("found").nth(1).locator("mark")).to_have_text("예산")
    await expect(member.see("announcer")).to_have_text("6건, 6쪽")
    await expect(member.see("find-unlettered")).to_contain_text("글자가 없는 쪽 2")

    marked = await colour_changed(member, place, before)
    assert marked[2] < before[2], "yellow takes the blue away"
    await member.tap("find-close")
    await expect(member.see("find")).to_have_count(0)
    await colour_changed(member, place, marked)
    assert await member.sheet.colour(place) == before
    await expect(member.see("find-open")).to_be_focused()


async def colour_changed(
    tablet: Tablet, place: tuple[float, float], before: tuple[int, ...]
) -> tuple[int, ...]:
    """Wait until a place of the page has another colour."""
    differs = """([host, x, y, before]) => {
      const canvas = host.querySelector("canvas[data-layer=paper]");
      const ratio = canvas.width / host.clientWidth;
      const at = [x * host.clientWidth * ratio, y * host.clientHeight * ratio];
      const { data } = canvas.getContext("2d").getImageData(...at, 1, 1);
      return String([...data]) !== String(before);
    }"""
    host = await tablet.sheet.host.element_handle()
    await tablet.page.wait_for_function(differs, arg=[host, *place, list(before)])
    return await tablet.sheet.colour(place)


@pytest.mark.parametrize(
    ("typed", "hits"), [("예산은", 4), ("제설대책", 4), ("제설 장비를", 2), ("본 회의", 2)]
)
async def test_particles_and_spaces_are_forgiven(
    room: Sitting, tablets: Tablets, typed: str, hits: int
) -> None:
    member = await member_of(room, tablets)
    await looks_for(member, typed)
    await expect(member.see("find-count")).to_have_text(re.compile(f"^{hits}건"))


async def test_a_syllable_is_found_while_it_is_put_together(
    room: Sitting, tablets: Tablets
) -> None:
    member = await member_of(room, tablets)
    asked: list[str] = []

    def hear(request: Request) -> None:
        if SEARCH.search(request.url):
            asked.append(request.url)

    member.page.on("request", hear)
    await member.tap("find-open")
    await expect(member.see("find-field")).to_be_focused()
    cdp = await member.page.context.new_cdp_session(member.page)
    for text in ("ㅈ", "제", "젯", "제서"):
        at = len(text)
        await cdp.send(
            "Input.imeSetComposition", {"text": text, "selectionStart": at, "selectionEnd": at}
        )
    await expect(member.see("find-count")).to_have_attribute("data-query", "제서")
    assert asked[-1].endswith("typing=true")
    await expect(member.see("found").first).to_contain_text("제설")

    await member.press("Enter")
    await expect(member.see("hit-here")).to_have_count(0)
    await cdp.send("Input.insertText", {"text": "제설"})
    await expect(member.see("find-count")).to_have_attribute("data-query", "제설")
    await expect(member.see("find-field")).to_have_value("제설")
    async with member.page.expect_request(re.compile("typing=false")):
        await member.see("find-field").press("Space")


async def test_hits_are_walked_through_by_keyboard(room: Sitting, tablets: Tablets) -> None:
    member = await member_of(room, tablets, DESKTOP)
    await member.press("/")
    await expect(member.see("find-field")).to_be_focused()
    await member.page.keyboard.type("제설")
    await expect(member.see("find-count")).to_have_text(re.compile("^10건"))
    await member.press("Enter")
    await member.shows("d1.1.1")
    await expect(member.see("hit-here")).to_have_count(1)
    await member.press("Enter")
    await member.shows("d1.1.3")
    await member.press("Enter", "F3")
    await hit_is_on_line(member, 2)
    await member.press("Shift+Enter")
    await hit_is_on_line(member, 1)
    await member.press("ArrowDown", "ArrowDown", "Enter")
    await member.shows("d1.1.3")
    await member.press("Escape")
    await expect(member.see("find")).to_have_count(0)
    await expect(member.see("hit-here")).to_have_count(0)
    await member.press("Control+f")
    await expect(member.see("find-field")).to_have_value("제설")
    await member.press("Escape", "PageUp")
    await member.shows("d1.1.2")


async def hit_is_on_line(tablet: Tablet, line: int) -> None:
    """Wait until the hit looked at stands on that line of the page."""
    # Lines are 60 points apart, a page is 600 points or 1,000 pixels wide.
    stands = """line => {
        const hit = document.querySelector("[data-testid=hit-here]");
        return hit !== null && Math.round((parseFloat(hit.style.top) - 115) / 100) === line;
    }"""
    await tablet.page.wait_for_function(stands, arg=line)


async def test_a_members_hit_unfollows_and_a_presenters_turns_for_all(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service, pages=0) as room:
        await room.secretary.upload(room.meeting_id, "d1", readable())
        member = await member_of(room, tablets)
        presenter = await seat(room, tablets, Role.PRESENTER, LANDSCAPE, PRESENTER)
        await presenter.take_lead()
        await looks_for(member, "부록")
        await expect(member.see("found")).to_have_count(1)
        await member.see("found").click()
        await member.shows("d1.1.4")
        await expect(member.see("follow-pill")).to_be_visible()
        await member.tap("rejoin")
        await member.shows("d1.1.1")

        await looks_for(presenter, "제설")
        await presenter.see("found").nth(1).click()
        await member.shows("d1.1.3")


async def test_on_a_telephone_the_list_folds_away_for_the_page(
    room: Sitting, tablets: Tablets
) -> None:
    member = await member_of(room, tablets, PHONE)
    await looks_for(member, "부록")
    await member.see("found").first.click()
    await member.shows("d1.1.4")
    await expect(member.see("found")).to_have_count(0)
    await expect(member.see("hit-here")).to_be_in_viewport()
    await member.tap("find-fold")
    await expect(member.see("found").first).to_have_attribute("aria-current", "page")


async def test_nothing_found_says_so(room: Sitting, tablets: Tablets) -> None:
    member = await member_of(room, tablets)
    await looks_for(member, "없는낱말")
    await expect(member.see("find-nothing")).to_contain_text("없는낱말")
    await expect(member.see("announcer")).to_contain_text("찾지 못했습니다")
    await expect(member.see("find-next")).to_be_disabled()


async def test_trouble_is_told_and_the_same_is_asked_again(room: Sitting, tablets: Tablets) -> None:
    member = await tablets.unpack(LANDSCAPE)
    await member.page.add_init_script(f"({_KEEPS_NO_PACKET})()")
    await member.enter((await room.link(Role.MEMBER))["url"], MEMBER)
    await member.shows("d1.1.1")
    member.forgive(LOST_NETWORK)
    await member.page.route(SEARCH, lambda route: route.abort())
    await member.tap("find-open")
    await member.see("find-field").fill("예산")
    await expect(member.see("find-trouble")).to_contain_text("연결")
    await member.page.unroute(SEARCH)
    await member.tap("find-again")
    await expect(member.see("find-count")).to_have_text("6건, 6쪽")
    await expect(member.see("find-trouble")).to_have_count(0)


async def test_pages_still_being_read_are_said_and_searched_once_they_are(
    room: Sitting, tablets: Tablets
) -> None:
    member = await member_of(room, tablets)
    early = 0

    async def half(route: Route) -> None:
        nonlocal early
        answer = await route.fetch()
        told = await answer.json()
        if early < 2:
            early += 1
            told |= {"read": 4, "hits": 1, "pages": told["pages"][:1]}
        await route.fulfill(response=answer, body=json.dumps(told))

    await member.page.route(SEARCH, half)
    await looks_for(member, "예산")
    await expect(member.see("find-reading")).to_have_text("아직 6쪽을 읽는 중입니다")
    await expect(member.see("find-count")).to_have_text("6건, 6쪽")
    await expect(member.see("find-reading")).to_have_count(0)
    assert early == 2


async def test_an_answer_that_comes_too_late_is_not_shown(room: Sitting, tablets: Tablets) -> None:
    member = await member_of(room, tablets)
    held: list[Route] = []

    async def hold(route: Route) -> None:
        if "%EB%B6%80%EB%A1%9D" in route.request.url:  # 부록
            held.append(route)
        else:
            await route.continue_()

    await member.page.route(SEARCH, hold)
    await member.tap("find-open")
    async with member.page.expect_request(SEARCH):
        await member.see("find-field").fill("부록")
    await member.see("find-field").fill("예산")
    await expect(member.see("find-count")).to_have_text("6건, 6쪽")
    for route in held:
        await route.abort()
    await expect(member.see("find-count")).to_have_text("6건, 6쪽")
    await expect(member.see("find-trouble")).to_have_count(0)
