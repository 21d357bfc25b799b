"""Eight hours compressed: 200,000 events through the running service, and what it costs then.

Forty hands write, erase and keep notes; the presenter turns; seats come and go. After each
tenth all rest, and resident memory, a join, its Welcome and a turn are measured: lines on
standard error that should be flat. In the end the last three tenths stand beside the first.
Times are lower quartiles, so that what else runs on the machine weighs less.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Final

from service.model import Role
from tests.load.crowd import Crowd
from tests.load.guest import visit
from tests.load.halls import OurHall, hello, our_hall, our_room, take_seats, turn_about
from tests.load.hours_hands import Hand, give_all
from tests.load.said import text
from tests.load.table import Row
from tests.support.sitting import Sitting

EVENTS: Final = 200_000
PARTS: Final = 10
DOCUMENTS: Final = 3
PAGES: Final = 20
HANDS: Final = 40
TURNS: Final = 50
GUESTS: Final = 50
TURN_EVERY: Final = 500
SOME: Final = 3
"""Parts at each end that are compared."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What it costs after so many events: MiB, ms, bytes, ms."""

    events: int
    memory: float
    join: float
    welcome: float
    turn: float


async def run(events: int = EVENTS) -> list[Row]:
    """All parts, and the ends compared."""
    crowd, samples, given = Crowd(), list[Sample](), 0
    async with our_room(pages=PAGES, documents=DOCUMENTS) as room:
        hall = await our_hall(room, crowd, 1 + HANDS)
        hall.tablets[0].send(text({"type": "AllowWriting", "command_id": "all", "allowed": True}))
        crowd.rest(0.5)
        link = (await room.link(Role.MEMBER))["token"]
        hands = [Hand(it, n, DOCUMENTS, PAGES) for n, it in enumerate(hall.tablets[1:])]
        for _ in range(PARTS):
            for _ in range(max(1, events // PARTS // TURN_EVERY)):
                give_all(crowd, hands, min(TURN_EVERY, events // PARTS) - 1)
                hall.time_of_turn()
            given = sum(hand.given for hand in hands)
            samples.append(_look(room, hall, link, given))
        refused = sum(hand.refused.seen for hand in hands)
    compared: list[tuple[str, Callable[[Sample], float], float]] = [
        ("resident memory of the service (MiB)", lambda it: it.memory, 1.1),
        ("a join, Hello to welcomed (ms)", lambda it: it.join, 1.2),
        ("bytes of a Welcome", lambda it: it.welcome, 1.2),
        (f"last of {HANDS + 1} tablets has the turn (ms)", lambda it: it.turn, 1.2),
    ]
    when = f"the same in the first {SOME} of {PARTS} parts"
    rows = [
        Row(
            f"{what} after {given:,} events",
            median(map(of, samples[-SOME:])),
            median(map(of, samples[:SOME])),
            *(when, limit),
        )
        for what, of, limit in compared
    ]
    return [*rows, Row("commands refused", refused, None, "", 0)]


def _look(room: Sitting, hall: OurHall, link: str, given: int) -> Sample:
    """Measure at rest; guests come with seats of their own, and go."""
    port = room.service.port
    visits = [visit(port, hello(room, token)) for token in take_seats(room, link, GUESTS)]
    turn = _undisturbed(turn_about([hall], TURNS)[0])
    sample = Sample(
        given,
        room.service.memory() / 1024**2,
        _undisturbed([each.ms for each in visits]),
        median(each.welcome for each in visits),
        turn,
    )
    sys.stderr.write(
        f"{given:9,} events: memory {sample.memory:.1f} MiB, join {sample.join:.2f} ms,"
        f" Welcome {sample.welcome:,.0f} bytes, turn {sample.turn:.2f} ms\n"
    )
    sys.stderr.flush()
    return sample


def _undisturbed(times: list[float]) -> float:
    return quantiles(times, n=4)[0]
