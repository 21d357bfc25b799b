"""A request's head comes in time, or the connection ends."""

import pytest

from service.http_protocol import BoundedHttp
from tests.support.echo_server import echo_server
from tests.support.raw_socket import PING, PONG, frame, raw_socket, upgrade

GET = b"GET /nowhere HTTP/1.1\r\nHost: x\r\n"


@pytest.fixture(autouse=True)
def _in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BoundedHttp, "head_seconds", 0.1)


@pytest.mark.parametrize("begun", [b"G", GET, upgrade("x")[:-2]])
async def test_a_head_begun_and_never_ended(begun: bytes) -> None:
    async with echo_server() as echo, raw_socket(echo.origin) as socket:
        socket.send(begun)
        assert (await socket.rest()).startswith(b"HTTP/1.1 408 Request Timeout\r\n")


async def test_a_second_head_never_ended() -> None:
    async with echo_server() as echo, raw_socket(echo.origin) as socket:
        socket.send(GET + b"\r\n" + GET)
        answer = await socket.rest()
        assert answer.startswith(b"HTTP/1.1 404 ")
        assert answer.count(b"HTTP/1.1 ") == 1


async def test_nothing_at_all() -> None:
    async with echo_server() as echo, raw_socket(echo.origin) as socket:
        assert await socket.rest() == b"", "a browser's spare connection is asked nothing"


async def test_what_is_open_and_upgraded_stays() -> None:
    async with (
        echo_server() as echo,
        raw_socket(echo.origin) as socket,
        raw_socket(echo.origin) as slow,
    ):
        await socket.upgraded()
        slow.send(GET)
        await slow.rest()  # as long as it takes to be too late
        assert not echo.ended
        socket.send(frame(PING, b"there?"))
        assert await socket.frame() == (PONG, b"there?")
