"""The screens of new versions: replacing at the desk, the note on the page, ink without a place."""

from playwright.async_api import FilePayload, expect

from service.model import PageRef, Role, Tool
from service.protocol import commands as c
from service.protocol.message import StreamName
from tests.browser.desk import Desk, Paper
from tests.browser.scenes import House, is_painted, scene, secretary
from tests.browser.tablet import REFUSED, Tablet
from tests.support.drafts import draft
from tests.support.http_client import HttpClient
from tests.support.sitting import Sitting, sitting
from tests.support.values import stroke

NAME = "2027년도 제1회 추가경정 예산안.pdf"
FORMER, NEWER = draft("ABCD"), draft("XACE", revised="C")


async def _prepared(room: Sitting) -> None:
    await room.add_item("i2", "겨울철 자연재난 종합대책")
    answer = await room.secretary.upload(room.meeting_id, "d1", FORMER, name=NAME)
    assert answer.status == 201, answer.body
    await room.steer(c.OpenMeeting)


async def _desk_of(tablet: Tablet, house: House, room: Sitting) -> Desk:
    await secretary(tablet, house)
    seat = tablet.page.url.partition("#")[2]
    await tablet.open(f"{house.origin}/desk/{room.meeting_id}#{seat}")
    desk = Desk(tablet)
    await expect(tablet.see("document-ready").first).to_be_visible()
    return desk


@scene(Role.SECRETARY)
async def desk_acts_on_a_document(tablet: Tablet, house: House) -> None:
    async with sitting(house.opened.service, pages=0, opened=False) as room:
        await _prepared(room)
        await _desk_of(tablet, house, room)
        await tablet.see("document-actions").first.click()
        await expect(tablet.see("document-actions-panel")).to_be_visible()


@scene(Role.SECRETARY)
async def desk_asks_of_a_twin(tablet: Tablet, house: House) -> None:
    async with sitting(house.opened.service, pages=0, opened=False) as room:
        await _prepared(room)
        desk = await _desk_of(tablet, house, room)
        await desk.drop_files(0, Paper(NAME, NEWER))
        await expect(tablet.see("twin")).to_be_visible()


@scene(Role.SECRETARY)
async def desk_has_replaced(tablet: Tablet, house: House) -> None:
    async with sitting(house.opened.service, pages=0, opened=False) as room:
        await _prepared(room)
        tablet.forgive(REFUSED)
        answer = await room.secretary.upload(
            room.meeting_id, "d2", draft("QRS"), item_id="i2", name="제설 대책.pdf"
        )
        assert answer.status == 201, answer.body
        desk = await _desk_of(tablet, house, room)
        await desk.act_on("추가경정")
        await tablet.see("replace-input").set_input_files(
            FilePayload(name="추경안_최종_2차.pdf", mimeType="application/pdf", buffer=NEWER)
        )
        await expect(tablet.see("replaced")).to_be_visible()
        await desk.drop_files(1, Paper("제설 대책.pdf", b"\x89PNG\r\n\x1a\n" + bytes(100)))
        await tablet.tap("twin-replace")
        await expect(tablet.see("replacing")).to_have_count(2)
        await expect(tablet.see("replacing").nth(1)).to_have_attribute("data-state", "refused")


@scene(Role.MEMBER)
async def member_reads_a_new_version(tablet: Tablet, house: House) -> None:
    async with sitting(house.opened.service, pages=0, opened=False) as room:
        await _written_on(tablet, room)
        await expect(tablet.see("version-note")).to_be_visible()
        await is_painted(tablet)


@scene(Role.MEMBER)
async def member_looks_at_ink_without_a_place(tablet: Tablet, house: House) -> None:
    async with sitting(house.opened.service, pages=0, opened=False) as room:
        await _written_on(tablet, room)
        await tablet.tap("left-show")
        await expect(tablet.see("left-marks")).to_contain_text("4")
        await expect(tablet.see("left-ink").locator("figure img")).to_be_visible()


async def _written_on(tablet: Tablet, room: Sitting) -> None:
    """A member who reads a page that changed, with ink on two pages that are gone."""
    await _prepared(room)
    await tablet.open((await room.link(Role.MEMBER))["url"])
    await tablet.give_name("조은별 과장")
    await is_painted(tablet)
    await tablet.press("PageDown", "PageDown")
    await tablet.shows("d1.1.3")
    token = await tablet.page.evaluate(_TOKEN, tablet.page.url.partition("#seat=")[2])
    own = HttpClient(room.service.origin, token)
    for number in (2, 4):
        at = PageRef(document_id="d1", version=1, page=number)
        for command in _marks(at):
            answer = await own.command(room.meeting_id, command)
            assert answer.status == 200, answer.body
    await own.aclose()
    answer = await room.secretary.replace(room.meeting_id, "d1", NEWER)
    assert answer.status == 200, answer.body
    await tablet.shows("d1.2.3")


_TOKEN = """(seatId) => JSON.parse(localStorage.getItem(`hanjang.seat.${seatId}`)).token"""


def _marks(at: PageRef) -> list[c.AddStroke]:
    """A line, a broad one, a note and a stamp."""
    line = [4_000 + 100 * step for step in range(30)]
    drawn = {
        Tool.PEN: ([each for x in line for each in (x, 2_600 + x % 300, 150)], 60, ""),
        Tool.HIGHLIGHTER: ([each for x in line for each in (x, 4_200, 128)], 240, ""),
        Tool.NOTE: ([1_500, 6_600, 128], 290, "재원 조달 방안을\n다시 확인"),
        Tool.STAMP: ([6_500, 8_000, 128], 900, "seen"),
    }
    marks = []
    for tool, (points, width, text) in drawn.items():
        plain = stroke(f"{tool}-{at.page}", at)
        mark = plain.__class__(
            stroke_id=plain.stroke_id,
            page=at,
            tool=tool,
            colour=plain.colour,
            width=width,
            points=tuple(points),
            text=text,
        )
        marks.append(c.AddStroke(command_id=mark.stroke_id, stream=StreamName.NOTES, stroke=mark))
    return marks


VERSION_SCENES = (
    desk_acts_on_a_document,
    desk_asks_of_a_twin,
    desk_has_replaced,
    member_reads_a_new_version,
    member_looks_at_ink_without_a_place,
)
