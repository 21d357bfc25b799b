"""The screens of one's own notes, of what was collected, and of a seat that moves."""

import json
from itertools import count
from typing import Final

from playwright.async_api import expect

from service.model import Colour, PageRef, Role, Stroke, Tool
from service.protocol import commands as c
from service.protocol.message import StreamName
from tests.browser.scenes import House, desk, scene, sit
from tests.browser.tablet import Tablet
from tests.support.sitting import Sitting
from tests.support.tablet import Tablet as Wire

_numbers = count(1)


@scene(Role.MEMBER)
async def member_without_notes(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await opens_notes(tablet)


@scene(Role.MEMBER)
async def member_with_notes(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await keeps_notes(await same_seat(tablet, house.opened))
    await opens_notes(tablet)
    await expect(tablet.see("note-row").first).to_be_visible()


@scene(Role.MEMBER)
async def member_finds_a_note(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await keeps_notes(await same_seat(tablet, house.opened))
    await opens_notes(tablet)
    await tablet.see("notes-find").fill("예산")
    await expect(tablet.see("note-row").locator("mark").first).to_be_visible()


@scene(Role.MEMBER)
async def member_names_a_bookmark(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    if not await tablet.see("bookmark-ribbon").is_visible():
        await tablet.tap("bookmark")
    await expect(tablet.see("bookmark-ribbon")).to_be_visible()
    await opens_notes(tablet)
    await tablet.see("bookmark-rename").first.click()
    await expect(tablet.see("bookmark-name")).to_be_visible()


@scene(Role.MEMBER)
async def member_goes_on_elsewhere(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await offers(tablet)


@scene(None)
async def move_by_code(tablet: Tablet, house: House) -> None:
    await tablet.open(f"{house.origin}/move")
    await expect(tablet.see("move-code")).to_be_visible()


@scene(None)
async def move_by_qr(tablet: Tablet, house: House) -> None:
    await tablet.open(f"{house.origin}/move#token")
    await expect(tablet.see("move-go")).to_be_visible()


@scene(Role.SECRETARY)
async def desk_collected(tablet: Tablet, house: House) -> None:
    await hand_in(house.opened)
    await desk(tablet, house)
    await tablet.tap("collected-open")
    await expect(tablet.see("collected-paper").locator("img")).to_be_visible()
    await expect(tablet.see("collected-paper")).not_to_have_attribute("data-marks", "0")


@scene(Role.SECRETARY)
async def desk_collected_by_person(tablet: Tablet, house: House) -> None:
    await desk_collected.go(tablet, house)
    await tablet.see("collected-way").get_by_role("radio").nth(1).check(force=True)
    await tablet.tap("collected-names")
    await expect(tablet.see("collected-person").first).not_to_contain_text("1")


NOTES_SCENES: Final = (
    member_without_notes,
    member_with_notes,
    member_finds_a_note,
    member_names_a_bookmark,
    member_goes_on_elsewhere,
    move_by_code,
    move_by_qr,
    desk_collected,
    desk_collected_by_person,
)


async def opens_notes(tablet: Tablet) -> None:
    """Open the list, behind the agenda's button where the agenda is."""
    if await tablet.see("show-agenda").is_visible():
        await tablet.tap("show-agenda")
    await tablet.tap("tab-notes")
    await expect(tablet.see("notes-tab")).to_be_visible()
    await expect(tablet.see("notes-reading")).to_have_count(0)


async def offers(tablet: Tablet) -> str:
    """Offer the seat to another tablet; the digits."""
    await tablet.tap("menu")
    await tablet.tap("menu-move")
    await expect(tablet.see("offer-qr")).to_be_visible()
    return await tablet.see("offer-code").inner_text()


async def same_seat(tablet: Tablet, room: Sitting) -> Wire:
    """Another tablet of the seat that is in this browser."""
    seat_id = tablet.page.url.partition("#seat=")[2]
    kept = await tablet.page.evaluate(f"localStorage.getItem('hanjang.seat.{seat_id}')")
    return await room.tablet_of(room.stranger(json.loads(kept)["token"]))


async def keeps_notes(wire: Wire) -> None:
    """Write on three pages, for oneself and for the secretary."""
    for number, text in enumerate(("예산 증액 사유를 물어볼 것\n- 전년 대비", "현장 사진 확인"), 1):
        await adds(wire, StreamName.NOTES, at_a_point(wire, number, Tool.NOTE, text))
    await adds(wire, StreamName.COLLECTED, at_a_point(wire, 2, Tool.STAMP, "agree"))
    await adds(wire, StreamName.NOTES, a_line(wire, 3))
    await adds(wire, StreamName.NOTES, at_a_point(wire, 2, Tool.BOOKMARK, "표 확인"))


async def hand_in(room: Sitting) -> None:
    """Two members write for the secretary, with the keyboard, with a stamp and by hand."""
    for name, text in (
        ("조은별 과장", "제설 예산은 전년 수준이면 충분합니다."),
        ("노을 과장", "보완 후 재검토"),
    ):
        wire = await room.tablet(Role.MEMBER, name)
        await adds(wire, StreamName.COLLECTED, at_a_point(wire, 1, Tool.NOTE, text))
        await adds(wire, StreamName.COLLECTED, a_line(wire, 1))
        await adds(wire, StreamName.COLLECTED, at_a_point(wire, 2, Tool.STAMP, "object"))
        await wire.go()


async def adds(wire: Wire, stream: StreamName, stroke: Stroke) -> None:
    """Write in one of the seat's own logs."""
    assert await wire.ask(c.AddStroke, stream=stream, stroke=stroke) is None


def at_a_point(wire: Wire, number: int, tool: Tool, text: str) -> Stroke:
    """Words or a stamp on a page of the first document."""
    width = {Tool.NOTE: 200, Tool.STAMP: 900}.get(tool, 1)
    place = 1_500 + next(_numbers) * 700 % 6_000
    return Stroke(
        stroke_id=f"scene-{next(_numbers)}",
        page=page_of(wire, number),
        tool=tool,
        colour=Colour.BLUE,
        width=width,
        points=(4_500, place, 128),
        text=text,
    )


def a_line(wire: Wire, number: int) -> Stroke:
    """A line under something."""
    place = 2_000 + next(_numbers) * 500 % 5_000
    points = (1_500, place, 90, 4_000, place + 60, 150, 7_000, place, 90)
    return Stroke(
        stroke_id=f"scene-{next(_numbers)}",
        page=page_of(wire, number),
        tool=Tool.PEN,
        colour=Colour.RED,
        width=38,
        points=points,
    )


def page_of(wire: Wire, number: int) -> PageRef:
    """A page of the first document."""
    first = wire.state.documents[0]
    return PageRef(document_id=first.document_id, version=first.version, page=number)
