"""The service is killed, the wireless fails, a link is revoked: what the tablets make of it."""

import asyncio
import re

import pytest
from playwright.async_api import expect

from service.model import Role
from tests.browser.devices import LANDSCAPE, PORTRAIT, WALL
from tests.browser.kept import unsent_in_the_cupboard
from tests.browser.pens import write_on
from tests.browser.seats import MEMBER, PRESENTER, Seats, seat, seat_everyone
from tests.browser.tablet import LOST_NETWORK, REFUSED, Tablet
from tests.browser.tablets import Tablets
from tests.browser.wifi import wifi
from tests.support.running_service import RunningService
from tests.support.sitting import Sitting, sitting

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

UPPER = ((0.45, 0.3), (0.55, 0.3))
LOWER = ((0.45, 0.6), (0.55, 0.6))


async def test_a_killed_service_comes_back_and_so_does_everyone(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        seats = await seat_everyone(room, tablets)
        await members_may_write(seats)
        await seats.presenter.pen.draw(*UPPER)
        await seats.all_carry(1)
        await seats.member.pen.put_down([(0.45, 0.6), (0.5, 0.6)])

        await asyncio.to_thread(service.kill)
        await everyone_is_away(seats)
        await seats.member.pen.lift((0.5, 0.6))
        await seats.member.sheet.keeps(unsent=1)
        await seats.presenter.tap("next-page")
        await seats.presenter.shows("d1.1.2")
        await seats.neighbour.press("ArrowRight")
        await seats.neighbour.shows("d1.1.2")
        await seats.neighbour.tap("rejoin")

        await asyncio.to_thread(service.start)
        await everyone_is_back(seats)
        await seats.all_show("d1.1.2")
        await seats.presenter.tap("previous-page")
        await seats.all_show("d1.1.1")
        await seats.all_carry(2)


async def members_may_write(seats: Seats) -> None:
    """From now on the member's ink is everyone's."""
    await seats.presenter.tap("allow-writing")
    await write_on(seats.member, "meeting")


async def everyone_is_away(seats: Seats) -> None:
    """Every screen says that the line is down."""
    for tablet in seats.all:
        tablet.forgive(LOST_NETWORK)
    for tablet in (seats.presenter, seats.member, seats.neighbour):
        await expect(tablet.see("away-banner")).to_be_visible()
        await expect(tablet.see("save-state")).to_have_attribute("data-link", "away")
    await expect(seats.wall.see("wall-link")).to_be_visible()


async def everyone_is_back(seats: Seats) -> None:
    """Nobody touched anything, and no screen says so any more."""
    for tablet in (seats.presenter, seats.member, seats.neighbour):
        await tablet.is_live()
        await expect(tablet.see("away-banner")).to_have_count(0)
    await expect(seats.wall.see("wall-link")).to_have_count(0)


async def test_lost_wireless_twice_loses_nothing_and_doubles_nothing(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room, wifi(service.origin) as network:
        presenter = await seat(room, tablets, Role.PRESENTER, LANDSCAPE, PRESENTER)
        wall = await seat(room, tablets, Role.SCREEN, WALL, None)
        member = await tablets.unpack(PORTRAIT)
        member.forgive(LOST_NETWORK)
        await member.enter(network.reach((await room.link(Role.MEMBER))["url"]), MEMBER)
        await presenter.take_lead()
        await presenter.tap("allow-writing")
        await write_on(member, "meeting")
        await member.shows("d1.1.1")

        for number in (1, 2):
            network.fail()
            await member.page.context.set_offline(True)
            await expect(member.see("save-state")).to_have_attribute("data-link", "away")
            await expect(member.see("away-banner")).to_be_visible()
            await member.pen.draw((0.4, 0.2 * number), (0.6, 0.2 * number))
            await member.sheet.keeps(unsent=1)
            await presenter.press("ArrowRight")
            await presenter.shows("d1.1.2")

            network.change()
            await member.page.context.set_offline(False)
            await member.shows("d1.1.2")
            await member.is_live()
            await presenter.press("ArrowLeft")
            for tablet in (presenter, member, wall):
                await tablet.shows("d1.1.1")
                await tablet.sheet.carries(number)


async def test_a_lid_closed_before_the_stroke_had_left_brings_it_along(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room, wifi(service.origin) as network:
        member = await tablets.unpack(LANDSCAPE)
        member.forgive(LOST_NETWORK)
        await member.enter(network.reach((await room.link(Role.MEMBER))["url"]), MEMBER)
        await member.shows("d1.1.1")
        await member.press("ArrowRight")
        await member.shows("d1.1.2")
        seat_address = member.page.url

        network.fail()
        await member.pen.draw(*UPPER)
        await member.sheet.keeps(unsent=1)
        assert await unsent_in_the_cupboard(member) == 1
        await member.open("about:blank")

        network.change()
        await member.open(seat_address)
        await member.shows("d1.1.2")
        await member.sheet.carries(1)
        await member.is_live()
        assert await unsent_in_the_cupboard(member) == 0


async def test_a_revoked_link_says_so_and_the_others_go_on(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        presenter = await seat(room, tablets, Role.PRESENTER, LANDSCAPE, PRESENTER)
        link = await room.link(Role.MEMBER)
        member = await tablets.unpack(PORTRAIT)
        await member.enter(link["url"], MEMBER)
        await member.shows("d1.1.1")

        path = f"/api/meetings/{room.meeting_id}/links/{link['link_id']}"
        assert (await room.secretary.ask("DELETE", path)).status == 204
        await expect(member.see("ended")).to_contain_text("거두었습니다")
        await sees_a_refusal_when_it_comes_again(member, link["url"])

        await presenter.take_lead()
        await presenter.tap("next-page")
        await presenter.shows("d1.1.2")
        await presenter.is_live()


async def sees_a_refusal_when_it_comes_again(tablet: Tablet, url: str) -> None:
    """The link itself tells what became of it."""
    tablet.forgive(REFUSED)
    await tablet.open(url)
    await expect(tablet.see("join-refused-link_revoked")).to_be_visible()


async def test_what_the_houses_secretary_wrote_in_one_meeting_waits_for_that_one(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room, sitting(service) as other, wifi(service.origin) as network:
        tablet = await tablets.unpack(LANDSCAPE)
        tablet.forgive(LOST_NETWORK)
        await tablet.open(f"{network.origin}/join#{service.secretary_link}")
        await tablet.page.wait_for_url(re.compile("#seat="))
        seat_of_all = tablet.page.url.partition("#")[2]

        def meeting(of: Sitting) -> str:
            return f"{network.origin}/meet/{of.meeting_id}#{seat_of_all}"

        await tablet.open(meeting(room))
        await tablet.shows("d1.1.1")
        network.fail()
        await tablet.pen.draw(*UPPER)
        await tablet.sheet.keeps(unsent=1)
        assert await unsent_in_the_cupboard(tablet) == 1
        await tablet.open("about:blank")

        network.change()
        await tablet.open(meeting(other))
        await tablet.shows("d1.1.1")
        await tablet.is_live()
        await tablet.sheet.carries(0)
        assert await unsent_in_the_cupboard(tablet) == 1

        await tablet.open(meeting(room))
        await tablet.shows("d1.1.1")
        await tablet.is_live()
        await tablet.sheet.carries(1)
        assert await unsent_in_the_cupboard(tablet) == 0
