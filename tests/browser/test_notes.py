"""One's own notes in a list, what is handed in read at the desk, and a seat on another tablet."""

import re

import pytest
from playwright.async_api import expect

from service.model import Role, Tool
from service.protocol.message import StreamName
from tests.browser.devices import DESKTOP, LANDSCAPE, PHONE
from tests.browser.notes_scenes import a_line, adds, at_a_point, offers, opens_notes, same_seat
from tests.browser.seats import MEMBER, seat
from tests.browser.tablet import REFUSED, Tablet
from tests.browser.tablets import Tablets
from tests.support.running_service import RunningService
from tests.support.sitting import sitting

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def rows(tablet: Tablet, testid: str) -> list[str]:
    """The pages of a list, in its order."""
    pages = await tablet.see(testid).evaluate_all("all => all.map(each => each.dataset.page)")
    return list(pages)


async def test_notes_of_pages_never_opened_are_listed_found_and_one_tap_away(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        member = await seat(room, tablets, Role.MEMBER, LANDSCAPE, MEMBER)
        await member.shows("d1.1.1")
        wire = await same_seat(member, room)
        await adds(wire, StreamName.NOTES, at_a_point(wire, 3, Tool.NOTE, "예산 증액 사유"))
        await adds(wire, StreamName.NOTES, at_a_point(wire, 2, Tool.NOTE, "현장 확인"))
        await adds(wire, StreamName.COLLECTED, a_line(wire, 2))
        await opens_notes(member)
        await expect(member.see("note-row")).to_have_count(2)
        assert await rows(member, "note-row") == ["2", "3"]
        await expect(member.see("note-row").first).to_contain_text("현장 확인")
        layers = member.see("note-row").first.locator("[data-layer]")
        kinds = await layers.evaluate_all("all => all.map(each => each.dataset.layer)")
        assert kinds == ["notes", "collected"]

        await member.see("notes-find").fill("예산을")
        await expect(member.see("note-row")).to_have_count(1)
        await expect(member.see("note-row").locator("mark")).to_have_text("예산")
        await member.see("note-row").click()
        await member.shows("d1.1.3")
        await expect(member.see("note-row")).to_have_attribute("aria-current", "page")

        # What another tablet of the seat writes now stands in the list at once.
        await member.see("notes-find").fill("")
        await adds(wire, StreamName.NOTES, at_a_point(wire, 1, Tool.NOTE, "처음으로"))
        await expect(member.see("note-row").first).to_contain_text("처음으로")


async def test_a_bookmark_is_put_named_seen_and_taken_off(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        member = await seat(room, tablets, Role.MEMBER, LANDSCAPE, MEMBER)
        other = await seat(room, tablets, Role.MEMBER, LANDSCAPE, "노을 과장")
        await member.shows("d1.1.1")
        await member.press("PageDown")
        await member.shows("d1.1.2")
        await member.tap("bookmark")
        await expect(member.see("bookmark-ribbon")).to_be_visible()
        await expect(member.see("bookmark")).to_have_attribute("aria-pressed", "true")
        await opens_notes(member)
        await member.tap("bookmark-rename")
        await member.see("bookmark-name").fill("표 확인")
        await member.tap("bookmark-save")
        await expect(member.see("bookmark-row")).to_contain_text("표 확인")
        await expect(member.see("bookmark-row")).to_have_count(1)
        await member.press("Home")
        await member.shows("d1.1.1")
        await expect(member.see("bookmark-ribbon")).to_have_count(0)
        await member.tap("thumbnails-toggle")
        ribbon = member.page.locator(".thumb-button", has=member.see("thumb-ribbon"))
        await expect(ribbon).to_have_attribute("data-page", "2")
        await member.tap("bookmark-row")
        await member.shows("d1.1.2")
        await expect(member.see("recent-row").first).to_be_visible()

        await other.press("PageDown")
        await other.shows("d1.1.2")
        await expect(other.see("bookmark")).to_have_attribute("aria-pressed", "false")
        await member.tap("bookmark")
        await expect(member.see("bookmark-row")).to_have_count(0)
        await expect(member.see("thumb-ribbon")).to_have_count(0)


async def test_the_secretary_reads_what_was_handed_in_without_names_until_asked(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        desk = await tablets.unpack(DESKTOP)
        await desk.open(f"{service.origin}/join#{service.secretary_link}")
        await desk.page.wait_for_url(re.compile("#seat="))
        fragment = desk.page.url.partition("#")[2]
        await desk.open(f"{service.origin}/desk/{room.meeting_id}#{fragment}")
        await expect(desk.see("collected-panel")).to_be_visible()
        await expect(desk.see("collected-open")).to_have_count(0)

        wire = await room.tablet(Role.MEMBER, "하나 과장")
        await adds(wire, StreamName.COLLECTED, at_a_point(wire, 2, Tool.NOTE, "재검토 바랍니다"))
        await adds(wire, StreamName.NOTES, at_a_point(wire, 2, Tool.NOTE, "나만 보는 말"))
        await desk.tap("collected-open")
        await expect(desk.see("collected-paper")).to_have_attribute("data-marks", "1")
        await expect(desk.see("collected-words")).to_contain_text("재검토 바랍니다")
        await expect(desk.see("collected")).not_to_contain_text("하나")
        assert "나만 보는 말" not in await desk.page.content()
        await expect(desk.see("collected-paper").locator("img")).to_be_visible()

        await adds(wire, StreamName.COLLECTED, a_line(wire, 2))
        await expect(desk.see("collected-paper")).to_have_attribute("data-marks", "2")
        await desk.tap("collected-names")
        await expect(desk.see("collected-words")).to_contain_text("하나 과장")
        async with desk.page.expect_download() as saving:
            await desk.tap("collected-save")
        saved = (await (await saving.value).path()).read_text(encoding="utf-8-sig")
        assert "하나 과장,메모,재검토 바랍니다" in saved
        await desk.tap("collected-names")
        await expect(desk.see("collected")).not_to_contain_text("하나")


async def test_a_seat_goes_on_with_another_tablet_and_ends_on_the_first(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service) as room:
        old = await seat(room, tablets, Role.MEMBER, LANDSCAPE, MEMBER)
        await old.shows("d1.1.1")
        await old.tap("bookmark")
        await expect(old.see("bookmark-ribbon")).to_be_visible()
        digits = await offers(old)
        new = await tablets.unpack(PHONE)
        new.forgive(REFUSED)
        await new.open(f"{service.origin}/move")
        await new.see("move-code").fill(wrong(digits))
        await new.tap("move-submit")
        await expect(new.see("move-wrong")).to_be_visible()
        await new.see("move-code").fill(digits)
        await new.tap("move-submit")
        await new.shows("d1.1.1")
        await expect(new.see("bookmark-ribbon")).to_be_visible()
        await expect(old.see("offer-taken")).to_be_visible()
        await old.tap("offer-leave")
        await expect(old.see("home-move")).to_be_visible()
        assert await seats_kept(old) == 0
        assert await seats_kept(new) == 1


async def test_a_qr_code_opens_the_seat_once(service: RunningService, tablets: Tablets) -> None:
    async with sitting(service) as room:
        old = await seat(room, tablets, Role.MEMBER, LANDSCAPE, MEMBER)
        await old.shows("d1.1.1")
        await offers(old)
        url = await old.see("offer-qr").get_attribute("data-url") or ""
        new, late = await tablets.unpack(LANDSCAPE), await tablets.unpack(LANDSCAPE)
        late.forgive(REFUSED)
        await new.open(url)
        await new.tap("move-go")
        await new.shows("d1.1.1")
        await late.open(url)
        await late.tap("move-go")
        await expect(late.see("move-wrong")).to_be_visible()
        assert await seats_kept(late) == 0


def wrong(digits: str) -> str:
    """Eight digits that are not these."""
    return f"{(int(digits.replace(' ', '')) + 1) % 10**8:08d}"


async def seats_kept(tablet: Tablet) -> int:
    """How many seats this browser has."""
    kept = "Object.keys(localStorage).filter(name => name.startsWith('hanjang.seat.')).length"
    return int(await tablet.page.evaluate(kept))
