"""View settings: chosen before anybody has a seat, kept on the tablet, the same in the meeting."""

import pytest
from playwright.async_api import expect

from service.model import Role
from tests.browser.devices import LANDSCAPE
from tests.browser.seats import MEMBER
from tests.browser.tablets import Tablets
from tests.support.running_service import RunningService
from tests.support.sitting import sitting

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

_LETTER_SIZE = "() => parseFloat(getComputedStyle(document.body).fontSize)"


async def test_what_is_chosen_at_the_door_holds_in_the_meeting(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        tablet = await tablets.unpack(LANDSCAPE)
        await tablet.open((await room.link(Role.MEMBER))["url"])
        await tablet.tap("sight")
        panel = tablet.see("sight-panel")
        usual = await tablet.page.evaluate(_LETTER_SIZE)
        await panel.get_by_role("radio", name="가장 크게").check(force=True)
        await panel.get_by_role("radio", name="어둡게").check(force=True)
        await panel.get_by_role("switch", name="선명하게").click()
        await tablet.press("Escape")
        await tablet.give_name(MEMBER)
        await tablet.shows("d1.1.1")
        await tablet.page.reload()
        await tablet.shows("d1.1.1")
        page = tablet.page.locator("html")
        await expect(page).to_have_attribute("data-text", "largest")
        await expect(page).to_have_attribute("data-theme", "dark")
        await expect(page).to_have_attribute("data-contrast", "more")
        assert await tablet.page.evaluate(_LETTER_SIZE) == pytest.approx(usual * 1.5)


async def test_contrast_follows_the_device_until_somebody_chooses(
    service: RunningService, tablets: Tablets
) -> None:
    tablet = await tablets.unpack(LANDSCAPE)
    await tablet.open(service.origin)
    await tablet.look(sharp=True)
    await tablet.tap("sight")
    switch = tablet.see("sight-panel").get_by_role("switch", name="선명하게")
    await expect(switch).to_be_checked()
    await switch.click()
    page = tablet.page.locator("html")
    await expect(page).to_have_attribute("data-contrast", "plain")
    await tablet.page.reload()
    await expect(page).to_have_attribute("data-contrast", "plain")


async def test_five_sizes_of_letters_grow_in_order(
    service: RunningService, tablets: Tablets
) -> None:
    tablet = await tablets.unpack(LANDSCAPE)
    await tablet.open(service.origin)
    await tablet.tap("sight")
    options = tablet.see("text-size").get_by_role("radio")
    await expect(options).to_have_count(5)
    sizes: list[float] = []
    for each in await options.all():
        await each.check(force=True)
        sizes.append(await tablet.page.evaluate(_LETTER_SIZE))
    assert sizes == sorted(set(sizes))
