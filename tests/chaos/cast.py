"""Who sits in a session: some steer or present, most are members, some have two tablets; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.model import Role

FIRST_SEATS = (
    Role.SECRETARY,
    Role.CHAIR,
    Role.PRESENTER,
    Role.PRESENTER,
    Role.OBSERVER,
    Role.SCREEN,
)
"""One seat at least of each sight there is; everybody else is a member, an observer or a wall."""

FEWEST = 12
"""Tablets: the first seats, a second tablet for three of them, and three members."""

SECOND_TABLETS = (0, 2, 4)
"""Seats with two tablets: the secretary, a presenter, an observer; and every fifth member."""


@dataclass(frozen=True, slots=True)
class Place:
    """One tablet: its number, the number of its seat, and what the seat's link lets it do."""

    tablet: int
    seat: int
    role: Role


def cast(tablets: int) -> Sequence[Place]:
    """So many tablets on their seats. Raises ValueError below FEWEST."""
    if tablets < FEWEST:
        raise ValueError(f"a session needs {FEWEST} tablets")
    places: list[Place] = []
    seat = 0
    while len(places) < tablets:
        role = _role(seat)
        two = seat in SECOND_TABLETS or (role is Role.MEMBER and seat % 5 == 0)
        for _ in range(min(1 + two, tablets - len(places))):
            places.append(Place(len(places), seat, role))
        seat += 1
    return places


def _role(seat: int) -> Role:
    if seat < len(FIRST_SEATS):
        return FIRST_SEATS[seat]
    if seat % 8 == 0:
        return Role.OBSERVER
    return Role.SCREEN if seat % 11 == 0 else Role.MEMBER
