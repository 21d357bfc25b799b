"""The socket's door: our own page, a Hello in time, a seat that may enter."""

import asyncio
from collections.abc import Callable, Collection, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, Protocol

import structlog
from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from service.api.gate import Gate, is_ours
from service.api.visit import CLOSE_CODES, Goodbye, Line, Visit, authorise, receive
from service.errors import ServiceError
from service.identity.seats import Seat, Seats
from service.meeting.meeting import Meeting
from service.observability.closes import close_word
from service.observability.watch import UNWATCHED, Watch
from service.protocol.closing import CloseCode
from service.protocol.commands import Hello
from service.realtime.budget import SeatBudgets
from service.realtime.connection import Ended
from storage.errors import StorageError

WIRE = "hanjang.wire"
"""The ASGI extension in which the server offers the connection itself (`tablet_protocol`)."""

HELLO_SECONDS = 10
"""From opening to Hello: a tablet on a bad link needs two round trips, an idle socket none."""

MOST_STRANGERS = 4_096
"""Sockets open at the same moment without a good Hello: a full hall of 2,000 that comes back
after a power cut, twice. Each may hold 4 KiB, so they take some 40 MiB at most."""

FAILED = 1011
"""Close code of a service that could not go on (RFC 6455, 7.4.1)."""

log = structlog.get_logger()


class HostedLine(Line, Protocol):
    """A line on which a visit is hosted, beyond the request that opened it."""

    @property
    def closed_with(self) -> int: ...

    def host(self, visit: Coroutine[Any, Any, None]) -> None: ...

    def trust(self) -> None: ...


class Doorstep:
    """Everybody between the handshake and the end of their visit; `clock` in milliseconds."""

    def __init__(
        self,
        gate: Gate,
        seats: Seats,
        clock: Callable[[], int],
        hello_seconds: float,
        *,
        most_strangers: int,
        watch: Watch,
    ) -> None:
        self._watch = watch
        self._gate, self._seats, self._clock = gate, seats, clock
        self._hello_seconds, self._most_strangers = hello_seconds, most_strangers
        self._strangers = 0
        self._budgets = SeatBudgets()

    async def stay(self, line: HostedLine, *, ours: bool) -> None:
        """One tablet, from its handshake to its end; `ours`: our own page opened it."""
        try:
            await self._stay(line, ours=ours)
        except Goodbye as goodbye:
            _let_go(line, goodbye.code)
        except StorageError:
            _let_go(line, CloseCode.BUSY)
        except TimeoutError:
            _let_go(line, CloseCode.EXPIRED)
        except Ended:
            pass
        except Exception:
            log.exception("a visit failed")
            line.let_go(FAILED, "")
        finally:
            self._watch.closed(line.closed_with)
            log.info("tablet_out", closed=close_word(line.closed_with))

    async def _stay(self, line: HostedLine, *, ours: bool) -> None:
        if not ours:
            raise Goodbye(CloseCode.FOREIGN)
        with self._stranger():
            hello = await self._hello(line)
            seat = await authorise(self._seats, hello)
            meeting = await self._enter(seat, hello)
        line.trust()
        log.info("tablet_in", role=seat.actor.role.value)
        visit = Visit(line, self._seats, seat, meeting, self._budgets)
        async with asyncio.timeout((seat.expires_at - self._clock()) / 1_000):
            await visit.run(hello)

    @contextmanager
    def _stranger(self) -> Iterator[None]:
        if self._strangers >= self._most_strangers:
            raise Goodbye(CloseCode.BUSY)
        self._strangers += 1
        try:
            yield
        finally:
            self._strangers -= 1

    async def _hello(self, line: Line) -> Hello:
        try:
            async with asyncio.timeout(self._hello_seconds):
                message = await receive(line)
        except TimeoutError as error:
            raise Goodbye(CloseCode.HELLO_LATE) from error
        if not isinstance(message, Hello):
            raise Goodbye(CloseCode.MALFORMED)
        return message

    async def _enter(self, seat: Seat, hello: Hello) -> Meeting:
        try:
            return await self._gate.enter(seat, hello.meeting_id)
        except ServiceError as error:
            raise Goodbye(CLOSE_CODES.get(error.code, CloseCode.BUSY)) from error


def socket_routes(
    gate: Gate,
    seats: Seats,
    origins: Collection[str],
    clock: Callable[[], int],
    *,
    hello_seconds: float = HELLO_SECONDS,
    most_strangers: int = MOST_STRANGERS,
    watch: Watch = UNWATCHED,
) -> APIRouter:
    """`/api/socket`; `clock` gives milliseconds."""
    routes = APIRouter()
    doorstep = Doorstep(
        gate, seats, clock, hello_seconds, most_strangers=most_strangers, watch=watch
    )

    @routes.websocket("/api/socket")
    async def socket(socket: WebSocket) -> None:
        line: HostedLine = socket.scope["extensions"][WIRE]
        ours = is_ours(socket.headers.get("origin"), socket.headers.get("host"), origins)
        try:
            await socket.accept()
        except WebSocketDisconnect:
            return
        line.host(doorstep.stay(line, ours=ours))

    return routes


def _let_go(line: Line, code: CloseCode) -> None:
    line.let_go(code.value, code.name.lower())
