"""One tablet of the room: its page in the browser, and what is seen and done on it."""

import re
from dataclasses import dataclass, field

from playwright.async_api import Browser, ConsoleMessage, Locator, Page, expect

from service.model import Role
from tests.browser.chromium import PATIENCE_MS
from tests.browser.devices import Device
from tests.browser.hand import Finger, Pen
from tests.browser.sheet import Sheet

LOST_NETWORK = re.compile(r"net::ERR_|WebSocket connection to .* failed")
"""What Chromium itself writes on the console while the service cannot be reached."""

REFUSED = re.compile(r"the server responded with a status of 4\d\d")
"""What Chromium itself writes on the console for an answer the screen shows in words."""


@dataclass
class Tablet:
    """A page of its own browser context, so that no two tablets share a memory.

    `addresses` are those of the seats it has, by meeting and role.
    """

    page: Page
    sheet: Sheet
    finger: Finger
    pen: Pen
    console: list[str] = field(default_factory=list)
    forgiven: list[re.Pattern[str]] = field(default_factory=list)
    addresses: dict[tuple[str, Role], str] = field(default_factory=dict)

    @classmethod
    async def unpack(
        cls,
        browser: Browser,
        device: Device,
        *,
        language: str = "ko-KR",
        dark: bool = False,
        sharp: bool = False,
        text: str = "normal",
    ) -> "Tablet":
        """A fresh tablet with these view settings; every error of its page is remembered."""
        context = await browser.new_context(
            viewport={"width": device.width, "height": device.height},
            has_touch=device.touch,
            device_scale_factor=device.ratio,
            locale=language,
            timezone_id="Asia/Seoul",
            color_scheme="dark" if dark else "light",
            contrast="more" if sharp else "no-preference",
        )
        context.set_default_timeout(PATIENCE_MS)
        if text != "normal":
            await context.add_init_script(f"localStorage.setItem('hanjang.text', '{text}')")
        page = await context.new_page()
        cdp = await context.new_cdp_session(page)
        sheet = Sheet(page)
        tablet = cls(page, sheet, Finger(cdp, sheet), Pen(cdp, sheet))
        page.on("console", tablet._hear)
        page.on("pageerror", lambda error: tablet.console.append(str(error)))
        return tablet

    async def resize(self, device: Device) -> None:
        """Show the same page on glass of another size."""
        await self.page.set_viewport_size({"width": device.width, "height": device.height})

    async def look(self, *, dark: bool = False, sharp: bool = False) -> None:
        """Let the device wish for another look, and wait until the page wears it."""
        await self.page.emulate_media(
            color_scheme="dark" if dark else "light",
            contrast="more" if sharp else "no-preference",
        )
        worn = self.page.locator(f"html[data-contrast={'more' if sharp else 'plain'}]")
        await expect(worn).to_have_count(1)

    async def letters(self, size: str) -> None:
        """Show the same page with letters of another size."""
        await self.page.evaluate(
            "(size) => { document.documentElement.dataset.text = size; }", size
        )

    async def open(self, url: str) -> None:
        """Go to an address."""
        await self.page.goto(url)

    async def enter(self, url: str, name: str | None = None) -> None:
        """Follow a join link, give a name if it asks for one, and be in the meeting."""
        await self.open(url)
        if name is not None:
            await self.give_name(name)

    async def give_name(self, name: str) -> None:
        """Say who is there."""
        await self.see("join-name").fill(name)
        await self.tap("join-submit")

    def see(self, testid: str) -> Locator:
        """The part of the screen with this test id."""
        return self.page.get_by_test_id(testid)

    async def tap(self, testid: str) -> None:
        """Press the part with this test id."""
        await self.see(testid).click()

    async def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            await self.page.keyboard.press(key)

    async def shows(self, page: str) -> None:
        """Wait until this page is painted in full."""
        await self.sheet.shows(page)

    async def take_lead(self) -> None:
        """Become the presenter, and be told so."""
        await self.tap("take-lead")
        await expect(self.see("lead-room")).to_have_attribute("data-leading", "true")

    async def is_live(self) -> None:
        """Wait until the line stands and everything done here has arrived."""
        chip = self.see("save-state")
        await expect(chip).to_have_attribute("data-link", "live")
        await expect(chip).to_have_attribute("data-unsent", "0")

    def forgive(self, said: re.Pattern[str]) -> None:
        """What this story brings about on the console and the screen answers for."""
        self.forgiven.append(said)

    @property
    def complaints(self) -> list[str]:
        """Errors of the page that no story expects."""
        return [
            said for said in self.console if not any(each.search(said) for each in self.forgiven)
        ]

    async def put_away(self) -> None:
        """Close it with everything it kept."""
        await self.page.context.close()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.console.append(f"{message.text} ({message.location.get('url', '')})")
