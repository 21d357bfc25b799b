"""The status screen: found from the desk, true while looked at, honest when nobody answers."""

import asyncio
import re
from pathlib import Path

import pytest
from playwright.async_api import expect

from service.model import Role
from service.protocol import commands as c
from tests.browser.devices import DESKTOP, PHONE
from tests.browser.tablet import LOST_NETWORK, REFUSED, Tablet
from tests.browser.tablets import Tablets
from tests.support.running_service import RunningService, running_service
from tests.support.sitting import page, sitting

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def at_status(service: RunningService, tablets: Tablets) -> Tablet:
    """A secretary of the whole house who looks at the status."""
    tablet = await tablets.unpack(DESKTOP)
    await tablet.open(f"{service.origin}/join#{service.secretary_link}")
    await tablet.tap("menu")
    await tablet.tap("service-status")
    await expect(tablet.see("status-head")).to_be_visible()
    return tablet


async def test_it_follows_what_happens_by_itself(service: RunningService, tablets: Tablets) -> None:
    async with sitting(service) as room:
        status = await at_status(service, tablets)
        await expect(status.see("status-head")).to_have_attribute("data-well", "true")
        await expect(status.see("status")).to_contain_text("태블릿이 들어와 있는 회의가 없습니다")
        presenter = await room.leading()
        row = status.see("status-meeting")
        await expect(row).to_contain_text("간부회의")
        await expect(row).to_contain_text("1대")
        await expect(row).to_contain_text("아직 없음")
        assert await presenter.ask(c.TurnPage, page=page(2)) is None
        await expect(row).to_contain_text(re.compile("초 전"))
        await presenter.go()
        await expect(row).to_have_count(0)


async def test_there_is_a_way_back(service: RunningService, tablets: Tablets) -> None:
    status = await at_status(service, tablets)
    await status.tap("status-back")
    await expect(status.see("create-meeting")).to_be_visible()


async def test_a_seat_of_one_meeting_is_not_led_there(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        tablet = await tablets.unpack(PHONE)
        link = await room.link(Role.SECRETARY, name="회의 간사")
        await tablet.open(link["url"])
        await tablet.page.wait_for_url(re.compile("#seat="))
        await tablet.tap("menu")
        await expect(tablet.see("menu-panel")).to_be_visible()
        await expect(tablet.see("service-status")).to_have_count(0)
        tablet.forgive(REFUSED)
        seat = tablet.page.url.partition("#")[2]
        await tablet.open(f"{service.origin}/status#{seat}")
        await expect(tablet.see("need-seat")).to_be_visible()


async def test_a_service_that_is_gone_is_said_to_be_until_it_is_back(
    tablets: Tablets, tmp_path: Path
) -> None:
    with running_service(tmp_path / "data") as service:
        status = await at_status(service, tablets)
        status.forgive(LOST_NETWORK)
        service.kill()
        await expect(status.see("status-silent")).to_be_visible()
        await expect(status.see("status-head")).to_be_visible()
        await asyncio.to_thread(service.start)
        await expect(status.see("status-silent")).to_have_count(0)
