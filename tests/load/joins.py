"""Two thousand tablets join within ten seconds: what a page turn takes meanwhile.

A few are in the hall from the beginning. Each turn is for everyone welcomed before it; those
of the second five seconds, with the hall more than half full, stand beside the turn of the
same hall, full, once it is quiet. Milliseconds, medians.
"""

import sys
from math import inf
from statistics import median

from service.model import Role
from tests.load.arrivals import Arrivals
from tests.load.crowd import Crowd
from tests.load.halls import TABLETS, our_hall, our_room, spread, turn_about
from tests.load.table import Row

TURNS = 100
PACE_SECONDS = 0.2
SECONDS = 10
THERE_BEFORE = 20
LATE_SECONDS = 2
"""Those who knock at the last moment may take as long to come in."""


async def run(tablets: int = TABLETS) -> list[Row]:
    """Turns while they join, then quiet ones."""
    crowd = Crowd()
    async with our_room() as room:
        hall = await our_hall(room, crowd, THERE_BEFORE)
        turn_about([hall], 10)
        link = (await room.link(Role.MEMBER))["token"]
        arrivals = Arrivals(hall, room, link, tablets, SECONDS)
        crowd.pulse = arrivals.pulse
        during: list[float] = []
        while not arrivals.over:
            crowd.rest(PACE_SECONDS)
            arrivals.settle()
            during.append(hall.time_of_turn())
        crowd.pulse = lambda: 1.0
        crowd.rest(3)  # presence and receipts of the last ones are told by then
        quiet = turn_about([hall], TURNS)[0]
    full_half = during[len(during) // 2 :]
    sys.stderr.write(f"while they join: {spread(during)}\nquiet: {spread(quiet)}\n")
    what = f"last of those here has the turn while {tablets} join, second half (ms, median)"
    full = "the full hall, quiet"
    return [
        Row(what, median(full_half), median(quiet), full, 2.0),
        Row("the slowest of those turns (ms)", max(during), median(quiet), full, inf),
        Row(f"seconds until {tablets} are in", arrivals.seconds, None, "", SECONDS + LATE_SECONDS),
    ]
