"""A whole meeting by keyboard alone: prepared, opened, led, followed, read, handed over."""

import asyncio

import pytest
from playwright.async_api import FileChooser, FilePayload, expect

from service.model import Role
from tests.browser.chromium import PATIENCE_MS
from tests.browser.desk import Desk
from tests.browser.devices import DESKTOP, LANDSCAPE
from tests.browser.keys import Keys
from tests.browser.seats import MEMBER, PRESENTER
from tests.browser.tablets import Tablets
from tests.support.readable import readable
from tests.support.running_service import RunningService
from tests.support.sitting import Sitting, sitting

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def comes_in(room: Sitting, tablets: Tablets, role: Role, name: str) -> Keys:
    """Somebody who follows a link and types a name."""
    tablet = await tablets.unpack(LANDSCAPE)
    await tablet.open((await room.link(role))["url"])
    keys = Keys(tablet)
    await keys.write("join-name", name)
    await tablet.press("Enter")
    return keys


async def test_the_secretary_prepares_and_opens(service: RunningService, tablets: Tablets) -> None:
    tablet = await tablets.unpack(DESKTOP)
    chooser: asyncio.Future[FileChooser] = asyncio.get_running_loop().create_future()

    def opens(opened: FileChooser) -> None:
        chooser.set_result(opened)

    # From the beginning: a chooser that opens before it is listened for is gone unseen.
    tablet.page.once("filechooser", opens)
    await tablet.open(f"{service.origin}/join#{service.secretary_link}")
    keys, desk = Keys(tablet), Desk(tablet)
    await keys.press("create-meeting")
    await keys.write("meeting-title", "Weekly")
    await tablet.press("Enter")
    await expect(tablet.see("desk-title")).to_have_text("Weekly")
    await keys.press("add-item")
    await keys.write("item-title", "Budget")
    await tablet.press("Enter")
    await expect(desk.titles).to_have_text(["Budget"])
    await keys.keeps_focus()

    upload = desk.item(0).get_by_test_id("upload-input")
    await keys.walk_to(upload)
    await tablet.press("Space")
    paper = FilePayload(name="paper.pdf", mimeType="application/pdf", buffer=readable())
    await (await asyncio.wait_for(chooser, PATIENCE_MS / 1_000)).set_files(paper)
    await expect(desk.papers(0).get_by_test_id("document-ready")).to_be_visible()

    await keys.press("meeting-open")
    await keys.press("confirm-yes")
    await expect(tablet.see("phase")).to_have_attribute("data-phase", "open")
    await keys.keeps_focus()


async def test_one_leads_the_other_follows_and_leads_then(
    service: RunningService, tablets: Tablets
) -> None:
    async with sitting(service, pages=0) as room:
        answer = await room.secretary.upload(room.meeting_id, "d1", readable(), name="편성.pdf")
        assert answer.status == 201, answer.body
        presenter = await comes_in(room, tablets, Role.PRESENTER, PRESENTER)
        member = await comes_in(room, tablets, Role.MEMBER, MEMBER)

        await presenter.press("take-lead")
        await expect(presenter.tablet.see("hand-over")).to_be_visible()
        await presenter.keeps_focus()
        await presenter.press("next-page")
        await member.tablet.shows("d1.1.2")
        await presenter.tablet.press("PageDown")
        await member.tablet.shows("d1.1.3")

        await reads_ahead_and_comes_back(member)
        await finds_a_word(member)

        await presenter.press("hand-over")
        await presenter.press(f"hand-over-{MEMBER}")
        await expect(member.tablet.see("lead-room")).to_have_attribute("data-leading", "true")
        await presenter.keeps_focus()
        await member.keeps_focus()
        await member.press("next-page")
        await presenter.tablet.shows("d1.1.4")


async def reads_ahead_and_comes_back(member: Keys) -> None:
    """Turn on alone, to the packet's end, and return to the presenter."""
    await member.press("next-page")
    await member.tablet.shows("d1.1.4")
    await member.tablet.press("End")
    await expect(member.tablet.see("next-page")).to_be_disabled()
    await member.keeps_focus()
    await member.press("rejoin")
    await member.tablet.shows("d1.1.3")
    await member.keeps_focus()


async def finds_a_word(member: Keys) -> None:
    """Find a word, stand on a hit, and have the focus back where it was."""
    tablet = member.tablet
    await member.press("find-open")
    await expect(tablet.see("find-field")).to_be_focused()
    await tablet.page.keyboard.type("예산")
    await expect(tablet.see("found").first).to_be_visible()
    await tablet.press("Enter")
    await expect(tablet.see("hit-here").first).to_be_visible()
    await tablet.press("Escape")
    await expect(tablet.see("find")).to_have_count(0)
    await expect(tablet.see("find-open")).to_be_focused()
    await member.press("rejoin")


async def test_past_the_bars_to_the_page(service: RunningService, tablets: Tablets) -> None:
    async with sitting(service, pages=2) as room:
        member = await comes_in(room, tablets, Role.MEMBER, MEMBER)
        await member.tablet.shows("d1.1.1")
        await member.walk_to(member.tablet.see("skip"))
        await member.tablet.press("Enter")
        await expect(member.tablet.page.get_by_role("main")).to_be_focused()
        await member.tablet.press("ArrowRight")
        await member.tablet.shows("d1.1.2")


async def test_a_dialog_gives_the_focus_back(service: RunningService, tablets: Tablets) -> None:
    async with sitting(service, pages=2) as room:
        member = await comes_in(room, tablets, Role.MEMBER, MEMBER)
        await member.tablet.shows("d1.1.1")
        for opener in ("menu", "page-number"):
            await member.press(opener)
            await expect(member.tablet.page.get_by_role("dialog")).to_be_visible()
            await member.tablet.press("Escape")
            await expect(member.tablet.see(opener)).to_be_focused()
            await member.keeps_focus()
