"""The screens of the packet given out and taken back, and kept on the tablet."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from playwright.async_api import expect

from service.model import Role
from service.protocol import commands as c
from tests.browser.scenes import House, Scene, is_painted, scene, sit
from tests.browser.tablet import Tablet
from tests.support.sitting import Sitting, sitting

READY = re.compile("ready")


@asynccontextmanager
async def given(house: House) -> AsyncIterator[Sitting]:
    """A meeting of its own before its opening, whose packet is given out."""
    async with sitting(house.opened.service, opened=False) as room:
        await room.add_item("i2", "겨울철 자연재난 종합대책과 제설 취약구간 현장점검 결과 보고")
        await room.steer(c.PublishPacket)
        yield room


async def wait_in(tablet: Tablet, room: Sitting) -> None:
    """Be a member there."""
    await tablet.enter((await room.link(Role.MEMBER))["url"], "조은별 과장")
    await expect(tablet.see("waiting")).to_be_visible()


@scene(Role.MEMBER)
async def member_may_read(tablet: Tablet, house: House) -> None:
    async with given(house) as room:
        await wait_in(tablet, room)
        await expect(tablet.see("packet-kept")).to_have_attribute("data-stage", READY)


@scene(Role.MEMBER)
async def member_reads_before_the_meeting(tablet: Tablet, house: House) -> None:
    async with given(house) as room:
        await wait_in(tablet, room)
        await tablet.tap("read-ahead")
        await is_painted(tablet)


@scene(Role.MEMBER)
async def member_was_recalled(tablet: Tablet, house: House) -> None:
    async with given(house) as room:
        await room.steer(c.RecallPacket)
        await wait_in(tablet, room)
        await expect(tablet.see("recalled")).to_be_visible()


@scene(Role.MEMBER)
async def member_has_the_packet(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await tablet.tap("menu")
    await expect(tablet.see("packet-kept")).to_be_visible()


@scene(Role.SECRETARY)
async def secretary_gives_out(tablet: Tablet, house: House) -> None:
    async with given(house) as room:
        await room.steer(c.RecallPacket)
        await tablet.open((await room.link(Role.SECRETARY, name="간사"))["url"])
        await tablet.tap("packet-publish")
        await expect(tablet.see("confirm")).to_be_visible()


@scene(Role.SECRETARY)
async def secretary_has_given_out(tablet: Tablet, house: House) -> None:
    async with given(house) as room:
        await tablet.open((await room.link(Role.SECRETARY, name="간사"))["url"])
        await expect(tablet.see("packet-recall")).to_be_visible()


OFFLINE_SCENES: Final[tuple[Scene, ...]] = (
    member_may_read,
    member_reads_before_the_meeting,
    member_was_recalled,
    member_has_the_packet,
    secretary_gives_out,
    secretary_has_given_out,
)
