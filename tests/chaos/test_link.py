"""A link does to its two sides what it says: holds, loses, resets, repeats; and else nothing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from tests.chaos.client_messages import ClientMessages
from tests.chaos.link import Link
from tests.support.until import until


class Echo:
    """A service that answers each message with itself, and remembers what came."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.closed = 0
        self.port = 0

    async def talk(self, tablet: ServerConnection) -> None:
        try:
            async for text in tablet:
                self.heard.append(str(text))
                await tablet.send(text)
        finally:
            self.closed += 1


@asynccontextmanager
async def linked() -> AsyncIterator[tuple[Echo, Link, ClientConnection]]:
    """A service, a link to it, and a tablet that has come in."""
    echo = Echo()
    async with serve(echo.talk, "127.0.0.1", 0) as server:
        echo.port = next(iter(server.sockets)).getsockname()[1]
        link = Link(echo.port)
        await link.listen()
        try:
            async with come_in(link) as tablet:
                yield echo, link, tablet
        finally:
            await link.aclose()


@asynccontextmanager
async def come_in(link: Link) -> AsyncIterator[ClientConnection]:
    address = f"ws{link.origin.removeprefix('http')}/"
    async with connect(address, compression=None, proxy=None) as tablet:
        yield tablet


async def test_a_good_link_passes_everything_in_order() -> None:
    async with linked() as (echo, _, tablet):
        sent = [f"{number}" * 1_000 * number for number in range(40)]
        for text in sent:
            await tablet.send(text)
        assert [await tablet.recv() for _ in sent] == sent
        assert echo.heard == sent


async def test_what_is_held_back_on_the_way_up_comes_later_in_order() -> None:
    async with linked() as (echo, link, tablet):
        link.stall(up=True, down=False)
        async with come_in_beside(echo) as other:
            await tablet.send("first")
            await tablet.send("second")
            await other.send("sooner")
            assert await other.recv() == "sooner"
            assert echo.heard == ["sooner"]
            link.flow()
            assert [await tablet.recv(), await tablet.recv()] == ["first", "second"]


@asynccontextmanager
async def come_in_beside(echo: Echo) -> AsyncIterator[ClientConnection]:
    """Another tablet at the same service, on a link of its own."""
    link = Link(echo.port)
    await link.listen()
    async with come_in(link) as tablet:
        yield tablet
    await link.aclose()


async def test_what_is_held_back_on_the_way_down_was_done_already() -> None:
    async with linked() as (echo, link, tablet):
        link.stall(up=False, down=True)
        await tablet.send("done")
        await until(lambda: echo.heard == ["done"])
        waiting = asyncio.create_task(tablet.recv())
        await asyncio.sleep(0)
        assert not waiting.done()
        link.flow()
        assert await waiting == "done"


async def test_what_is_swallowed_never_comes_and_nobody_notices_before_the_cut() -> None:
    async with linked() as (echo, link, tablet):
        link.swallow()
        await tablet.send("lost")
        link.flow()
        async with come_in_beside(echo) as other:
            await other.send("heard")
            assert await other.recv() == "heard"
        assert (echo.heard, echo.closed) == (["heard"], 1)
        link.cut()
        with pytest.raises(ConnectionClosed):
            await tablet.recv()
        await until(lambda: echo.closed == 2)
        async with come_in(link) as again:
            await again.send("good again")
            assert await again.recv() == "good again"


async def test_the_last_message_is_said_again_and_whole() -> None:
    async with linked() as (echo, link, tablet):
        await tablet.send("before")
        await tablet.send("x" * 70_000)
        assert len(await tablet.recv()) + len(await tablet.recv()) == 70_006
        link.repeat()
        assert await tablet.recv() == "x" * 70_000
        assert echo.heard == ["before", *["x" * 70_000] * 2]


async def test_a_service_that_is_not_there_ends_the_connection() -> None:
    async with linked() as (_, link, _):
        link.port = 1  # nobody listens there
        with pytest.raises((OSError, InvalidHandshake, EOFError)):
            async with come_in(link):
                pass


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65_535, 65_536])
def test_messages_are_found_however_their_bytes_are_cut(size: int) -> None:
    head = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
    lengths = bytes((0x80 | size,)) if size < 126 else b""
    lengths = lengths or (
        b"\xfe" + size.to_bytes(2) if size < 65_536 else b"\xff" + size.to_bytes(8)
    )
    message = b"\x81" + lengths + b"mask" + b"y" * size
    pong = b"\x8a\x80mask"
    stream = head + message + pong
    for step in (1, 7, len(stream)):
        messages = ClientMessages()
        pieces = [messages.feed(stream[at : at + step]) for at in range(0, len(stream), step)]
        assert b"".join(pieces) == stream
        assert messages.last == message
        whole = [piece for piece in pieces if piece]
        assert step > 1 or whole == [head, message, pong]
