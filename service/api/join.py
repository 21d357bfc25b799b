"""Coming in by a link: what it opens, and taking a seat."""

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, StringConstraints

from service.api.gate import Gate
from service.api.meetings import ONE_LINE_HERE, MeetingRow, row_of
from service.errors import AccessRefused, Code, InputRefused
from service.identity.links import Links
from service.identity.seats import Seat, Seats
from service.meeting.packet import person_of
from service.meeting.registry import Registry
from service.model import Person, Role
from storage.records import LinkRecord

PersonName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=60, pattern=ONE_LINE_HERE),
]
SCREEN_NAME = "회의실 화면"


class Strict(BaseModel):
    """A body in which unknown fields are refused."""

    model_config = ConfigDict(extra="forbid")


class LinkToken(Strict):
    """The token of a join link, as it stands behind `#` in the address."""

    link: str


class Joining(LinkToken):
    """Who sits down: somebody from the list, or a name; neither when the link fixes it."""

    person_id: str | None = None
    name: PersonName | None = None


class PersonRow(BaseModel):
    """A participant, and whether a tablet with that name is here already."""

    person_id: str
    name: str
    department: str
    position: str
    present: bool


class LinkLook(BaseModel):
    """What a link opens; `asks`: it wants to know who you are."""

    role: Role
    name: str | None
    asks: bool
    meeting: MeetingRow | None
    people: list[PersonRow]


class SeatRow(BaseModel):
    """A seat; `meeting_id` None opens every meeting; times in ms."""

    seat_id: str
    name: str
    role: Role
    meeting_id: str | None
    person_id: str | None
    expires_at: int


class Joined(BaseModel):
    """A seat and the bearer token it shows from now on."""

    token: str
    seat: SeatRow


def join_routes(gate: Gate, links: Links, seats: Seats, registry: Registry) -> APIRouter:
    """`/api/join`, `/api/join/look` and `/api/seat`."""
    routes = APIRouter(tags=["join"])

    @routes.post("/api/join/look")
    async def look(body: LinkToken) -> LinkLook:
        link = await links.open(body.link)
        meeting, people = None, []
        if link.meeting_id is not None:
            live = await registry.meeting(link.meeting_id)
            meeting = row_of(live.state)
            here = live.audience.names()
            people = [_row(person, here) for person in live.state.people]
        fixed = _fixed_name(link)
        return LinkLook(
            role=Role(link.role),
            name=fixed,
            asks=fixed is None,
            meeting=meeting,
            people=people if fixed is None else [],
        )

    @routes.post("/api/join")
    async def join(body: Joining) -> Joined:
        link = await links.open(body.link)
        name, person_id = await _who(link, body, registry)
        seat, token = await seats.take(link, name, person_id)
        return Joined(token=token, seat=seat_row(seat))

    @routes.get("/api/seat")
    async def who_am_i(seat: Annotated[Seat, Depends(gate.seat)]) -> SeatRow:
        return seat_row(seat)

    return routes


async def _who(link: LinkRecord, body: Joining, registry: Registry) -> tuple[str, str | None]:
    fixed = _fixed_name(link)
    if fixed is not None:
        return fixed, None
    if body.person_id is not None and link.meeting_id is not None:
        person = person_of((await registry.meeting(link.meeting_id)).state, body.person_id)
        if person is None:
            raise AccessRefused(Code.NO_SUCH_PERSON)
        return shown_name(person), person.person_id
    if body.name is None:
        raise InputRefused(Code.MALFORMED)
    return body.name, None


def shown_name(person: Person) -> str:
    """How a participant is called on every screen: the name and the position."""
    return f"{person.name} {person.position}".strip()


def _fixed_name(link: LinkRecord) -> str | None:
    return SCREEN_NAME if link.role == Role.SCREEN else link.name


def _row(person: Person, here: frozenset[str]) -> PersonRow:
    return PersonRow(
        person_id=person.person_id,
        name=person.name,
        department=person.department,
        position=person.position,
        present=shown_name(person) in here,
    )


def seat_row(seat: Seat) -> SeatRow:
    return SeatRow(
        seat_id=seat.actor.seat_id,
        name=seat.actor.name,
        role=seat.actor.role,
        meeting_id=seat.meeting_id,
        person_id=seat.person_id,
        expires_at=seat.expires_at,
    )
