"""`uv run python -m tests.browser.screens`: a picture of every screen in `screens/`.

In Korean and English, light, dark and in strong contrast, and in Korean with the largest type, on
every device a role uses. Names of scenes as arguments make only those, names of looks (`ko-dark`)
only in these.
"""

import asyncio
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from playwright.async_api import Browser
from playwright.async_api import TimeoutError as PlaywrightTimeout

from service.demo.agenda import AGENDA, ATTENDANTS, MEETING_ID
from service.demo.cityhall import furnish
from service.model import Role
from service.protocol import commands as c
from tests.browser.chromium import chromium
from tests.browser.devices import DESKTOP, LANDSCAPE, PHONE, PORTRAIT, WALL, Device
from tests.browser.house import invite, keep_back, led, revoked
from tests.browser.scene_list import SCENES
from tests.browser.scenes import House, Scene
from tests.browser.tablet import Tablet
from tests.support.http_client import HttpClient
from tests.support.running_service import ROOT, RunningService, running_service
from tests.support.sitting import Sitting, sitting

FOLDER = ROOT / "screens"
SETTLED_MS = 3_000
"""Long enough for what a screen itself loads."""

HANDS = {"landscape": LANDSCAPE, "portrait": PORTRAIT, "phone": PHONE}
DEVICES: Final[dict[Role | None, dict[str, Device]]] = {
    None: HANDS,
    Role.SECRETARY: {"desktop": DESKTOP, "portrait": PORTRAIT, "phone": PHONE},
    Role.MEMBER: HANDS,
    Role.PRESENTER: HANDS,
    Role.SCREEN: {"wall": WALL},
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a tablet shows everything."""

    language: str
    dark: bool = False
    sharp: bool = False
    text: str = "normal"


LOOKS: Final = {
    "ko-light": Look("ko-KR"),
    "ko-dark": Look("ko-KR", dark=True),
    "ko-sharp": Look("ko-KR", sharp=True),
    "ko-sharp-dark": Look("ko-KR", sharp=True, dark=True),
    "ko-largest": Look("ko-KR", text="largest"),
    "en-light": Look("en-US"),
    "en-dark": Look("en-US", dark=True),
    "en-sharp": Look("en-US", sharp=True),
    "en-sharp-dark": Look("en-US", sharp=True, dark=True),
}
PEOPLE = [(each.name, each.department, each.position) for each in ATTENDANTS]


async def photograph(service: RunningService, scenes: list[Scene], looks: list[str]) -> None:
    """Every scene on every device of its role, in each of these looks."""
    token = service.secretary_link
    now = datetime.now().astimezone()
    await furnish(service.origin, token, service.data / "papers", lambda said: None, now)
    secretary = HttpClient(service.origin)
    await secretary.join(token)
    demo = Sitting(service, secretary, MEETING_ID)
    async with (
        sitting(service, opened=False) as early,
        sitting(service) as late,
        sitting(service) as kept,
        chromium() as it,
    ):
        await invite(early, PEOPLE)
        await invite(late, PEOPLE)
        for number, entry in enumerate(AGENDA):
            await early.add_item(f"item-{number}", entry.title.format(year=now.year + 1))
        await late.steer(c.CloseMeeting)
        await led(demo, "paper-1")
        await keep_back(kept)
        house = House(demo, early, late, kept, await revoked(demo))
        for look in looks:
            await _pictures(it, house, scenes, look)
    await demo.aclose()


async def _pictures(browser: Browser, house: House, scenes: list[Scene], look: str) -> None:
    how = LOOKS[look]
    for role, devices in DEVICES.items():
        for name, device in devices.items():
            tablet = await Tablet.unpack(
                browser,
                device,
                language=how.language,
                dark=how.dark,
                sharp=how.sharp,
                text=how.text,
            )
            for scene in (each for each in scenes if each.role is role):
                await scene.go(tablet, house)
                # A packet on its way to the tablet keeps the network busy for long.
                with suppress(PlaywrightTimeout):
                    await tablet.page.wait_for_load_state("networkidle", timeout=SETTLED_MS)
                await tablet.page.screenshot(path=FOLDER / f"{scene.name}-{name}-{look}.png")
            await tablet.put_away()


def main() -> None:
    """Make the pictures."""
    wanted = set(sys.argv[1:])
    looks = [look for look in LOOKS if look in wanted] or list(LOOKS)
    wanted -= set(LOOKS)
    scenes = [scene for scene in SCENES if not wanted or scene.name in wanted]
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        running_service(Path(folder) / "data") as service,
    ):
        asyncio.run(photograph(service, scenes, looks))


if __name__ == "__main__":
    main()
