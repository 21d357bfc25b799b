"""A Welcome after 200,000 events, beside one after 200: its bytes, and the time it takes.

Two meetings with the same packet, each at a service of its own on the serving core. Their
logs are written straight into the stores, then the services are started again; fresh tablets
join turn about. Milliseconds from Hello until both logs are answered for, medians.
"""

from contextlib import AsyncExitStack
from math import inf
from statistics import median
from typing import Final

from service.model import Role
from tests.load.cores import on_the_serving_core
from tests.load.guest import Visit, visit
from tests.load.halls import hello, our_room, take_seats
from tests.load.long_log import lengthen
from tests.load.table import Row
from tests.support.sitting import Sitting

EVENTS: Final = 200_000
FEW: Final = 200
DOCUMENTS: Final = 3
PAGES: Final = 20
JOINS: Final = 100


async def run(events: int = EVENTS) -> list[Row]:
    """The short meeting and the long one."""
    async with AsyncExitStack() as stack:
        rooms = [await _room(stack) for _ in range(2)]
        hellos = [await _seats(room) for room in rooms]
        for room, length in zip(rooms, (FEW, events), strict=True):
            room.service.stop()
            await lengthen(room.service.data, room.meeting_id, length)
            with on_the_serving_core():
                room.service.start()
        visits = [
            [visit(room.service.port, said) for room, said in zip(rooms, pair, strict=True)]
            for pair in zip(*hellos, strict=True)
        ]
    (first_short, first_long), *later = visits
    short, long = [list[Visit](column) for column in zip(*later, strict=True)]
    beside = f"after {FEW}"
    return [
        Row(f"bytes of a Welcome after {events:,} events", *_sizes(long, short), beside, 1.2),
        Row(
            f"ms from Hello to welcomed after {events:,} events", *_times(long, short), beside, 1.2
        ),
        Row("the same, first after a restart (ms)", first_long.ms, first_short.ms, beside, inf),
    ]


async def _room(stack: AsyncExitStack) -> Sitting:
    return await stack.enter_async_context(our_room(pages=PAGES, documents=DOCUMENTS))


async def _seats(room: Sitting) -> list[bytes]:
    link = (await room.link(Role.MEMBER))["token"]
    return [hello(room, token) for token in take_seats(room, link, JOINS + 1)]


def _sizes(long: list[Visit], short: list[Visit]) -> tuple[float, float]:
    return median(each.welcome for each in long), median(each.welcome for each in short)


def _times(long: list[Visit], short: list[Visit]) -> tuple[float, float]:
    return median(each.ms for each in long), median(each.ms for each in short)
