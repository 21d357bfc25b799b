"""Whoever does not speak the wire is shown out with a code, and the room notices nothing."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from service.model import Role
from service.protocol import commands as c
from service.protocol.closing import CloseCode
from service.protocol.codec import encode
from service.protocol.message import MAX_MESSAGE_BYTES, PROTOCOL_VERSION
from service.protocol.signals import PageReached
from service.tablet_wire import MOST_BYTES_OF_A_STRANGER
from tests.support.running_service import RunningService
from tests.support.sitting import Sitting, page, sitting
from tests.support.tablet import PATIENCE_SECONDS, Tablet

TURN = '{"type":"TurnPage","command_id":"c1","page":{"document_id":"d1","version":1,"page":1}}'
WRONG_UTF8 = 1007
"""A close code of the WebSocket protocol itself (RFC 6455, 7.4.1)."""

FIRST: dict[str, tuple[str | bytes, CloseCode]] = {
    "not JSON": ("hello?", CloseCode.MALFORMED),
    "nothing": ("", CloseCode.MALFORMED),
    "a number": ("7", CloseCode.MALFORMED),
    "binary": (b"{}", CloseCode.MALFORMED),
    "no type": ("{}", CloseCode.MALFORMED),
    "unknown type": ('{"type":"Shutdown"}', CloseCode.MALFORMED),
    "an order of the service": (
        '{"type":"ReportPages","command_id":"c","document_id":"d"}',
        CloseCode.MALFORMED,
    ),
    "a command before Hello": (TURN, CloseCode.MALFORMED),
    "deeply nested": ("[" * MOST_BYTES_OF_A_STRANGER, CloseCode.MALFORMED),
    "longer than a Hello": (" " * (MOST_BYTES_OF_A_STRANGER + 1), CloseCode.OVERSIZED),
    "oversized": (json.dumps("x" * MAX_MESSAGE_BYTES), CloseCode.OVERSIZED),
}

LATER: dict[str, tuple[str | bytes, int]] = {
    "unknown field": (TURN.replace('"c1"', '"c1","as":"chair"'), CloseCode.MALFORMED),
    "missing field": ('{"type":"TurnPage","command_id":"c1"}', CloseCode.MALFORMED),
    "id out of its alphabet": (TURN.replace("c1", "../c1"), CloseCode.MALFORMED),
    "page zero": (TURN.replace('"page":1', '"page":0'), CloseCode.MALFORMED),
    "a frame of the service": ('{"type":"Accepted","command_id":"c1"}', CloseCode.MALFORMED),
    "binary": (TURN.encode(), CloseCode.MALFORMED),
    "oversized by its bytes": (f'"{"가" * (MAX_MESSAGE_BYTES // 2)}"', CloseCode.OVERSIZED),
    "deeply nested": ("[" * 100_000, CloseCode.MALFORMED),
    "beyond what is ever read": ("x" * (40 * MAX_MESSAGE_BYTES), CloseCode.OVERSIZED),
}


@asynccontextmanager
async def undisturbed(service: RunningService) -> AsyncIterator[Sitting]:
    """A meeting that is led before and after, with nobody in it closed or greeted again."""
    async with sitting(service) as room:
        presenter, member = await room.leading(), await room.tablet(Role.MEMBER)
        yield room
        assert await presenter.ask(c.TurnPage, page=page(3)) is None
        await member.sees_page(page(3))
        assert member.state == presenter.state
        assert member.greetings == ["Welcome", "NotesWelcome", "NotesWelcome"]


@asynccontextmanager
async def socket_to(room: Sitting, **more: Any) -> AsyncIterator[ClientConnection]:
    """A bare socket that says nothing by itself."""
    address = f"ws{room.service.origin.removeprefix('http')}/api/socket"
    socket = await connect(address, compression=None, proxy=None, **more)
    try:
        yield socket
    finally:
        # A transport of CPython 3.11 that ended itself with its last write, long after its own
        # `close`, has no loop left to be aborted on.
        with suppress(AttributeError):
            await socket.close()


async def closed(socket: ClientConnection) -> int:
    """Listen to the end, and say with which code it came."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        with suppress(ConnectionClosed):
            async for _ in socket:
                pass
    assert socket.close_code is not None
    return socket.close_code


def hello(room: Sitting, token: str, **more: Any) -> str:
    said = c.Hello(protocol=PROTOCOL_VERSION, token=token, meeting_id=room.meeting_id)
    return json.dumps({**json.loads(encode(said)), **more})


@pytest.mark.parametrize("name", FIRST)
async def test_a_first_message_that_is_no_hello(service: RunningService, name: str) -> None:
    message, code = FIRST[name]
    async with undisturbed(service) as room, socket_to(room) as socket:
        with suppress(ConnectionClosed):  # the service may be quicker than a long message
            await socket.send(message)
        assert await closed(socket) == code


@pytest.mark.parametrize("name", LATER)
async def test_a_message_that_is_none_of_ours(service: RunningService, name: str) -> None:
    message, code = LATER[name]
    async with undisturbed(service) as room, socket_to(room) as socket:
        await socket.send(hello(room, (await room.seat(Role.MEMBER)).token))
        with suppress(ConnectionClosed):  # the service may be quicker than a long message
            await socket.send(message)
        assert await closed(socket) == code


async def test_text_that_is_no_utf8(service: RunningService) -> None:
    async with undisturbed(service) as room, socket_to(room) as socket:
        await socket.send(b'{"type":"\xff\xfe"}', text=True)
        assert await closed(socket) == WRONG_UTF8


async def test_a_hello_in_fragments_is_a_hello(service: RunningService) -> None:
    async with undisturbed(service) as room, socket_to(room) as socket:
        said = hello(room, (await room.seat(Role.MEMBER, "김유성")).token)
        await socket.send([said[start : start + 7] for start in range(0, len(said), 7)])
        assert json.loads(await socket.recv())["you"]["name"] == "김유성"


async def test_another_protocol_version_reloads(service: RunningService) -> None:
    async with undisturbed(service) as room, socket_to(room) as socket:
        token = (await room.seat(Role.MEMBER)).token
        await socket.send(hello(room, token, protocol=PROTOCOL_VERSION + 1))
        assert await closed(socket) == CloseCode.OUTDATED


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:1"])
async def test_a_page_of_somebody_else(service: RunningService, origin: str) -> None:
    async with undisturbed(service) as room, socket_to(room, origin=origin) as socket:
        assert await closed(socket) == CloseCode.FOREIGN


async def test_our_own_page(service: RunningService) -> None:
    async with undisturbed(service) as room, socket_to(room, origin=service.origin) as socket:
        await socket.send(hello(room, (await room.seat(Role.MEMBER)).token))
        assert json.loads(await socket.recv())["type"] == "Welcome"


async def test_a_second_hello_for_another_seat_or_meeting(service: RunningService) -> None:
    async with undisturbed(service) as room, sitting(service, pages=0) as other:
        mine = (await room.seat(Role.MEMBER)).token
        for second in (
            hello(room, (await room.seat(Role.MEMBER)).token),
            hello(other, mine),
        ):
            async with socket_to(room) as socket:
                await socket.send(hello(room, mine))
                await socket.send(second)
                assert await closed(socket) == CloseCode.ELSEWHERE


@pytest.mark.parametrize(
    ("count", "message"),
    [
        (3_000, lambda number: c.LeaveLead(command_id=f"c{number}")),
        (1_000, lambda _: PageReached(page=None, following=True)),
    ],
    ids=["commands", "signals"],
)
async def test_flooding(
    service: RunningService, count: int, message: Callable[[int], c.Command | PageReached]
) -> None:
    async with undisturbed(service) as room:
        tablet = await room.tablet(Role.MEMBER)
        await flood(tablet, count, message)
        assert await tablet.is_closed() == CloseCode.FLOODING


async def flood(
    tablet: Tablet, count: int, message: Callable[[int], c.Command | PageReached]
) -> None:
    with suppress(ConnectionClosed):
        for number in range(count):
            await tablet.send(message(number))
