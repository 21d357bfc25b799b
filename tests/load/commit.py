"""What the log costs a turn: 30 tablets, with SQLite and its sync, and the same without a log.

Both are the whole service on the serving core, turn about; the one without keeps its
lines in memory. Milliseconds until the last tablet has the turn, medians.
"""

import sys
from contextlib import AsyncExitStack
from statistics import median

from tests.load.crowd import Crowd
from tests.load.halls import our_hall, our_room, spread, turn_about
from tests.load.table import Row

TURNS = 300
ROOM = 30


async def run(tablets: int = ROOM) -> list[Row]:
    """The two services, turn about."""
    crowd = Crowd()
    async with AsyncExitStack() as stack:
        rooms = [
            await stack.enter_async_context(our_room((module,)))
            for module in ("service", "tests.load.service_in_memory")
        ]
        halls = [await our_hall(room, crowd, tablets) for room in rooms]
        kept, forgotten = turn_about(halls, TURNS)
    sys.stderr.write(f"kept: {spread(kept)}\nin memory: {spread(forgotten)}\n")
    what = f"last of {tablets} tablets has the turn (ms, median of {TURNS})"
    return [Row(what, median(kept), median(forgotten), "the same without the log", 2.0)]
