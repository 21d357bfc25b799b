"""The socket's door with a clock of ours: no Hello in time, and a link that ends meanwhile."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass

import pytest
from fastapi import FastAPI
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from service.api.gate import Gate
from service.api.socket import socket_routes
from service.identity.links import HOUR, Links
from service.identity.seats import Seats
from service.meeting.meeting import Meeting
from service.meeting.registry import Registry
from service.model import Role
from service.protocol.closing import CloseCode
from service.protocol.orders import CreateMeeting
from service.protocol.signals import PageReached
from service.realtime.budget import SEVERAL, signal_budget
from service.server import Server, bound_socket
from storage.open import memory_storage
from tests.support.clock import Clock
from tests.support.raw_socket import raw_socket
from tests.support.tablet import Tablet
from tests.support.until import until

HELLO_SECONDS = 0.05
MOST_STRANGERS = 3
MEETING = "m1"


@dataclass(frozen=True, slots=True)
class Door:
    """A service that has a socket and nothing else."""

    origin: str
    clock: Clock
    links: Links
    seats: Seats

    async def seat(self) -> str:
        """The token of a member whose link lives for an hour."""
        link = await self.links.make(MEETING, Role.MEMBER, None, 1)
        _, token = await self.seats.take(link.record, "김유성", None)
        return token


async def nothing_to_catch_up(meeting: Meeting) -> None:
    """No page is drawn here."""


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    storage, clock = memory_storage(), Clock()
    links = Links(storage.catalog, b"secret", clock)
    seats = Seats(storage.catalog, links, b"secret", clock)
    registry = Registry(storage.log, clock, nothing_to_catch_up)
    order = CreateMeeting(command_id="c", meeting_id=MEETING, title="회의", place="", starts_at=1)
    await registry.order(MEETING, order)
    app = FastAPI()
    app.include_router(
        socket_routes(
            Gate(seats, registry),
            seats,
            (),
            clock,
            hello_seconds=HELLO_SECONDS,
            most_strangers=MOST_STRANGERS,
        )
    )
    place = bound_socket("127.0.0.1", 0)
    server = Server(app, place)
    await server.start()
    yield Door(f"http://127.0.0.1:{place.getsockname()[1]}", clock, links, seats)
    await server.stop()
    place.close()


async def test_who_says_nothing_is_asked_to_come_back(door: Door) -> None:
    address = f"ws{door.origin.removeprefix('http')}/api/socket"
    async with connect(address, proxy=None) as socket:
        with pytest.raises(ConnectionClosed):
            await socket.recv()
        assert socket.close_code == CloseCode.HELLO_LATE


async def test_who_said_hello_may_be_silent_for_longer(door: Door) -> None:
    tablet = Tablet(door.origin, await door.seat(), MEETING)
    await tablet.come_in()
    await until(lambda: tablet.presence is not None)  # told 0.25 s after coming in
    assert tablet.closed_with is None
    await tablet.go()


async def test_a_seat_ends_with_its_link_in_the_middle_of_a_meeting(door: Door) -> None:
    token = await door.seat()
    door.clock.advance(HOUR - 100)
    tablet = Tablet(door.origin, token, MEETING, stays=True)
    await tablet.come_in()
    door.clock.advance(100)
    assert await tablet.is_closed() == CloseCode.EXPIRED
    again = Tablet(door.origin, token, MEETING)
    with pytest.raises(AssertionError, match="closed"):
        await again.come_in()
    assert await again.is_closed() == CloseCode.EXPIRED


async def test_more_strangers_than_may_wait_are_asked_to_come_back(door: Door) -> None:
    async with AsyncExitStack() as stack:
        strangers = [await stack.enter_async_context(raw_socket(door.origin)) for _ in range(5)]
        for stranger in strangers:
            await stranger.upgraded()
        codes = [await stranger.closed() for stranger in strangers]
        assert codes == [CloseCode.HELLO_LATE] * MOST_STRANGERS + [CloseCode.BUSY] * 2
        # Who said Hello, or is gone, leaves the place to another.
        tablets = [Tablet(door.origin, await door.seat(), MEETING) for _ in range(5)]
        for tablet in tablets:
            await tablet.come_in()
        for tablet in tablets:
            await tablet.go()


async def test_all_tablets_of_one_seat_share_what_it_may_send(door: Door) -> None:
    token, other = await door.seat(), await door.seat()
    mine = [Tablet(door.origin, token, MEETING) for _ in range(SEVERAL + 2)]
    for tablet in [*mine, neighbour := Tablet(door.origin, other, MEETING)]:
        await tablet.come_in()
    each = int(signal_budget().burst) - 10
    for tablet in mine:
        with suppress(ConnectionClosed):
            for _ in range(each):
                await tablet.send(PageReached(page=None, following=True))
    await until(lambda: any(tablet.closed_with is not None for tablet in mine))
    assert {tablet.closed_with for tablet in mine} <= {None, CloseCode.FLOODING}
    await neighbour.greeted_again()
    for tablet in [*mine, neighbour]:
        await tablet.go()
