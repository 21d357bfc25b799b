"""What is written on one tablet: who sees it, and what brings it back."""

import asyncio

import pytest
from playwright.async_api import expect

from service.model import Role
from tests.browser.devices import LANDSCAPE
from tests.browser.pens import write_on
from tests.browser.seats import Seats, seat, seat_everyone
from tests.browser.tablet import Tablet
from tests.browser.tablets import Tablets
from tests.support.running_service import RunningService
from tests.support.sitting import sitting

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

LINE = ((0.45, 0.3), (0.55, 0.3))
LOWER = ((0.45, 0.6), (0.55, 0.6))
MIDDLE = (0.5, 0.3)


async def test_the_presenters_ink_is_on_every_tablet_and_on_the_wall(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        seats = await seat_everyone(room, tablets)
        await seats.presenter.pen.draw(*LINE)
        await seats.all_carry(1)
        for tablet in seats.all:
            assert await tablet.sheet.inked() > 0
        await undone_and_done_again(seats)
        await erased(seats)
        await brought_back_by_a_reload(seats)


async def undone_and_done_again(seats: Seats) -> None:
    """Undo takes the stroke off every tablet, redo puts it back."""
    await seats.presenter.tap("lead-write")
    await seats.presenter.tap("undo")
    await seats.all_carry(0)
    for tablet in seats.all:
        assert await tablet.sheet.inked() == 0
    await seats.presenter.tap("redo")
    await seats.all_carry(1)


async def erased(seats: Seats) -> None:
    """The eraser takes what it touches and nothing else."""
    await seats.presenter.pen.draw(*LOWER)
    await seats.all_carry(2)
    await seats.presenter.tap("tool-eraser")
    await seats.presenter.pen.draw((0.5, 0.25), (0.5, 0.35))
    await seats.all_carry(1)


async def brought_back_by_a_reload(seats: Seats) -> None:
    """A reloaded tablet shows the page and the stroke that was left."""
    await asyncio.gather(*(tablet.page.reload() for tablet in seats.all))
    await seats.all_show("d1.1.1")
    await seats.all_carry(1)
    for tablet in seats.all:
        assert await tablet.sheet.inked() > 0


async def test_a_stroke_is_seen_while_it_is_drawn(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        seats = await seat_everyone(room, tablets)
        await seats.presenter.pen.put_down([(0.4, 0.3), (0.45, 0.32), (0.5, 0.3), (0.55, 0.32)])
        for tablet in seats.others:
            await tablet.sheet.moves()
            await tablet.sheet.carries(0)
        await seats.presenter.pen.lift((0.55, 0.32))
        await seats.all_carry(1)


async def test_a_members_notes_are_nobody_elses(service: RunningService, tablets: Tablets) -> None:
    async with sitting(service) as room:
        seats = await seat_everyone(room, tablets)
        await expect(seats.member.see("layer")).to_have_attribute("data-layer", "notes")
        await write_with_a_finger(seats.member, "tool-pen")
        await seats.member.sheet.carries(1)
        # What comes after in the same meeting arrives after: then nothing else will.
        await seats.presenter.pen.draw(*LOWER)
        await seats.member.sheet.carries(2)
        for tablet in (seats.presenter, seats.neighbour, seats.wall):
            await tablet.sheet.carries(1)

        await seats.member.page.reload()
        await seats.member.sheet.carries(2)


async def write_with_a_finger(tablet: Tablet, tool: str) -> None:
    """A finger with a tool in hand writes as well."""
    await tablet.tap(tool)
    await tablet.finger.drag(*LINE)


async def test_a_highlighter_colours_the_paper_and_leaves_the_text(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        member = await seat(room, tablets, Role.MEMBER, LANDSCAPE, "조은별 과장")
        await member.shows("d1.1.1")
        assert await member.sheet.colour(MIDDLE) == (255, 255, 255, 255)
        await write_with_a_finger(member, "tool-highlighter")
        await member.sheet.carries(1)
        red, green, blue, alpha = await member.sheet.colour(MIDDLE)
        assert red > blue + 20
        assert green > blue + 20
        assert alpha == 255
        await member.tap("tool-eraser")
        await member.finger.drag((0.5, 0.25), (0.5, 0.35))
        await member.sheet.carries(0)
        assert await member.sheet.colour(MIDDLE) == (255, 255, 255, 255)


async def test_members_write_for_all_once_the_presenter_allows_it(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        seats = await seat_everyone(room, tablets)
        layer = seats.member.see("layer")
        await seats.presenter.tap("allow-writing")
        await write_on(seats.member, "meeting")
        await write_with_a_finger(seats.member, "tool-pen")
        await seats.all_carry(1)

        await seats.presenter.tap("allow-writing")
        await expect(layer).to_have_attribute("data-layer", "notes")
        await seats.member.finger.drag(*LOWER)
        await seats.member.sheet.carries(2)
        await seats.presenter.pen.draw((0.45, 0.75), (0.55, 0.75))
        await seats.member.sheet.carries(3)
        for tablet in (seats.presenter, seats.neighbour, seats.wall):
            await tablet.sheet.carries(2)
