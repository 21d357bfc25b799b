"""The place to serve on: taken at once, and without Nagle's algorithm."""

import asyncio
import socket

import pytest

from service.server import bound_socket


def test_a_place_is_taken_from_the_moment_it_is_bound() -> None:
    with bound_socket("127.0.0.1", 0) as place:
        port = place.getsockname()[1]
        with pytest.raises(OSError, match="in use"):
            bound_socket("127.0.0.1", port)


def test_an_address_that_is_not_ours_is_refused() -> None:
    with pytest.raises(OSError, match="assign"):
        bound_socket("192.0.2.1", 0)  # RFC 5737: kept for documentation


async def test_what_it_accepts_sends_small_messages_at_once() -> None:
    accepted: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        sock = writer.get_extra_info("socket")
        accepted.set_result(sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()

    with bound_socket("127.0.0.1", 0) as place:
        server = await asyncio.start_server(greet, sock=place)
        async with server:
            _, writer = await asyncio.open_connection(*place.getsockname())
            assert await accepted != 0
            writer.close()
            await writer.wait_closed()
