"""One page turn to every tablet of a meeting: the time until the last one has it.

Ours goes the whole way (socket, rules, SQLite commit, fan-out); beside it, in the same run
and to the same client, a bare loop of prepared-frame writes and FastAPI's `send_text` loop
send a message of the same size. Milliseconds, medians. `HANJANG_BENCH_TABLETS` chooses
how many tablets there are.
"""

import asyncio
import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from tests.load.crowd import Crowd, Tablet, gather_crowd
from tests.load.table import Row
from tests.support.pdfs import good
from tests.support.running_service import RunningService

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
            hellos = await asyncio.to_thread(_furnish, service)
            async with _hall(service.port, "/api/socket", hellos, turn) as hall:
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
    hellos: list[dict[str, object] | None],
    turn: Callable[[Tablet, str], None],
) -> AsyncIterator[Hall]:
    crowd = Crowd()
    if hellos[0] is not None:
        crowd.expect(WELCOMED, TABLETS)
    tablets = await gather_crowd(crowd, "127.0.0.1", port, path, hellos)
    try:
        if hellos[0] is not None:
            async with asyncio.timeout(60):
                await crowd.all_seen.wait()
        yield Hall(crowd, tablets, turn)
    finally:
        for tablet in tablets:
            tablet.close()


def _furnish(service: RunningService) -> list[dict[str, object] | None]:
    """An open meeting with a document of two pages, and a Hello for every tablet."""
    call = _caller(service.origin)
    secretary = call("POST", "/api/join", {"link": service.secretary_link})["token"]
    meeting = call("POST", "/api/meetings", {"title": "회의", "starts_at": 0}, secretary)
    at = f"/api/meetings/{meeting['meeting_id']}"
    item = {"item_id": "i1", "title": "안건", "department": "", "reporter": "", "minutes": 0}
    for command in (
        {"type": "AddItem", "command_id": "item", "item": item, "index": 0},
        {"type": "OpenMeeting", "command_id": "open"},
    ):
        call("POST", f"{at}/commands", command, secretary)
    call("PUT", f"{at}/documents/d1?item_id=i1&name=x.pdf", good(2), secretary)

    def link_for(role: str) -> str:
        url: str = call("POST", f"{at}/links", {"role": role}, secretary)["url"]
        return url.partition("#")[2]

    def hello(link: str, name: str) -> dict[str, object]:
        token = call("POST", "/api/join", {"link": link, "name": name})["token"]
        meeting_id = meeting["meeting_id"]
        return {"type": "Hello", "protocol": 1, "token": token, "meeting_id": meeting_id}

    members = link_for("member")
    followers = [hello(members, f"{number}번") for number in range(1, TABLETS)]
    return [hello(link_for("presenter"), "발표자"), *followers]


def _caller(origin: str) -> Callable[..., Any]:
    def call(method: str, path: str, body: object, token: str = "") -> Any:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
        request = urllib.request.Request(  # noqa: S310  our own server on loopback
            origin + path, data, headers, method=method
        )
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
            return json.load(answer)

    return call
