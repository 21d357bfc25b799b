"""What the log costs a turn: 30 tablets, with SQLite and its sync, and the same without a log.

Both are the whole service on the serving core, turn about; the one without keeps its
lines in memory. Milliseconds until the last tablet has the turn, medians. What the disk
itself takes meanwhile is told on standard error: a disk that is busy makes the ratio.
"""

import os
import sys
import time
from contextlib import AsyncExitStack
from pathlib import Path
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
        disk = syncs(rooms[0].service.data / "sync")
        kept, forgotten = turn_about(halls, TURNS)
        disk += syncs(rooms[0].service.data / "sync")
    sys.stderr.write(f"kept: {spread(kept)}\nin memory: {spread(forgotten)}\n")
    sys.stderr.write(f"a bare write and sync, before and after: {spread(disk)}\n")
    what = f"last of {tablets} tablets has the turn (ms, median of {TURNS})"
    return [Row(what, median(kept), median(forgotten), "the same without the log", 2.0)]


def syncs(file: Path, times: int = 50) -> list[float]:
    """Milliseconds to add a page to a file and have it on disk, so many times."""
    taken = []
    with file.open("ab", buffering=0) as growing:
        for _ in range(times):
            begun = time.perf_counter()
            growing.write(bytes(4_096))
            os.fdatasync(growing.fileno())
            taken.append((time.perf_counter() - begun) * 1_000)
    return taken
