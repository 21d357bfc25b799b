"""Every screen of the product, and how one gets there from an address."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from playwright.async_api import expect

from service.model import Following, Role
from service.protocol import commands as c
from tests.browser.tablet import REFUSED, Tablet
from tests.support.sitting import Sitting

SOMETHING = re.compile(".")

WORD = "예산"
"""It stands in the demo's papers and in those of the house."""


@dataclass(frozen=True, slots=True)
class House:
    """Meetings in every phase, all with papers and people, and a link that was revoked.

    `kept` is at an item that is embargoed and closed.
    """

    opened: Sitting
    preparing: Sitting
    closed: Sitting
    kept: Sitting
    revoked_url: str

    @property
    def origin(self) -> str:
        """The address of the service."""
        return self.opened.service.origin


@dataclass(frozen=True, slots=True)
class Scene:
    """One screen: who sees it (None: nobody seated), and the way to it."""

    name: str
    role: Role | None
    go: Callable[[Tablet, House], Awaitable[None]]


def scene(role: Role | None) -> Callable[[Callable[[Tablet, House], Awaitable[None]]], Scene]:
    """A scene named like the function that goes there."""

    def named(go: Callable[[Tablet, House], Awaitable[None]]) -> Scene:
        return Scene(go.__name__, role, go)

    return named


async def visit(tablet: Tablet, room: Sitting, role: Role, name: str | None) -> None:
    """Be in a meeting with a seat of this role: the one taken before, or a new one."""
    kept = tablet.addresses.get((room.meeting_id, role))
    if kept is not None:
        # A fragment alone would not load the page anew.
        await tablet.open("about:blank")
        await tablet.open(kept)
        return
    await tablet.open((await room.link(role))["url"])
    if name is not None:
        await tablet.tap("join-not-listed")
        await tablet.give_name(name)
    await tablet.page.wait_for_url(re.compile("#seat="))
    tablet.addresses[room.meeting_id, role] = tablet.page.url


async def lead(tablet: Tablet, house: House) -> None:
    """Be the presenter of the open meeting, whoever was before."""
    await everyone_follows(house)
    await visit(tablet, house.opened, Role.PRESENTER, "김유성 과장")
    await expect(tablet.see("lead-room")).to_be_visible()
    seat_id = tablet.page.url.partition("#seat=")[2]
    if await tablet.see("lead-room").get_attribute("data-leading") == "false":
        await house.opened.steer(c.HandOver, seat_id=seat_id)
    await expect(tablet.see("lead-room")).to_have_attribute("data-leading", "true")
    await tablet.press("ArrowRight", "Home")
    await is_painted(tablet)


async def sit(tablet: Tablet, house: House) -> None:
    """Be a member of the open meeting who follows."""
    await everyone_follows(house)
    await visit(tablet, house.opened, Role.MEMBER, "조은별 과장")
    await is_painted(tablet)


async def everyone_follows(house: House) -> None:
    """Tablets go along again, whatever a scene before wanted."""
    await house.opened.steer(c.SetFollowing, following=Following.FOLLOW)


async def somebody_asks(house: House) -> None:
    """Have a member of the open meeting ask for the lead, and nobody else."""
    asking = await house.opened.tablet(Role.MEMBER, "노을 과장")
    for each in asking.state.requests:
        await house.opened.steer(c.DropRequest, seat_id=each.seat_id)
    assert await asking.ask(c.RequestLead) is None


async def secretary_in_the_room(tablet: Tablet, house: House) -> None:
    """Be the secretary beside the others in the open meeting."""
    await secretary(tablet, house)
    seat = tablet.page.url.partition("#")[2]
    await tablet.open(f"{house.origin}/meet/{house.opened.meeting_id}#{seat}")
    await is_painted(tablet)


async def desk(tablet: Tablet, house: House) -> None:
    """Be at the desk of the open meeting."""
    await secretary(tablet, house)
    await tablet.page.get_by_test_id("meeting-row").filter(has_text="회의").last.wait_for()
    seat = tablet.page.url.partition("#")[2]
    await tablet.open(f"{house.origin}/desk/{house.opened.meeting_id}#{seat}")
    await expect(tablet.see("document-row").first).to_be_visible()


async def secretary(tablet: Tablet, house: House) -> None:
    """Be at the list of meetings."""
    service = house.opened.service
    await tablet.open("about:blank")
    await tablet.open(f"{service.origin}/join#{service.secretary_link}")
    await expect(tablet.see("create-meeting")).to_be_visible()


async def finds(tablet: Tablet) -> None:
    """Look for a word that is in the papers, and stand on its first hit."""
    await tablet.tap("find-open")
    await tablet.see("find-field").fill(WORD)
    await expect(tablet.see("found").first).to_be_visible()
    await tablet.tap("find-next")
    await expect(tablet.see("hit-here").first).to_be_visible()


async def is_painted(tablet: Tablet) -> None:
    """Wait until some page stands on the stage in full."""
    await expect(tablet.sheet.host).to_have_attribute("data-painted", SOMETHING)


async def goes_away(tablet: Tablet, house: House) -> None:
    """Come by a link that was revoked."""
    tablet.forgive(REFUSED)
    await tablet.open(house.revoked_url)
