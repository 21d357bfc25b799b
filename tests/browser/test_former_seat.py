"""A seat ends before its notes were sent: who is told, who is offered them, what then."""

from dataclasses import dataclass
from typing import Any

import pytest
from playwright.async_api import expect

from service.model import Role
from service.protocol import commands as c
from tests.browser.devices import LANDSCAPE, PORTRAIT
from tests.browser.kept import unsent_in_the_cupboard
from tests.browser.pens import write_on
from tests.browser.seats import MEMBER, NEIGHBOUR, PRESENTER, seat
from tests.browser.tablet import LOST_NETWORK, REFUSED, Tablet
from tests.browser.tablets import Tablets
from tests.browser.wifi import Wifi, wifi
from tests.support.running_service import RunningService
from tests.support.sitting import Sitting, sitting

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

UPPER = ((0.45, 0.3), (0.55, 0.3))
LOWER = ((0.45, 0.6), (0.55, 0.6))


@dataclass(frozen=True, slots=True)
class CutOff:
    """A member's tablet on a network that fails, and the link it came by."""

    room: Sitting
    network: Wifi
    tablet: Tablet
    link: dict[str, Any]

    @classmethod
    async def at(cls, room: Sitting, network: Wifi, tablets: Tablets) -> "CutOff":
        """Come in, and see the first page; everyone may write for all."""
        await room.steer(c.AllowWriting, allowed=True)
        tablet = await tablets.unpack(LANDSCAPE)
        for said in (LOST_NETWORK, REFUSED):
            tablet.forgive(said)
        link = await room.link(Role.MEMBER)
        await tablet.enter(network.reach(link["url"]), MEMBER)
        await tablet.shows("d1.1.1")
        return cls(room, network, tablet, link)

    async def writes_two(self) -> None:
        """One stroke for itself and one for all, which find no way to the service."""
        self.network.fail()
        await self.tablet.pen.draw(*UPPER)
        await write_on(self.tablet, "meeting")
        await self.tablet.pen.draw(*LOWER)
        await self.tablet.sheet.keeps(unsent=2)
        assert await unsent_in_the_cupboard(self.tablet) == 2

    async def is_revoked(self) -> None:
        """Its link is taken back, and the network is there again."""
        path = f"/api/meetings/{self.room.meeting_id}/links/{self.link['link_id']}"
        assert (await self.room.secretary.ask("DELETE", path)).status == 204
        self.network.change()

    async def writes_two_and_is_shut_out(self) -> None:
        """Both strokes were not sent when the screen says that this was the end."""
        await self.writes_two()
        await self.is_revoked()
        await expect(self.tablet.see("ended")).to_be_visible()

    async def comes_again(self, name: str) -> None:
        """By another link, on the same tablet."""
        url = (await self.room.link(Role.MEMBER))["url"]
        await self.tablet.enter(self.network.reach(url), name)
        await self.tablet.shows("d1.1.1")
        await expect(self.tablet.see("save-state")).to_have_attribute("data-link", "live")


async def test_the_same_name_takes_over_what_was_not_sent(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room, wifi(service.origin) as network:
        presenter = await seat(room, tablets, Role.PRESENTER, PORTRAIT, PRESENTER)
        await presenter.take_lead()
        await presenter.press("ArrowRight", "Home")
        await presenter.shows("d1.1.1")
        member = await CutOff.at(room, network, tablets)
        tablet = member.tablet
        await member.writes_two_and_is_shut_out()
        await expect(tablet.see("ended-left")).to_have_attribute("data-count", "2")
        await expect(tablet.see("announcer")).to_contain_text("필기 2개")
        await tablet.page.get_by_role("button", name="처음 화면으로").click()
        await expect(tablet.page).to_have_url(f"{network.origin}/")

        await member.comes_again(NEIGHBOUR)
        await tablet.sheet.carries(0)
        await expect(tablet.see("former-notes")).to_have_count(0)

        await member.comes_again(f" {MEMBER} ")
        await expect(tablet.see("former-notes")).to_have_attribute("data-count", "2")
        await tablet.sheet.carries(0)
        await tablet.see("former-take").focus()
        await tablet.press("Enter")
        await expect(tablet.see("former-notes")).to_have_count(0)
        await tablet.is_live()
        await tablet.sheet.carries(2)
        await presenter.sheet.carries(1)
        assert await unsent_in_the_cupboard(tablet) == 0

        await tablet.page.reload()
        await tablet.sheet.carries(2)
        await expect(tablet.see("former-notes")).to_have_count(0)


async def test_taken_over_without_a_network_they_wait_like_any_and_are_held_back_where_refused(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room, wifi(service.origin) as network:
        member = await CutOff.at(room, network, tablets)
        tablet = member.tablet
        await member.writes_two_and_is_shut_out()
        await room.steer(c.AllowWriting, allowed=False)
        await member.comes_again(MEMBER)
        network.fail()
        await tablet.tap("former-take")
        await tablet.sheet.keeps(unsent=2)
        await expect(tablet.see("former-notes")).to_have_count(0)
        assert await unsent_in_the_cupboard(tablet) == 2

        network.change()
        await tablet.page.reload()
        await expect(tablet.see("held-back")).to_have_attribute("data-count", "1")
        await tablet.sheet.keeps(unsent=1)
        await expect(tablet.see("former-notes")).to_have_count(0)
        await tablet.tap("keep-mine")
        await tablet.is_live()
        await tablet.sheet.carries(2)


async def test_of_a_seat_that_ended_while_nobody_looked_they_are_thrown_away_after_a_question(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room, wifi(service.origin) as network:
        member = await CutOff.at(room, network, tablets)
        tablet = member.tablet
        await member.writes_two()
        await tablet.open("about:blank")
        await member.is_revoked()
        await member.comes_again(MEMBER)
        await tablet.tap("former-throw")
        await tablet.press("Escape")
        await expect(tablet.see("confirm")).to_have_count(0)
        await tablet.page.reload()
        await tablet.tap("former-throw")
        await tablet.tap("confirm-yes")
        await expect(tablet.see("former-notes")).to_have_count(0)
        assert await unsent_in_the_cupboard(tablet) == 0

        await tablet.page.reload()
        await tablet.is_live()
        await tablet.sheet.carries(0)
        await expect(tablet.see("former-notes")).to_have_count(0)


async def test_a_seat_that_had_sent_everything_says_nothing(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room, wifi(service.origin) as network:
        member = await CutOff.at(room, network, tablets)
        tablet = member.tablet
        await tablet.pen.draw(*UPPER)
        await tablet.is_live()
        await tablet.sheet.carries(1)
        await member.is_revoked()
        await expect(tablet.see("ended")).to_be_visible()
        # The database answers in the order it was asked.
        assert await unsent_in_the_cupboard(tablet) == 0
        await expect(tablet.see("ended-left")).to_have_count(0)
        await member.comes_again(MEMBER)
        assert await unsent_in_the_cupboard(tablet) == 0
        await expect(tablet.see("former-notes")).to_have_count(0)
