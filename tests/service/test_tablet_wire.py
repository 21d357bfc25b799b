"""A wire alone: who is silent is found, who lives is not bothered, who floods is shown out."""

import asyncio
import gc

import pytest
from websockets.server import ServerProtocol

from service.http_protocol import BoundedHttp
from service.protocol.closing import CloseCode
from service.realtime.connection import KEEPS_UP_BYTES
from service.realtime.framing import text_frame
from service.tablet_protocol import TabletProtocol
from service.tablet_wire import MOST_ASIDES, SMALL_PART_BYTES
from tests.support.echo_server import echo_server
from tests.support.raw_socket import (
    CLOSE,
    CUT,
    PART,
    PING,
    PONG,
    TEXT,
    RawSocket,
    frame,
    raw_socket,
    upgrade,
)
from tests.support.until import until

BEAT_SECONDS = 0.18
"""Slices of 10 ms."""


async def says_back(socket: RawSocket, said: bytes) -> None:
    """Both directions work."""
    socket.send(frame(TEXT, said))
    assert await socket.frame() == (TEXT, said)


async def answers_pings(socket: RawSocket, times: int) -> None:
    """A browser whose page sleeps: it says nothing, and answers pings."""
    for _ in range(times):
        while (came := await socket.any_frame())[0] != PING:
            assert came[0] != CLOSE
        socket.send(frame(PONG, came[1]))


async def test_a_silent_tablet_that_answers_pings_stays() -> None:
    async with echo_server(BEAT_SECONDS) as echo, raw_socket(echo.origin) as socket:
        await socket.upgraded()
        await answers_pings(socket, 10)
        await says_back(socket, b"awake")


async def test_a_tablet_that_answers_nothing_is_cut_off() -> None:
    async with (
        echo_server(BEAT_SECONDS) as echo,
        raw_socket(echo.origin) as deaf,
        raw_socket(echo.origin) as other,
    ):
        await deaf.upgraded()
        await other.upgraded()
        async with asyncio.timeout(20):
            while not echo.ended:
                await answers_pings(other, 1)
        assert await deaf.closed() == CUT
        await says_back(other, b"still here")


async def test_a_tablet_whose_end_fell_silent_with_much_on_its_way_is_cut_off() -> None:
    async with echo_server(BEAT_SECONDS) as echo, raw_socket(echo.origin) as socket:
        await socket.upgraded()
        await until(lambda: bool(echo.wires))
        socket.writer.transport.pause_reading()  # type: ignore[attr-defined]  # TCP's has it
        wire = echo.wires[0]
        for _ in range(400):
            wire.write(text_frame(b"x" * KEEPS_UP_BYTES))
        assert wire.backlog() > KEEPS_UP_BYTES
        await until(lambda: echo.ended == 1)


async def test_nobody_is_judged_while_the_service_itself_is_busy() -> None:
    async with echo_server(BEAT_SECONDS) as echo, raw_socket(echo.origin) as socket:
        await socket.upgraded()
        echo.may_answer.clear()
        socket.send(frame(TEXT, b"first") + frame(TEXT, b"second"))
        # The pongs behind it are not read before the first message is dealt with.
        for _ in range(10):
            socket.send(frame(TEXT, b"more"))
            await answers_pings(socket, 1)
        echo.may_answer.set()
        assert await socket.frame() == (TEXT, b"first")
        assert await socket.frame() == (TEXT, b"second")


@pytest.mark.parametrize(
    "sent",
    [frame(PING, b"?"), frame(PONG), frame(PART, b"x" * (SMALL_PART_BYTES - 1), first=0)],
    ids=["pings", "pongs", "small parts"],
)
async def test_a_flood_of_what_brings_nothing(sent: bytes) -> None:
    async with echo_server() as echo, raw_socket(echo.origin) as socket:
        await socket.upgraded()
        empty = frame(PART, first=0)
        first = frame(TEXT, b"begun", first=0) if sent[0] == PART else b""
        allowed = empty if first else sent
        socket.send(first + allowed * (MOST_ASIDES - 1))
        socket.send(frame(PART) if first else frame(TEXT, b"begun"))
        while (came := await socket.frame())[0] == PONG:
            pass
        assert came == (TEXT, b"begun")
        socket.send(first + allowed * (MOST_ASIDES + 1))
        assert await socket.closed() == CloseCode.FLOODING


async def test_whoever_pings_and_never_reads_fills_no_memory() -> None:
    async with echo_server() as echo, raw_socket(echo.origin) as socket:
        await socket.upgraded()
        await until(lambda: bool(echo.wires))
        socket.writer.transport.pause_reading()  # type: ignore[attr-defined]  # TCP's has it
        wire = echo.wires[0]
        while wire.backlog() <= KEEPS_UP_BYTES:
            wire.write(text_frame(b"x" * KEEPS_UP_BYTES))
        before = wire.backlog()
        socket.send(frame(PING, b"x" * 125) * (MOST_ASIDES - 1) + frame(TEXT, b"done"))
        await until(lambda: wire.backlog() != before)
        assert wire.backlog() == before + len(text_frame(b"done"))


async def test_a_close_reaches_a_tablet_that_is_still_sending() -> None:
    async with echo_server() as echo, raw_socket(echo.origin) as socket:
        await socket.upgraded()
        await until(lambda: bool(echo.wires))
        echo.may_answer.clear()  # so that much lies unread when the line is closed
        for _ in range(100):
            socket.send(frame(TEXT, b"x" * 100_000))
        await until(lambda: not echo.wires[0].is_reading)
        echo.wires[0].let_go(4_001, "slow")
        echo.wires[0].let_go(4_002, "never said")
        assert await socket.closed() == 4_001
        assert await socket.rest() == b""


async def test_a_service_that_goes_down_says_so() -> None:
    async with echo_server() as echo, raw_socket(echo.origin) as socket:
        await socket.upgraded()
        await says_back(socket, b"here")
        echo.wires[0].shutdown()
        assert await socket.closed() == 1012
        await until(lambda: echo.ended == 1)


async def test_nothing_of_the_handshake_stays() -> None:
    async with echo_server() as echo, raw_socket(echo.origin) as socket:
        gc.collect()
        gc.disable()
        try:
            await socket.upgraded("Cookie: " + "x" * 1_000)
            await says_back(socket, b"here")
            passed = (TabletProtocol, BoundedHttp, ServerProtocol)
            kept = [one for one in gc.get_objects() if isinstance(one, passed)]
        finally:
            gc.enable()
        assert kept == []


async def test_frames_sent_before_the_answer_are_read() -> None:
    async with echo_server() as echo, raw_socket(echo.origin) as socket:
        request = upgrade(socket.host)
        for piece in (request[:50], request[50:-2], request[-2:] + frame(TEXT, b"early")[:3]):
            socket.send(piece)
            await socket.writer.drain()
        socket.send(frame(TEXT, b"early")[3:])
        assert b" 101 " in await socket.reader.readuntil(b"\r\n\r\n")
        assert await socket.frame() == (TEXT, b"early")
