"""The socket's door: our own page, a Hello in time, a seat that may enter."""

import asyncio
from collections.abc import Callable, Collection

from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from service.api.gate import Gate, is_ours
from service.api.visit import CLOSE_CODES, Goodbye, Visit, authorise, receive
from service.errors import ServiceError
from service.identity.seats import Seat, Seats
from service.meeting.meeting import Meeting
from service.protocol.closing import CloseCode
from service.protocol.commands import Hello
from service.realtime.connection import Wire
from storage.errors import StorageError

WIRE = "hanjang.wire"
"""The ASGI extension in which the server offers the connection itself (`tablet_protocol`)."""

HELLO_SECONDS = 10
"""From opening to Hello: a tablet on a bad link needs two round trips, an idle socket none."""


def socket_routes(
    gate: Gate,
    seats: Seats,
    origins: Collection[str],
    clock: Callable[[], int],
    hello_seconds: float = HELLO_SECONDS,
) -> APIRouter:
    """`/api/socket`; `clock` gives milliseconds."""
    routes = APIRouter()

    @routes.websocket("/api/socket")
    async def socket(socket: WebSocket) -> None:
        await socket.accept()
        wire: Wire = socket.scope["extensions"][WIRE]
        try:
            if not is_ours(socket.headers.get("origin"), socket.headers.get("host"), origins):
                raise Goodbye(CloseCode.FOREIGN)
            hello = await _hello(socket, hello_seconds)
            seat = await authorise(seats, hello)
            meeting = await _enter(gate, seat, hello)
            visit = Visit(socket, wire, seats, seat, meeting)
            async with asyncio.timeout((seat.expires_at - clock()) / 1_000):
                await visit.run(hello)
        except Goodbye as goodbye:
            wire.let_go(goodbye.code.value, goodbye.code.name.lower())
        except StorageError:
            wire.let_go(CloseCode.BUSY.value, CloseCode.BUSY.name.lower())
        except TimeoutError:
            wire.let_go(CloseCode.EXPIRED.value, CloseCode.EXPIRED.name.lower())
        except WebSocketDisconnect:
            pass

    return routes


async def _hello(socket: WebSocket, seconds: float) -> Hello:
    try:
        async with asyncio.timeout(seconds):
            message = await receive(socket)
    except TimeoutError as error:
        raise Goodbye(CloseCode.HELLO_LATE) from error
    if not isinstance(message, Hello):
        raise Goodbye(CloseCode.MALFORMED)
    return message


async def _enter(gate: Gate, seat: Seat, hello: Hello) -> Meeting:
    try:
        return await gate.enter(seat, hello.meeting_id)
    except ServiceError as error:
        raise Goodbye(CLOSE_CODES.get(error.code, CloseCode.BUSY)) from error
