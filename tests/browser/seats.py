"""A meeting with its tablets in place: a presenter, two members, the wall."""

import asyncio
from dataclasses import dataclass

from service.model import Role
from tests.browser.devices import LANDSCAPE, PORTRAIT, WALL, Device
from tests.browser.tablet import Tablet
from tests.browser.tablets import Tablets
from tests.support.sitting import Sitting

PRESENTER, MEMBER, NEIGHBOUR = "김유성 과장", "조은별 과장", "노을 과장"


@dataclass(frozen=True, slots=True)
class Seats:
    """Who sits where; the neighbour's tablet stands upright."""

    presenter: Tablet
    member: Tablet
    neighbour: Tablet
    wall: Tablet

    @property
    def all(self) -> tuple[Tablet, ...]:
        """Everyone, the presenter first."""
        return (self.presenter, *self.others)

    @property
    def others(self) -> tuple[Tablet, ...]:
        """Everyone but the presenter."""
        return (self.member, self.neighbour, self.wall)

    async def all_show(self, page: str) -> None:
        """Wait until every tablet paints this page, `d1.1.3` for example."""
        await asyncio.gather(*(tablet.shows(page) for tablet in self.all))

    async def all_carry(self, strokes: int) -> None:
        """Wait until this many strokes stand on every tablet's page."""
        await asyncio.gather(*(tablet.sheet.carries(strokes) for tablet in self.all))


async def seat_everyone(room: Sitting, tablets: Tablets) -> Seats:
    """Four tablets join by their links; the presenter takes the lead."""
    seats = Seats(
        *await asyncio.gather(
            seat(room, tablets, Role.PRESENTER, LANDSCAPE, PRESENTER),
            seat(room, tablets, Role.MEMBER, LANDSCAPE, MEMBER),
            seat(room, tablets, Role.MEMBER, PORTRAIT, NEIGHBOUR),
            seat(room, tablets, Role.SCREEN, WALL, None),
        )
    )
    await seats.presenter.take_lead()
    await seats.presenter.press("ArrowRight", "Home")
    await seats.all_show("d1.1.1")
    return seats


async def seat(
    room: Sitting, tablets: Tablets, role: Role, device: Device, name: str | None
) -> Tablet:
    """One tablet that joined by a link of its role."""
    link = await room.link(role)
    tablet = await tablets.unpack(device)
    await tablet.enter(link["url"], name)
    return tablet
