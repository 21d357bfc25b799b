"""The screens of leading together: asking, following, who is behind, items kept back."""

from playwright.async_api import expect

from service.model import Following, Role
from service.protocol import commands as c
from tests.browser.scenes import (
    House,
    is_painted,
    lead,
    scene,
    secretary_in_the_room,
    sit,
    somebody_asks,
    visit,
)
from tests.browser.tablet import Tablet


@scene(Role.MEMBER)
async def member_asks(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    if not await tablet.see("ask-back").is_visible():
        await tablet.tap("ask-lead")
    await expect(tablet.see("ask-back")).to_be_visible()


@scene(Role.MEMBER)
async def member_is_offered_a_page(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await house.opened.steer(c.SetFollowing, following=Following.SUGGEST)
    await tablet.press("PageDown")
    await expect(tablet.see("offered")).to_be_visible()
    await is_painted(tablet)


@scene(Role.MEMBER)
async def member_is_held(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await house.opened.steer(c.SetFollowing, following=Following.HOLD)
    await expect(tablet.see("held")).to_be_visible()


@scene(Role.MEMBER)
async def member_at_a_kept_item(tablet: Tablet, house: House) -> None:
    await visit(tablet, house.kept, Role.MEMBER, "조은별 과장")
    await expect(tablet.see("sheet-notice")).to_be_visible()


@scene(Role.PRESENTER)
async def presenter_is_asked(tablet: Tablet, house: House) -> None:
    await lead(tablet, house)
    await somebody_asks(house)
    await expect(tablet.see("request").first).to_be_visible()


@scene(Role.PRESENTER)
async def presenter_sees_who_is_behind(tablet: Tablet, house: House) -> None:
    await lead(tablet, house)
    await somebody_asks(house)
    await expect(tablet.see("receipts").or_(tablet.see("steer")).first).to_be_visible()
    await tablet.see("receipts").or_(tablet.see("steer")).first.click()
    await expect(tablet.see("behind").first).to_be_visible()


@scene(Role.PRESENTER)
async def presenter_at_a_kept_item(tablet: Tablet, house: House) -> None:
    await visit(tablet, house.kept, Role.PRESENTER, "김유성 과장")
    await expect(tablet.see("lead-room")).to_be_visible()
    seat_id = tablet.page.url.partition("#seat=")[2]
    await house.kept.steer(c.HandOver, seat_id=seat_id)
    await expect(tablet.see("open-item")).to_be_visible()
    await is_painted(tablet)


@scene(Role.SECRETARY)
async def secretary_in_the_meeting(tablet: Tablet, house: House) -> None:
    await secretary_in_the_room(tablet, house)
    await somebody_asks(house)
    await expect(tablet.see("request").first).to_be_visible()


@scene(Role.SECRETARY)
async def secretary_steers(tablet: Tablet, house: House) -> None:
    await secretary_in_the_room(tablet, house)
    await tablet.tap("steer")
    await expect(tablet.see("following")).to_be_visible()


@scene(Role.SCREEN)
async def wall_at_a_closed_item(tablet: Tablet, house: House) -> None:
    await visit(tablet, house.kept, Role.SCREEN, None)
    await expect(tablet.page.get_by_role("heading", level=1)).to_contain_text("2.")
