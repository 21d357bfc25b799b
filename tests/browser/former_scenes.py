"""The screens of a seat that ended before its notes were sent, and of the one after it."""

from typing import Final

from playwright.async_api import expect

from service.model import Role
from service.protocol import commands as c
from tests.browser.pens import write_on
from tests.browser.scenes import House, Scene, is_painted, scene
from tests.browser.tablet import REFUSED, Tablet
from tests.support.sitting import Sitting, sitting

NAME = "조은별 과장"


async def leaves_a_note_behind(tablet: Tablet, room: Sitting) -> None:
    """Be shut out of a meeting while a stroke of one's own was refused for now."""
    tablet.forgive(REFUSED)
    link = await room.link(Role.MEMBER)
    await tablet.enter(link["url"], NAME)
    await is_painted(tablet)
    await room.steer(c.AllowWriting, allowed=True)
    await write_on(tablet, "meeting")
    await tablet.pen.put_down([(0.42, 0.5), (0.5, 0.51)])
    await room.steer(c.AllowWriting, allowed=False)
    await expect(tablet.see("layer")).to_have_attribute("data-layer", "notes")
    await tablet.pen.lift((0.6, 0.52))
    await expect(tablet.see("held-back")).to_be_visible()
    path = f"/api/meetings/{room.meeting_id}/links/{link['link_id']}"
    assert (await room.secretary.ask("DELETE", path)).status == 204
    await expect(tablet.see("ended-left")).to_be_visible()


@scene(Role.MEMBER)
async def member_is_shut_out_with_notes(tablet: Tablet, house: House) -> None:
    async with sitting(house.opened.service) as room:
        await leaves_a_note_behind(tablet, room)


@scene(Role.MEMBER)
async def member_is_offered_former_notes(tablet: Tablet, house: House) -> None:
    async with sitting(house.opened.service) as room:
        await leaves_a_note_behind(tablet, room)
        await tablet.enter((await room.link(Role.MEMBER))["url"], NAME)
        await is_painted(tablet)
        await expect(tablet.see("former-notes")).to_be_visible()


@scene(Role.MEMBER)
async def member_throws_former_notes_away(tablet: Tablet, house: House) -> None:
    async with sitting(house.opened.service) as room:
        await leaves_a_note_behind(tablet, room)
        await tablet.enter((await room.link(Role.MEMBER))["url"], NAME)
        await is_painted(tablet)
        await tablet.tap("former-throw")
        await expect(tablet.see("confirm")).to_be_visible()


FORMER_SCENES: Final[tuple[Scene, ...]] = (
    member_is_shut_out_with_notes,
    member_is_offered_former_notes,
    member_throws_former_notes_away,
)
