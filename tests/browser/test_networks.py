"""Networks as halls have them: far and lossy, changed for another, gone for a minute or a day.

Tablets' clocks are handed on, so that a day takes a moment.
"""

import asyncio

import pytest
from playwright.async_api import expect

from service.model import Role
from tests.browser.devices import LANDSCAPE
from tests.browser.offline import has_app, packet_is
from tests.browser.pens import write_on
from tests.browser.seats import MEMBER, NEIGHBOUR, PRESENTER, seat
from tests.browser.tablet import LOST_NETWORK, Tablet
from tests.browser.tablets import Tablets
from tests.browser.wifi import Weather, wifi
from tests.support.running_service import RunningService
from tests.support.sitting import sitting

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

UPPER = ((0.45, 0.3), (0.55, 0.3))
LOWER = ((0.45, 0.6), (0.55, 0.6))
BAD = Weather(one_way=0.15, loss=0.05)
"""300 ms there and back, and every twentieth piece lost."""

RETRY_MS = 6_000
"""Longer than any pause between two attempts to come back."""


async def over(tablets: Tablets, network_url: str, name: str) -> Tablet:
    """A member's tablet that reaches the service by another address."""
    member = await tablets.unpack(LANDSCAPE)
    member.forgive(LOST_NETWORK)
    await member.enter(network_url, name)
    return member


async def test_far_away_and_lossy_both_still_have_the_same_page_and_the_same_ink(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room, wifi(service.origin, BAD) as network:
        presenter = await seat(room, tablets, Role.PRESENTER, LANDSCAPE, PRESENTER)
        await presenter.take_lead()
        await presenter.tap("allow-writing")
        url = network.reach((await room.link(Role.MEMBER))["url"])
        far = await over(tablets, url, NEIGHBOUR)
        await far.shows("d1.1.1")
        await write_on(far, "meeting")
        await far.pen.draw(*UPPER)
        await presenter.pen.draw(*LOWER)
        for tablet in (presenter, far):
            await tablet.sheet.carries(2)
        await presenter.tap("next-page")
        await far.shows("d1.1.2")
        await presenter.tap("previous-page")
        await far.shows("d1.1.1")
        await far.sheet.carries(2)
        await far.is_live()


async def test_another_network_in_the_middle_of_a_stroke_costs_nothing(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room, wifi(service.origin) as network:
        member = await over(tablets, network.reach((await room.link(Role.MEMBER))["url"]), MEMBER)
        await member.shows("d1.1.1")
        for strokes in (1, 2, 3):
            await member.pen.put_down([(0.4, 0.2 * strokes), (0.5, 0.2 * strokes)])
            network.change()
            await member.pen.lift((0.5, 0.2 * strokes))
            await member.sheet.carries(strokes)
        await member.is_live()


async def test_a_minute_without_the_service_is_made_up_for_without_a_question(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        member = await tablets.unpack(LANDSCAPE)
        await member.page.clock.install()
        member.forgive(LOST_NETWORK)
        await member.enter((await room.link(Role.MEMBER))["url"], MEMBER)
        await member.shows("d1.1.1")
        await packet_is(member, "ready")

        await asyncio.to_thread(service.kill)
        await expect(member.see("away-banner")).to_be_visible()
        await member.pen.draw(*UPPER)
        await member.sheet.keeps(unsent=1)
        await member.page.clock.fast_forward(60_000)
        await member.tap("next-page")
        await member.shows("d1.1.2")
        await member.pen.draw(*LOWER)
        await member.sheet.keeps(unsent=1)

        await asyncio.to_thread(service.start)
        await member.page.clock.fast_forward(RETRY_MS)
        await member.is_live()
        await member.sheet.carries(1)
        await member.tap("previous-page")
        await member.shows("d1.1.1")
        await member.sheet.carries(1)
        await expect(member.see("away-banner")).to_have_count(0)


async def test_after_a_day_ink_arrives_and_a_turn_of_yesterday_does_not(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        presenter = await tablets.unpack(LANDSCAPE)
        await presenter.page.clock.install()
        presenter.forgive(LOST_NETWORK)
        await presenter.enter((await room.link(Role.PRESENTER))["url"], PRESENTER)
        await presenter.take_lead()
        member = await seat(room, tablets, Role.MEMBER, LANDSCAPE, MEMBER)
        member.forgive(LOST_NETWORK)
        await member.shows("d1.1.1")
        await packet_is(presenter, "ready")

        await asyncio.to_thread(service.kill)
        await expect(presenter.see("away-banner")).to_be_visible()
        await presenter.pen.draw(*UPPER)
        await presenter.sheet.keeps(unsent=1)
        await presenter.tap("next-page")
        await presenter.shows("d1.1.2")
        await presenter.page.clock.fast_forward("24:00:00")

        await asyncio.to_thread(service.start)
        await presenter.page.clock.fast_forward(RETRY_MS)
        await presenter.is_live()
        await presenter.shows("d1.1.1")
        await presenter.sheet.carries(1)
        await member.shows("d1.1.1")
        await member.sheet.carries(1)


async def test_a_tablet_that_is_reloaded_while_the_service_is_gone_comes_back_by_itself(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        member = await seat(room, tablets, Role.MEMBER, LANDSCAPE, MEMBER)
        member.forgive(LOST_NETWORK)
        await member.shows("d1.1.1")
        await packet_is(member, "ready")
        await has_app(member)
        await asyncio.to_thread(service.kill)
        for _ in range(2):
            await member.page.reload()
            await member.shows("d1.1.1")
            await expect(member.see("away-banner")).to_be_visible()
        await asyncio.to_thread(service.start)
        await member.is_live()
