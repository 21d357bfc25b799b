"""The place to serve on: taken at once, and without Nagle's algorithm."""

import asyncio
import os
import signal
import socket
from collections.abc import Iterator

import pytest
from fastapi import FastAPI

from service.server import UNSENT_BYTES, Server, bound_socket


def test_a_place_is_taken_from_the_moment_it_is_bound() -> None:
    with bound_socket("127.0.0.1", 0) as place:
        port = place.getsockname()[1]
        with pytest.raises(OSError, match="in use"):
            bound_socket("127.0.0.1", port)


def test_an_address_that_is_not_ours_is_refused() -> None:
    with pytest.raises(OSError, match="assign"):
        bound_socket("192.0.2.1", 0)  # RFC 5737: kept for documentation


async def test_what_it_accepts_sends_at_once_and_piles_up_little() -> None:
    accepted: asyncio.Future[tuple[int, int]] = asyncio.get_running_loop().create_future()

    def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        sock = writer.get_extra_info("socket")
        options = (socket.TCP_NODELAY, socket.TCP_NOTSENT_LOWAT)
        at_once, unsent = (sock.getsockopt(socket.IPPROTO_TCP, option) for option in options)
        accepted.set_result((at_once, unsent))
        writer.close()

    with bound_socket("127.0.0.1", 0) as place:
        server = await asyncio.start_server(greet, sock=place)
        async with server:
            _, writer = await asyncio.open_connection(*place.getsockname())
            at_once, unsent = await accepted
            assert at_once != 0
            assert unsent == UNSENT_BYTES
            writer.close()
            await writer.wait_closed()


@pytest.fixture
def survives() -> Iterator[None]:
    """Uvicorn passes a signal on when it has ended: here it must not end the tests."""
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    yield
    signal.signal(signal.SIGTERM, before)


async def test_a_signal_to_stop_is_told_before_anything_is_closed(survives: None) -> None:
    told: list[int] = []
    with bound_socket("127.0.0.1", 0) as place:
        server = Server(FastAPI(), place, lambda: told.append(place.fileno()))
        await server.start()
        os.kill(os.getpid(), signal.SIGTERM)
        await server.stopped()
        assert place.fileno() == -1  # closed by now
    assert len(told) == 1
    assert told[0] >= 0
