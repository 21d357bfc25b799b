"""Halls full of tablets: ours, and the servers that a turn is measured beside.

All of them listen in one crowd, so the tablets of a hall that waits still answer pings.
"""

import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from itertools import count, cycle
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from service.model import Role
from service.protocol.message import PROTOCOL_VERSION
from tests.load.cores import on_the_serving_core
from tests.load.crowd import Crowd, Tablet, gather
from tests.load.said import HOST, text
from tests.support import pdfs
from tests.support.running_service import RunningService
from tests.support.sitting import Sitting, is_settled, sitting

TABLETS = int(os.environ.get("HANJANG_BENCH_TABLETS", "2000"))
SOCKET = "/api/socket"
WELCOMED = b'"type":"NotesWelcome"'
"""The last of the frames that answer a Hello; who has it hears every turn from then on."""

FRAME_BYTES = 330
"""About what an Advance with a page turn takes."""

BREATH_SECONDS = 0.02
"""Between two turns: what a server does after its fan-out is not counted against the next."""

_numbers = count(1)


class Hall:
    """Tablets at one server, and how to have a mark sent to all of them."""

    def __init__(self, crowd: Crowd, tablets: list[Tablet], turn: Callable[[str], None]) -> None:
        self.crowd, self.tablets, self.turn = crowd, tablets, turn

    def time_of_turn(self) -> float:
        """Milliseconds from the leader's message until the last tablet has the mark."""
        mark = f"turn-{next(_numbers)}-"
        self.crowd.rest(BREATH_SECONDS)
        self.crowd.expect(mark.encode(), len(self.tablets))
        begun = time.perf_counter()
        self.turn(mark)
        self.crowd.until_seen()
        return (self.crowd.seen_at - begun) * 1_000


class OurHall(Hall):
    """At our service: the first tablet leads, and turns between pages 1 and 2 of d1."""

    def __init__(self, crowd: Crowd, tablets: list[Tablet]) -> None:
        super().__init__(crowd, tablets, self._turn)
        self.page = page(1)
        self._pages = cycle((page(2), page(1)))
        tablets[0].send(text({"type": "TakeLead", "command_id": "lead"}))

    def say_where(self) -> None:
        """Every tablet tells that it shows the page."""
        reached = self.reached()
        for tablet in self.tablets:
            tablet.send(reached)

    def reached(self) -> bytes:
        """What a tablet says that shows the page."""
        return text({"type": "PageReached", "page": self.page, "following": True})

    def _turn(self, mark: str) -> None:
        self.page = next(self._pages)
        self.tablets[0].send(text({"type": "TurnPage", "command_id": mark, "page": self.page}))


def turn_about(halls: Sequence[Hall], turns: int, warm_up: int = 10) -> list[list[float]]:
    """Milliseconds of each turn in each hall; one turn here, one there, and so on."""
    times: list[list[float]] = [[] for _ in halls]
    for _ in range(warm_up + turns):
        for hall, taken in zip(halls, times, strict=True):
            taken.append(hall.time_of_turn())
    return [taken[warm_up:] for taken in times]


@asynccontextmanager
async def our_room(
    program: tuple[str, ...] = ("service",), pages: int = 2, documents: int = 1
) -> AsyncIterator[Sitting]:
    """An open meeting with documents d1, d2 and so on, at a service on the serving core."""
    with TemporaryDirectory(prefix="hanjang-bench-") as folder:
        service = RunningService(Path(folder) / "data", program=program)
        with on_the_serving_core():
            service.start()
        try:
            async with sitting(service, pages=pages) as room:
                await _prepare(room, pages, documents)
                yield room
        finally:
            service.stop()


async def _prepare(room: Sitting, pages: int, documents: int) -> None:
    """All documents are there, drawn and read: drawing would take the cores, too."""
    for number in range(2, documents + 1):
        data = pdfs.good(pages, seed=1_000 + number)
        answer = await room.secretary.upload(room.meeting_id, f"d{number}", data)
        assert answer.status == 201, answer.body
    tablet = await room.tablet_of(room.secretary)
    for number in range(1, documents + 1):
        await tablet.sees(partial(is_settled, tablet, f"d{number}"), 120)
    await tablet.go()


async def our_hall(room: Sitting, crowd: Crowd, tablets: int) -> OurHall:
    """A presenter's tablet, which leads, and members'."""
    return OurHall(crowd, come_in(room, crowd, await hellos(room, tablets)))


async def hellos(room: Sitting, tablets: int) -> list[bytes]:
    """The first frames of a presenter's tablet and of members', who took seats by one link."""
    presenter = (await room.seat(Role.PRESENTER)).token
    link = (await room.link(Role.MEMBER))["token"]
    return [hello(room, token) for token in (presenter, *take_seats(room, link, tablets - 1))]


def come_in(room: Sitting, crowd: Crowd, said: list[bytes]) -> list[Tablet]:
    """Tablets that have been welcomed."""
    crowd.expect(WELCOMED, len(said))
    tablets = gather(crowd, room.service.port, SOCKET, [*said])
    crowd.until_seen()
    return tablets


def page(number: int, document: str = "d1") -> dict[str, object]:
    """A page of a document, as it goes over the wire."""
    return {"document_id": document, "version": 1, "page": number}


def take_seats(room: Sitting, link: str, seats: int) -> Iterator[str]:
    """The tokens of members who join by a link."""
    door = http.client.HTTPConnection(HOST, room.service.port)
    for number in range(seats):
        body = json.dumps({"link": link, "name": f"{number}번"})
        door.request("POST", "/api/join", body, {"Content-Type": "application/json"})
        yield json.load(door.getresponse())["token"]
    door.close()


def hello(room: Sitting, token: str) -> bytes:
    """The first frame of a tablet that has nothing yet."""
    said = {"type": "Hello", "protocol": PROTOCOL_VERSION, "meeting_id": room.meeting_id}
    return text({**said, "token": token})


@contextmanager
def hall_beside(kind: str, crowd: Crowd, tablets: int) -> Iterator[Hall]:
    """A hall of `turn_beside`."""
    command = [sys.executable, "-m", "tests.load.turn_beside", kind]
    with on_the_serving_core():
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        port = int(process.stdout.readline())
        there = gather(crowd, port, "/", [None] * tablets)
        filling = "x" * (FRAME_BYTES - 40)
        yield Hall(
            crowd, there, lambda mark: there[0].send(text({"mark": mark, "filling": filling}))
        )
    finally:
        process.kill()
        process.wait()


def spread(times: list[float]) -> str:
    """A median with its extremes, for the eye."""
    return f"{median(times):.2f} ms (from {min(times):.2f} to {max(times):.2f})"
