"""The screens of presenting: the lectern's hands, notes, regions, the dark, two panes."""

from playwright.async_api import expect

from service.model import Region, Role
from service.protocol import commands as c
from tests.browser.scenes import House, is_painted, lead, scene, sit, visit
from tests.browser.tablet import Tablet
from tests.support.sitting import Sitting

REGION = Region(x=800, y=2_000, width=8_400, height=5_000)


async def presented(room: Sitting, kind: type[c.Command], **said: object) -> None:
    """Have a presenter who is in the room lead, and give one command."""
    presenter = await room.tablet(Role.PRESENTER, "박서진 팀장")
    assert presenter.you is not None
    await room.steer(c.HandOver, seat_id=presenter.you.seat_id)
    assert await presenter.ask(kind, **said) is None


async def at_the_page(room: Sitting, region: Region | None) -> None:
    """Have everyone at the meeting's page, and see this part of it."""
    page = (await room.tablet(Role.OBSERVER, "배석자")).state.page
    assert page is not None
    await presented(room, c.TurnPage, page=page, region=region)


@scene(Role.MEMBER)
async def member_in_the_dark(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await presented(house.opened, c.Darken, dark=True)
    await expect(tablet.see("dark-sheet")).to_be_visible()


@scene(Role.MEMBER)
async def member_is_shown_a_part(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await at_the_page(house.opened, REGION)
    await expect(tablet.sheet.host).not_to_have_attribute("data-zoom", "100")


@scene(Role.MEMBER)
async def member_sees_where_the_presenter_looks(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await at_the_page(house.opened, REGION)
    await tablet.tap("zoom-reset")
    await expect(tablet.see("region-frame")).to_be_visible()


@scene(Role.MEMBER)
async def member_reads_side_by_side(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await at_the_page(house.opened, None)
    if await tablet.see("panes").is_visible():
        await tablet.tap("panes")
    await tablet.press("PageDown", "PageDown")
    await is_painted(tablet)


@scene(Role.PRESENTER)
async def presenter_points(tablet: Tablet, house: House) -> None:
    await lead(tablet, house)
    await tablet.tap("tool-pointer")
    box = await tablet.sheet.box()
    await tablet.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 3)
    await expect(tablet.see("pointer-look")).to_be_visible()


@scene(Role.PRESENTER)
async def presenter_chooses_a_pointer(tablet: Tablet, house: House) -> None:
    await lead(tablet, house)
    await tablet.tap("tool-pointer")
    await tablet.tap("pointer-look")
    await expect(tablet.see("pointer-settings")).to_be_visible()


@scene(Role.PRESENTER)
async def presenter_writes(tablet: Tablet, house: House) -> None:
    await lead(tablet, house)
    await tablet.tap("lead-write")
    await expect(tablet.see("tool-pen")).to_be_visible()


@scene(Role.PRESENTER)
async def presenter_has_notes(tablet: Tablet, house: House) -> None:
    await lead(tablet, house)
    words = "△83억 조정 사유는 계속사업 성과평가.\n질문이 나오면 부록 27쪽."
    await tablet.see("speech").fill(words)
    await tablet.see("speech").blur()


@scene(Role.PRESENTER)
async def presenter_picks_a_part(tablet: Tablet, house: House) -> None:
    await lead(tablet, house)
    await tablet.tap("enlarge")
    await expect(tablet.see("framing")).to_be_visible()


@scene(Role.PRESENTER)
async def presenter_shows_a_part(tablet: Tablet, house: House) -> None:
    await lead(tablet, house)
    await tablet.tap("enlarge")
    await tablet.tap("frame-upper")
    await expect(tablet.see("region-frame")).to_be_visible()


@scene(Role.PRESENTER)
async def presenter_in_the_dark(tablet: Tablet, house: House) -> None:
    await lead(tablet, house)
    await tablet.tap("darken")
    await expect(tablet.see("lead-dark")).to_be_visible()


@scene(Role.SCREEN)
async def wall_shows_a_part(tablet: Tablet, house: House) -> None:
    await visit(tablet, house.opened, Role.SCREEN, None)
    await at_the_page(house.opened, REGION)
    await is_painted(tablet)


@scene(Role.SCREEN)
async def wall_in_the_dark(tablet: Tablet, house: House) -> None:
    await visit(tablet, house.opened, Role.SCREEN, None)
    await presented(house.opened, c.Darken, dark=True)
    await expect(tablet.see("wall-dark")).to_be_visible()
