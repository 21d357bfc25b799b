"""One page turn to every tablet of a meeting: the time until the last one has it.

Ours goes the whole way (socket, rules, SQLite commit, fan-out); beside it, in the same run
and to the same client, a bare loop of prepared-frame writes and FastAPI's `send_text` loop
send a message of the same size. Milliseconds, medians. `HANJANG_BENCH_TABLETS` chooses
how many tablets there are.
"""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.load.crowd import Crowd, Tablet, gather_crowd
from tests.load.joining import hellos
from tests.load.table import Row
from tests.support.running_service import RunningService
from tests.support.sitting import sitting

TABLETS = int(os.environ.get("HANJANG_BENCH_TABLETS", "2000"))
TURNS = 100
WARM_UP = 10
WELCOMED = b'"type":"NotesWelcome"'
"""The last of the frames that answer a Hello; who has it hears every turn from then on."""

FRAME_BYTES = 330
"""About what an Advance with a page turn takes."""


async def run() -> list[Row]:
    """Ours, the bare limit and FastAPI's loop, each with TABLETS tablets, turn about."""
    async with AsyncExitStack() as stack:
        halls = [
            await stack.enter_async_context(_ours()),
            await stack.enter_async_context(_beside("bare")),
            await stack.enter_async_context(_beside("fastapi")),
        ]
        times: list[list[float]] = [[] for _ in halls]
        for number in range(WARM_UP + TURNS):
            for hall, taken in zip(halls, times, strict=True):
                taken.append(await hall.time_of_turn(f"turn-{number}-"))
    ours, bare, fastapi = ([*taken[WARM_UP:]] for taken in times)
    what = f"last of {TABLETS} tablets has the turn (ms, median of {TURNS})"
    worst = f"slowest of {TURNS} turns (ms)"
    return [
        Row(what, median(ours), median(bare), "bare loop of prepared-frame writes", 2.0),
        Row(what, median(ours), median(fastapi), "FastAPI send_text loop", 1.0),
        Row(worst, max(ours), median(ours), "our median", 5.0),
    ]


@dataclass(slots=True)
class Hall:
    """A crowd of tablets at one server, and how to have a mark sent to all of them."""

    crowd: Crowd
    tablets: list[Tablet]
    turn: Callable[[Tablet, str], None]

    async def time_of_turn(self, mark: str) -> float:
        """Milliseconds from the leader's message until the last tablet has the mark."""
        self.crowd.expect(mark.encode(), len(self.tablets))
        begun = time.perf_counter()
        self.turn(self.tablets[0], mark)
        async with asyncio.timeout(30):
            await self.crowd.all_seen.wait()
        return (self.crowd.seen_at - begun) * 1_000


@asynccontextmanager
async def _ours() -> AsyncIterator[Hall]:
    pages = cycle((1, 2))

    def turn(leader: Tablet, mark: str) -> None:
        page = {"document_id": "d1", "version": 1, "page": next(pages)}
        leader.send({"type": "TurnPage", "command_id": mark, "page": page})

    with TemporaryDirectory() as folder:
        service = RunningService(Path(folder) / "data")
        await asyncio.to_thread(service.start)
        try:
            async with sitting(service, pages=2) as room:
                said = await hellos(room, TABLETS)
                async with _hall(service.port, "/api/socket", said, turn) as hall:
                    hall.tablets[0].send({"type": "TakeLead", "command_id": "lead"})
                    yield hall
        finally:
            await asyncio.to_thread(service.stop)


@asynccontextmanager
async def _beside(kind: str) -> AsyncIterator[Hall]:
    def turn(leader: Tablet, mark: str) -> None:
        leader.send({"mark": mark, "filling": "x" * (FRAME_BYTES - 40)})

    command = [sys.executable, "-m", "tests.load.turn_beside", kind]
    process = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        port = int(await process.stdout.readline())
        async with _hall(port, "/", [None] * TABLETS, turn) as hall:
            yield hall
    finally:
        process.kill()
        await process.wait()


@asynccontextmanager
async def _hall(
    port: int,
    path: str,
    said: list[dict[str, object] | None],
    turn: Callable[[Tablet, str], None],
) -> AsyncIterator[Hall]:
    crowd = Crowd()
    if said[0] is not None:
        crowd.expect(WELCOMED, TABLETS)
    tablets = await gather_crowd(crowd, "127.0.0.1", port, path, said)
    try:
        if said[0] is not None:
            async with asyncio.timeout(60):
                await crowd.all_seen.wait()
        yield Hall(crowd, tablets, turn)
    finally:
        for tablet in tablets:
            tablet.close()
