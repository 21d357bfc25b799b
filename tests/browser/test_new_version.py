"""A paper is replaced on the secretary's desk while a member reads it and has written on it."""

import pytest
from playwright.async_api import FilePayload, expect

from service.model import Role
from service.protocol import commands as c
from tests.browser.desk import Desk, Paper
from tests.browser.devices import DESKTOP, LANDSCAPE
from tests.browser.seats import MEMBER, seat
from tests.browser.tablet import REFUSED, Tablet
from tests.browser.tablets import Tablets
from tests.support.drafts import draft
from tests.support.running_service import RunningService
from tests.support.sitting import Sitting, sitting

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

LINE, LOWER = ((0.45, 0.3), (0.55, 0.3)), ((0.45, 0.6), (0.55, 0.6))
NAME = "추경 예산안.pdf"
NEWER = Paper(NAME, draft("XACE", revised="C"))
"""Before A a new page, B and D gone, C says something else, E new."""


async def at_the_desk(room: Sitting, tablets: Tablets) -> Desk:
    """The secretary, in a meeting with one paper of pages A to D that is open."""
    taken = await room.secretary.upload(room.meeting_id, "d1", draft("ABCD"), name=NAME)
    assert taken.status == 201
    await room.steer(c.OpenMeeting)
    tablet = await tablets.unpack(DESKTOP)
    await tablet.enter(f"{room.service.origin}/join#{room.service.secretary_link}")
    await tablet.see("create-meeting").wait_for()
    own = tablet.page.url.partition("#")[2]
    await tablet.open(f"{room.service.origin}/desk/{room.meeting_id}#{own}")
    desk = Desk(tablet)
    await desk.is_ready(0, "추경 예산안", pages=4)
    return desk


async def has_written(room: Sitting, tablets: Tablets) -> Tablet:
    """A member with two strokes on page B and one on page C, where they are."""
    member = await seat(room, tablets, Role.MEMBER, LANDSCAPE, MEMBER)
    await member.shows("d1.1.1")
    await member.press("PageDown")
    await member.shows("d1.1.2")
    await member.pen.draw(*LINE)
    await member.pen.draw(*LOWER)
    await member.sheet.carries(2)
    await member.press("PageDown")
    await member.shows("d1.1.3")
    await member.pen.draw(*LINE)
    await member.sheet.carries(1)
    return member


async def test_the_reader_stays_and_decides_what_becomes_of_lost_ink(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service, pages=0, opened=False) as room:
        desk = await at_the_desk(room, tablets)
        member = await has_written(room, tablets)

        await desk.drop_files(0, NEWER)
        await desk.tablet.tap("twin-replace")
        said = desk.tablet.see("replaced")
        await expect(said).to_contain_text("1쪽 그대로, 1쪽 바뀜, 2쪽 새로, 2쪽 없어짐")
        await expect(desk.tablet.see("document-version")).to_have_text("2판")
        await expect(desk.papers(0)).to_have_count(1)

        await member.shows("d1.2.3")
        await member.sheet.carries(1)
        note = member.see("version-note")
        await expect(note).to_contain_text("새 판(2판)으로 바뀌었고, 이 쪽의 내용도 바뀌었습니다")
        await expect(note).to_contain_text("필기 2개")

        await member.tap("left-show")
        await expect(member.see("left-marks")).to_have_text("필기 2개")
        await expect(member.see("left-ink").locator("img").first).to_be_visible()
        await member.see("left-goal").select_option("2")
        await member.tap("left-move")
        await expect(member.see("left-ink")).to_contain_text("필기 2개를 2쪽으로 옮겼습니다")
        await expect(member.see("left-move")).to_have_count(0)
        await member.press("Escape")
        await member.tap("version-note-close")
        await expect(note).to_have_count(0)
        await member.press("PageUp")
        await member.shows("d1.2.2")
        await member.sheet.carries(2)
        # What was put away stays away; a page not looked at yet says that it is new.
        await member.press("PageDown")
        await member.shows("d1.2.3")
        await expect(note).to_have_count(0)
        await member.press("PageDown")
        await expect(note).to_contain_text("새로 들어왔습니다")


async def test_what_was_drawn_before_is_taken_back_and_thrown_away(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service, pages=0, opened=False) as room:
        desk = await at_the_desk(room, tablets)
        member = await has_written(room, tablets)
        await desk.act_on("추경 예산안")
        await desk.tablet.see("replace-input").set_input_files(
            FilePayload(name="추경_2차.pdf", mimeType="application/pdf", buffer=NEWER.data)
        )
        await desk.tablet.tap("replaced-rename")
        await expect(desk.papers(0)).to_contain_text("추경_2차")

        await member.shows("d1.2.3")
        await member.tap("undo")
        await member.sheet.carries(0)
        await member.tap("menu")
        await member.tap("menu-left")
        await member.tap("left-throw")
        await expect(member.see("confirm")).to_contain_text("2개")
        await member.tap("confirm-yes")
        await expect(member.see("left-ink")).to_contain_text("자리를 잃은 필기가 없습니다")


async def test_a_file_that_is_no_pdf_leaves_the_paper_and_says_why(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service, pages=0, opened=False) as room:
        desk = await at_the_desk(room, tablets)
        desk.tablet.forgive(REFUSED)
        await desk.drop_files(0, Paper(NAME, b"\x89PNG\r\n\x1a\n" + bytes(100)))
        await desk.tablet.tap("twin-replace")
        note = desk.tablet.see("replacing")
        await expect(note).to_contain_text("PDF 파일이 아닙니다")
        await expect(note).to_contain_text("지금 판이 그대로 있습니다")
        await expect(desk.tablet.see("document-version")).to_have_count(0)

        await desk.drop_files(0, Paper(NAME, draft("ABCD")))
        await desk.tablet.tap("twin-replace")
        await expect(desk.tablet.see("replaced-same")).to_be_visible()
        await desk.drop_files(0, Paper(NAME, draft("Q")))
        await desk.tablet.tap("twin-add")
        await expect(desk.papers(0)).to_have_count(2)
