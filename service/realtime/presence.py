"""Who is here: the list every tablet sees, and how often it is told; pure."""

from collections.abc import Callable, Iterable

from service.model import Actor
from service.protocol.signals import Present
from service.realtime.connection import Connection

FEW = 150
"""Seats up to which everyone gets all names: the largest room we know of has 130. In a
larger hall a list of n names to n tablets would grow with the square."""


def present(connections: Iterable[Connection]) -> tuple[Present, ...]:
    """One line a seat, in order of coming; of a seat's several tablets the newest counts."""
    seats = {
        connection.actor.seat_id: Present(
            seat_id=connection.actor.seat_id,
            name=connection.actor.name,
            role=connection.actor.role,
            page=connection.page,
            following=connection.following,
        )
        for connection in connections
    }
    return tuple(seats.values())


def names_for(actor: Actor, seats: int, may_see_names: Callable[[Actor], bool]) -> bool:
    """Whether this seat gets the names, or the count alone."""
    return seats <= FEW or may_see_names(actor)


def settle_seconds(connections: int) -> float:
    """How long changes gather before they are told: longer as the hall fills.

    A quarter of a second in a room, 2.25 s with 2,000 tablets: joins in a burst are
    told once, and telling costs at most a few hundred frames a second.
    """
    return 0.25 + connections / 1_000
