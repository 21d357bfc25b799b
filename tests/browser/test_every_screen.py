"""Every screen at every size and in every look, and the whole of it by keyboard and by ear."""

import re
from collections.abc import AsyncIterator
from typing import Final

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from service.model import Role
from tests.browser import axe, looks
from tests.browser.devices import DESKTOP, EVERY, LANDSCAPE, PHONE, PORTRAIT
from tests.browser.house import furnished
from tests.browser.scene_list import SCENES
from tests.browser.scenes import House, Scene, desk, lead, sit
from tests.browser.seats import MEMBER, PRESENTER, seat
from tests.browser.tablet import Tablet
from tests.browser.tablets import Tablets
from tests.support.running_service import RunningService
from tests.support.sitting import sitting

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

MOST_STEPS = 60
"""More than a screen has places for the keyboard."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(service: RunningService) -> AsyncIterator[House]:
    """Meetings in every phase."""
    async with furnished(service) as house:
        yield house


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def cast(browser: Browser) -> AsyncIterator[dict[Role | None, Tablet]]:
    """A tablet for each role, and one for nobody."""
    roles = (None, Role.SECRETARY, Role.MEMBER, Role.PRESENTER, Role.SCREEN)
    async with Tablets(browser) as tablets:
        cast = {role: await tablets.unpack(DESKTOP) for role in roles}
        for tablet in cast.values():
            tablet.forgive(TAKEN_AWAY)
        yield cast


TAKEN_AWAY: Final = re.compile(r"status of 404 .*/pages/")
"""A page that a tablet fetches to keep while a scene recalls or replaces its document."""

LOOKS: Final = {
    "dark": {"dark": True},
    "sharp": {"sharp": True},
    "sharp and dark": {"dark": True, "sharp": True},
}


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_a_screen_fits_everywhere_and_is_named(
    house: House, cast: dict[Role | None, Tablet], scene: Scene
) -> None:
    tablet = cast[scene.role]
    await tablet.resize(DESKTOP)
    await scene.go(tablet, house)
    wrong: list[str] = []
    for device in EVERY:
        await tablet.resize(device)
        wrong += [f"{device.width}: {each}" for each in await looks.misfits(tablet, device)]
    await tablet.letters("largest")
    for device in (PHONE, PORTRAIT, LANDSCAPE):
        await tablet.resize(device)
        wrong += [
            f"{device.width}, largest: {each}" for each in await looks.misfits(tablet, device)
        ]
    await tablet.letters("normal")
    wrong += await looks.nameless(tablet)
    wrong += await axe.violations(tablet)
    for name, look in LOOKS.items():
        await tablet.look(**look)
        wrong += [f"{name}: {each}" for each in await axe.pale(tablet)]
    await tablet.look()
    assert not wrong, "\n".join(wrong)
    await expect(tablet.page.locator("html")).to_have_attribute("lang", "ko")


WALKS = {
    "the desk": (Role.SECRETARY, desk),
    "a member": (Role.MEMBER, sit),
    "the lead": (Role.PRESENTER, lead),
}


@pytest.mark.parametrize("walk", WALKS)
async def test_the_keyboards_focus_is_always_seen(
    house: House, cast: dict[Role | None, Tablet], walk: str
) -> None:
    role, go = WALKS[walk]
    tablet = cast[role]
    await tablet.resize(LANDSCAPE)
    await go(tablet, house)
    passed: dict[str, bool] = {}
    for _ in range(MOST_STEPS):
        await tablet.press("Tab")
        at = await looks.focused(tablet)
        if at is not None:
            passed[at.name] = at.ringed
    assert len(passed) > 5
    assert [name for name, ringed in passed.items() if not ringed] == []


async def test_a_presenter_needs_no_more_than_a_keyboard(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        member = await seat(room, tablets, Role.MEMBER, LANDSCAPE, MEMBER)
        presenter = await tablets.unpack(DESKTOP)
        await presenter.open((await room.link(Role.PRESENTER))["url"])
        await walk_to(presenter, "join-name")
        await presenter.page.keyboard.type("Kim")
        await presenter.press("Enter")

        await walk_to(presenter, "take-lead")
        await presenter.press("Enter")
        await expect(member.see("leader-name")).to_contain_text("Kim")
        await walk_to(presenter, "next-page")
        await presenter.press("Enter")
        await member.shows("d1.1.2")
        await presenter.press("PageDown")
        await member.shows("d1.1.3")

        await walk_to(presenter, "page-number")
        await presenter.press("Enter")
        await expect(presenter.see("jump-page")).to_be_focused()
        await presenter.page.keyboard.type("1")
        await presenter.press("Enter")
        await member.shows("d1.1.1")

        await walk_to(presenter, "hand-over")
        await presenter.press("Enter")
        await walk_to(presenter, f"hand-over-{MEMBER}")
        await presenter.press("Enter")
        await expect(member.see("lead-room")).to_have_attribute("data-leading", "true")


async def walk_to(tablet: Tablet, testid: str) -> None:
    """Press Tab until the part with this test id has the focus."""
    goal = tablet.see(testid)
    await expect(goal).to_be_visible()
    for _ in range(MOST_STEPS):
        if await goal.evaluate("goal => goal === document.activeElement"):
            return
        await tablet.press("Tab")
    pytest.fail(f"the keyboard never gets to {testid}")


async def test_turns_and_the_opening_are_said_aloud(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        presenter = await seat(room, tablets, Role.PRESENTER, LANDSCAPE, PRESENTER)
        member = await seat(room, tablets, Role.MEMBER, LANDSCAPE, MEMBER)
        await presenter.take_lead()
        await presenter.press("ArrowRight")
        voice = member.see("announcer")
        await expect(voice).to_have_attribute("aria-live", "polite")
        await expect(voice).to_have_text("2쪽, 예산")


async def test_english_is_one_choice_away_and_stays(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        member = await seat(room, tablets, Role.MEMBER, LANDSCAPE, MEMBER)
        await member.tap("menu")
        await member.page.get_by_role("radio", name="English").check()
        await expect(member.page.locator("html")).to_have_attribute("lang", "en")
        await member.page.reload()
        await expect(member.page.locator("html")).to_have_attribute("lang", "en")
        await expect(member.see("tool-pen")).to_have_accessible_name("Pen")
