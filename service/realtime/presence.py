"""Who is here: the list as it was last told, and what has changed since; pure."""

from dataclasses import dataclass

from service.model import Actor
from service.protocol.presence import Present

FEW = 150
"""Seats up to which everyone gets all names: the largest room we know of has 130. In a
larger hall a list of n names to n tablets would grow with the square."""


def present(actor: Actor, following: bool) -> Present:
    """A seat's line in the list."""
    return Present(seat_id=actor.seat_id, name=actor.name, role=actor.role, following=following)


def settle_seconds(tablets: int) -> float:
    """How long changes gather before they are told: longer as the hall fills.

    A quarter of a second in a room, 2.25 s with 2,000 tablets: joins in a burst are
    told once, and telling costs at most a few hundred frames a second.
    """
    return 0.25 + tablets / 1_000


@dataclass(frozen=True, slots=True)
class Changes:
    """What a tablet that knows the list as it was needs to know it as it is."""

    seats: tuple[Present, ...] = ()
    gone: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.seats or self.gone)


class Roll:
    """The seats here, in order of coming."""

    def __init__(self) -> None:
        self._told: dict[str, Present] = {}
        self._noted: dict[str, Present | None] = {}
        self._following = 0

    @property
    def total(self) -> int:
        """Seats, as of the last `settle`."""
        return len(self._told)

    @property
    def following(self) -> int:
        """Those of them with the presenter."""
        return self._following

    @property
    def seats(self) -> tuple[Present, ...]:
        """All of them, as of the last `settle`."""
        return tuple(self._told.values())

    def note(self, seat_id: str, line: Present | None) -> bool:
        """What a seat's line is now; None when it is gone. Whether it differs from what was told.

        Only the newest is kept until `settle`.
        """
        self._noted[seat_id] = line
        return line != self._told.get(seat_id)

    def settle(self) -> Changes:
        """Take over what was noted; what came and went meanwhile, or stayed, is no change."""
        noted, self._noted = self._noted, {}
        seats, gone = [], []
        for seat_id, line in noted.items():
            before = self._told.get(seat_id)
            if line == before:
                continue
            self._following += (line is not None and line.following) - (
                before is not None and before.following
            )
            if line is None:
                del self._told[seat_id]
                gone.append(seat_id)
            else:
                self._told[seat_id] = line
                seats.append(line)
        return Changes(seats=tuple(seats), gone=tuple(gone))
