"""The presenter turns a page, and every tablet in the room shows it."""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from service.meeting.meeting import LEAD_WAITS_MS
from service.model import Role
from tests.browser.chromium import PATIENCE_MS
from tests.browser.devices import DESKTOP, PHONE
from tests.browser.seats import MEMBER, PRESENTER, Seats, seat, seat_everyone
from tests.browser.tablet import Tablet
from tests.browser.tablets import Tablets
from tests.support import pdfs
from tests.support.running_service import RunningService
from tests.support.sitting import sitting

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def seats(service: RunningService, browser: Browser) -> AsyncIterator[Seats]:
    """Four tablets in a meeting of twelve pages under one item and two under another."""
    async with sitting(service, pages=12) as room, Tablets(browser) as tablets:
        await room.add_item("i2", "겨울철 재난 대응 계획")
        await room.secretary.upload(room.meeting_id, "d2", pdfs.good(2, seed=200), item_id="i2")
        yield await seat_everyone(room, tablets)


Way = Callable[[Tablet], Awaitable[object]]


async def _thumbnail(presenter: Tablet) -> None:
    await presenter.see("thumbnails").locator("[data-page='9']").click()


async def _number(presenter: Tablet) -> None:
    await presenter.tap("page-number")
    await presenter.see("jump-page").fill("11")
    await presenter.tap("jump-go")


async def _item(presenter: Tablet) -> None:
    await presenter.tap("show-agenda")
    await presenter.see("agenda-item").nth(1).get_by_role("button").first.click()


WAYS: dict[str, tuple[Way, str]] = {
    "the button": (lambda tablet: tablet.tap("next-page"), "d1.1.5"),
    "the button back": (lambda tablet: tablet.tap("previous-page"), "d1.1.3"),
    "a swipe": (lambda tablet: tablet.finger.drag((0.7, 0.5), (0.3, 0.5)), "d1.1.5"),
    "a swipe back": (lambda tablet: tablet.finger.drag((0.3, 0.5), (0.7, 0.5)), "d1.1.3"),
    "a tap on the edge": (lambda tablet: tablet.finger.tap((0.95, 0.5)), "d1.1.5"),
    "a tap on the other edge": (lambda tablet: tablet.finger.tap((0.05, 0.5)), "d1.1.3"),
    "an arrow": (lambda tablet: tablet.press("ArrowRight"), "d1.1.5"),
    "an arrow back": (lambda tablet: tablet.press("ArrowLeft"), "d1.1.3"),
    "a clicker": (lambda tablet: tablet.press("PageDown"), "d1.1.5"),
    "a clicker back": (lambda tablet: tablet.press("PageUp"), "d1.1.3"),
    "a thumbnail": (_thumbnail, "d1.1.9"),
    "a number": (_number, "d1.1.11"),
    "an item": (_item, "d2.1.1"),
}


@pytest.mark.parametrize("name", WAYS)
async def test_everyone_is_there_after(seats: Seats, name: str) -> None:
    turn, expected = WAYS[name]
    await seats.presenter.press("Home", "ArrowRight", "ArrowRight", "ArrowRight")
    await seats.all_show("d1.1.4")
    await turn(seats.presenter)
    await seats.all_show(expected)


async def test_a_tap_in_the_middle_turns_nothing(seats: Seats) -> None:
    await seats.presenter.press("Home")
    await seats.all_show("d1.1.1")
    await seats.presenter.finger.tap((0.5, 0.5))
    await seats.presenter.press("ArrowRight")
    await seats.presenter.is_live()
    await seats.all_show("d1.1.2")


async def test_the_leaders_name_is_on_every_screen_that_has_words(seats: Seats) -> None:
    for tablet in (seats.member, seats.neighbour):
        await expect(tablet.see("leader-name")).to_contain_text(PRESENTER)
    await expect(seats.wall.page.get_by_role("main")).to_contain_text("예산")


async def test_reading_ahead_unfollows_and_one_tap_comes_back(seats: Seats) -> None:
    member = seats.member
    await seats.presenter.press("Home")
    await seats.all_show("d1.1.1")
    await expect(member.see("follow-pill")).to_have_count(0)

    await member.finger.drag((0.7, 0.5), (0.3, 0.5))
    await member.shows("d1.1.2")
    await member.press("ArrowRight")
    await member.shows("d1.1.3")
    await expect(member.see("follow-pill")).to_contain_text("3")
    await expect(member.see("follow-pill")).to_contain_text("1쪽")

    await seats.presenter.press("End")
    await seats.neighbour.shows("d2.1.2")
    await expect(member.see("follow-pill")).to_contain_text("14쪽")
    await member.shows("d1.1.3")

    await member.tap("rejoin")
    await seats.all_show("d2.1.2")
    await expect(member.see("follow-pill")).to_have_count(0)


async def test_a_leader_whose_tablet_is_gone_is_said_to_be_away_and_can_be_relieved(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        seats = await seat_everyone(room, tablets)
        other = await seat(room, tablets, Role.PRESENTER, DESKTOP, "박서진 팀장")
        await expect(other.see("take-lead")).to_have_count(0)

        await seats.presenter.open("about:blank")
        for tablet in (seats.member, seats.neighbour, other):
            await expect(tablet.see("leader-name")).to_have_text(f"{PRESENTER} · 자리 비움")
        await expect(seats.wall.see("wall-leader")).to_have_text(f"{PRESENTER} · 자리 비움")

        await expect(other.see("lost-lead")).to_contain_text("초 동안 기다립니다")
        await expect(other.see("take-lead")).to_have_count(0)
        await expect(seats.member.see("lost-lead")).to_have_count(0)
        await expect(other.see("lost-lead")).to_contain_text(
            "진행을 이어받을 수 있습니다", timeout=LEAD_WAITS_MS + PATIENCE_MS
        )
        await expect(other.see("take-lead")).to_have_text("진행 이어받기")
        await other.take_lead()
        await expect(seats.wall.see("wall-leader")).to_have_count(0)
        await expect(seats.member.see("leader-name")).to_contain_text("박서진 팀장")


async def test_the_lead_is_handed_over_in_one_tap_and_taken_over(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        presenter = await seat(room, tablets, Role.PRESENTER, DESKTOP, PRESENTER)
        member = await seat(room, tablets, Role.MEMBER, PHONE, MEMBER)
        secretary = await seat(room, tablets, Role.SECRETARY, DESKTOP, "간사")
        await presenter.take_lead()
        await expect(member.see("leader-name")).to_contain_text(PRESENTER)

        await presenter.tap("hand-over")
        await presenter.tap(f"hand-over-{MEMBER}")
        await expect(member.see("lead-room")).to_have_attribute("data-leading", "true")
        await expect(presenter.see("lead-room")).to_have_attribute("data-leading", "false")
        await member.tap("next-page")
        await presenter.shows("d1.1.2")

        await secretary.open(f"{service.origin}/meet/{room.meeting_id}")
        await secretary.tap("take-lead")
        await secretary.tap("confirm-yes")
        await expect(secretary.see("lead-room")).to_have_attribute("data-leading", "true")
        await secretary.press("PageDown")
        for tablet in (presenter, member):
            await tablet.shows("d1.1.3")
            await expect(tablet.see("leader-name")).to_contain_text("간사")
