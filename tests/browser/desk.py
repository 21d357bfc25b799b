"""The secretary's desk: the agenda, its papers, the people and the ways in."""

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass

from playwright.async_api import FilePayload, Locator, expect

from tests.browser.tablet import Tablet

_DROP = """(target, files) => {
  const carried = new DataTransfer();
  for (const { name, data } of files) {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    carried.items.add(new File([bytes], name, { type: "application/pdf" }));
  }
  for (const type of ["dragenter", "dragover", "drop"]) {
    const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: carried });
    target.dispatchEvent(event);
  }
}"""


@dataclass(frozen=True, slots=True)
class Paper:
    """A file in the secretary's hand."""

    name: str
    data: bytes


class Desk:
    """One meeting's desk on the secretary's screen; items are counted from 0."""

    MORE_THAN_NOTHING = re.compile(r"^[1-9]")

    def __init__(self, tablet: Tablet) -> None:
        self.tablet = tablet

    @property
    def titles(self) -> Locator:
        """The titles of the agenda's items, in order."""
        return self.tablet.see("agenda").get_by_role("heading", level=2)

    def item(self, at: int) -> Locator:
        """An agenda item's card."""
        return self.tablet.see("agenda-item").nth(at)

    def papers(self, at: int) -> Locator:
        """The documents under an item that have arrived, in order."""
        return self.item(at).get_by_test_id("document-row")

    async def create_meeting(self, title: str, place: str) -> None:
        """From the list of meetings to the desk of a new one."""
        await self.tablet.tap("create-meeting")
        await self.tablet.see("meeting-title").fill(title)
        await self.tablet.see("meeting-date").fill("2026-11-23")
        await self.tablet.see("meeting-time").fill("09:00")
        await self.tablet.see("meeting-place").fill(place)
        await self.tablet.tap("meeting-save")
        await expect(self.tablet.see("desk-title")).to_have_text(title)

    async def add_item(self, title: str, department: str, reporter: str) -> None:
        """One more item at the end."""
        await self.tablet.tap("add-item")
        await self.tablet.see("item-title").fill(title)
        await self.tablet.see("item-department").fill(department)
        await self.tablet.see("item-reporter").fill(reporter)
        await self.tablet.see("item-minutes").fill("15")
        await self.tablet.tap("item-save")
        await expect(self.titles.last).to_have_text(title)

    async def press(self, name: str) -> None:
        """Press the button with this name."""
        await self.tablet.page.get_by_role("button", name=name, exact=True).click()

    async def paste_people(self, lines: str) -> None:
        """Fill the list of participants from lines of text."""
        await self.tablet.tap("manage-people")
        dialog = self.tablet.see("people-dialog")
        await dialog.locator("summary").click()
        await self.tablet.see("people-paste").fill(lines)
        await self.tablet.tap("people-paste-add")
        await expect(self.tablet.see("person-row")).to_have_count(len(lines.splitlines()))
        await self.tablet.press("Escape")
        await expect(dialog).to_have_count(0)

    async def choose_files(self, at: int, *papers: Paper) -> None:
        """Pick files for an item in the browser's dialog."""
        chosen = [
            FilePayload(name=paper.name, mimeType="application/pdf", buffer=paper.data)
            for paper in papers
        ]
        await self.item(at).get_by_test_id("upload-input").set_input_files(chosen)

    async def drop_files(self, at: int, *papers: Paper) -> None:
        """Let files fall on an item."""
        await self._drop(self.item(at), papers)

    async def drop_on_desk(self, *papers: Paper) -> None:
        """Let files fall on the place for all of them."""
        await self._drop(self.tablet.page.locator(".drop-zone"), papers)

    async def is_ready(self, at: int, name: str, pages: int) -> None:
        """Wait until all pages of a document under an item are drawn."""
        row = self.papers(at).filter(has_text=name)
        await expect(row).to_contain_text(f"{pages}쪽")
        await expect(row.get_by_test_id("document-ready")).to_be_visible()

    async def document_id(self, at: int) -> str:
        """The id of the first document under an item."""
        return await self.papers(at).first.get_attribute("data-document") or ""

    async def act_on(self, name: str) -> None:
        """Open what can be done with a document."""
        row = self.tablet.see("document-row").filter(has_text=name)
        await row.get_by_test_id("document-actions").click()

    async def give_password(self, password: str) -> None:
        """Type the password of the refused file and send it again."""
        await self.tablet.see("pdf-password").fill(password)
        await self.tablet.tap("pdf-password-send")

    async def create_link(self, role: str) -> str:
        """Make a link of a role and give its address."""
        await self.tablet.tap("create-link")
        await self.tablet.see("link-role").select_option(role)
        await self.tablet.tap("link-save")
        row = self.tablet.see(f"link-{role}")
        return await row.get_by_test_id("copy-link").get_attribute("data-url") or ""

    async def open_meeting(self) -> None:
        """Open the meeting to everybody."""
        await self.tablet.tap("meeting-open")
        await self.tablet.tap("confirm-yes")
        await expect(self.tablet.see("phase")).to_have_attribute("data-phase", "open")

    async def slow_down(self, *, kilobytes_a_second: int) -> None:
        """Send no faster than this."""
        await self._limit(kilobytes_a_second * 1000)

    async def full_speed(self) -> None:
        """Send as fast as it goes."""
        await self._limit(-1)

    async def _limit(self, upload: int) -> None:
        cdp = await self.tablet.page.context.new_cdp_session(self.tablet.page)
        limits = {"offline": False, "latency": 0, "downloadThroughput": -1}
        await cdp.send("Network.emulateNetworkConditions", {**limits, "uploadThroughput": upload})

    async def _drop(self, target: Locator, papers: Sequence[Paper]) -> None:
        files = [
            {"name": paper.name, "data": base64.b64encode(paper.data).decode()} for paper in papers
        ]
        await target.evaluate(_DROP, files)
