"""The screens of writing: tools behind "more", layers, notes, stamps, the lasso, ink that waits."""

from playwright.async_api import expect

from service.model import Role
from service.protocol import commands as c
from tests.browser.pens import take, write_on
from tests.browser.scenes import House, is_painted, scene, sit
from tests.browser.tablet import Tablet

STAMPED = {"agree": (0.42, 0.5), "seen": (0.52, 0.5), "object": (0.62, 0.5)}


@scene(Role.MEMBER)
async def member_more_tools(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await tablet.tap("tool-pen")
    await tablet.tap("tools-more")
    await expect(tablet.see("pen-more")).to_be_visible()


@scene(Role.MEMBER)
async def member_layers(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await tablet.tap("layer")
    await expect(tablet.see("layers")).to_be_visible()


@scene(Role.MEMBER)
async def member_writes_a_note(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await take(tablet, "tool-note")
    await tablet.finger.tap((0.45, 0.3))
    await tablet.see("note-text").fill("재원 조달 방안을 다시 확인\n담당: 예산과")


@scene(Role.MEMBER)
async def member_has_notes_and_stamps(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await write_on(tablet, "notes")
    await take(tablet, "tool-note")
    await tablet.finger.tap((0.4, 0.25))
    await tablet.see("note-text").fill("재원 조달 방안을 다시 확인\n담당: 예산과")
    await tablet.tap("note-done")
    for stamp, at in STAMPED.items():
        await take(tablet, f"stamp-{stamp}")
        await tablet.finger.tap(at)
    await is_painted(tablet)
    await tablet.is_live()


@scene(Role.MEMBER)
async def member_has_chosen(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await tablet.pen.draw((0.42, 0.6), (0.6, 0.65))
    await take(tablet, "tool-lasso")
    await tablet.tap("choose-all")
    await expect(tablet.see("chosen-erase")).to_be_visible()


@scene(Role.MEMBER)
async def member_ink_was_refused(tablet: Tablet, house: House) -> None:
    await sit(tablet, house)
    await house.opened.steer(c.AllowWriting, allowed=True)
    await write_on(tablet, "meeting")
    # A line that was begun while it was allowed, and ends when it is not any more.
    await tablet.pen.put_down([(0.42, 0.7), (0.5, 0.71)])
    await house.opened.steer(c.AllowWriting, allowed=False)
    await expect(tablet.see("layer")).to_have_attribute("data-layer", "notes")
    await tablet.pen.lift((0.6, 0.72))
    await expect(tablet.see("held-back")).to_be_visible()


PEN_SCENES = (
    member_more_tools,
    member_layers,
    member_writes_a_note,
    member_has_notes_and_stamps,
    member_has_chosen,
    member_ink_was_refused,
)
