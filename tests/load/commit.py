"""What the log costs a turn: 30 tablets, with SQLite and its sync, and the same without a log.

Both are the whole service on the serving core, turn about; the one without keeps its
lines in memory. Milliseconds until the last tablet has the turn, medians. A bare sync to
the same disk is measured between the turns: on a disk that is busy it makes the ratio.
"""

import os
import sys
import time
from contextlib import AsyncExitStack
from io import FileIO
from math import inf
from statistics import median

from tests.load.crowd import Crowd
from tests.load.halls import our_hall, our_room, spread, turn_about
from tests.load.table import Row

TURNS = 300
ROOM = 30


async def run(tablets: int = ROOM) -> list[Row]:
    """The two services and the disk itself, turn about."""
    crowd, disk = Crowd(), list[float]()
    kept, forgotten = list[float](), list[float]()
    async with AsyncExitStack() as stack:
        rooms = [
            await stack.enter_async_context(our_room((module,)))
            for module in ("service", "tests.load.service_in_memory")
        ]
        halls = [await our_hall(room, crowd, tablets) for room in rooms]
        turn_about(halls, 10)
        with (rooms[0].service.data / "sync").open("ab", buffering=0) as file:
            for _ in range(TURNS):
                kept.append(halls[0].time_of_turn())
                forgotten.append(halls[1].time_of_turn())
                disk.append(_sync(file))
    sys.stderr.write(f"kept: {spread(kept)}\nin memory: {spread(forgotten)}\n")
    sys.stderr.write(f"a page added to a file and synced: {spread(disk)}\n")
    what = f"last of {tablets} tablets has the turn (ms, median of {TURNS})"
    beside, without = "the same without the log", median(forgotten)
    return [
        Row(what, median(kept), without, beside, 2.0),
        Row(
            "the same, less what a bare sync takes",
            median(kept) - median(disk),
            without,
            beside,
            inf,
        ),
    ]


def _sync(file: FileIO) -> float:
    """Milliseconds to add a page to a file and have it on disk."""
    begun = time.perf_counter()
    file.write(bytes(4_096))
    os.fdatasync(file.fileno())
    return (time.perf_counter() - begun) * 1_000
