"""A link between one tablet and the service that can stall, swallow, cut and repeat.

A listening socket of its own; what comes in goes to the service in whole messages, what
comes back as it comes. Nothing here waits for a time: a delay lasts until `flow`.
"""

import asyncio
import socket
import struct
from typing import Any

from tests.chaos.client_messages import ClientMessages

RESET_AT_ONCE = struct.pack("ii", 1, 0)
"""SO_LINGER, on, no seconds: closing sends a reset, what is unsent is lost."""


class Link:
    """The only way of one tablet to the service on `port`; made anew after each `cut`."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.holds_up = self.holds_down = self.swallows = False
        self._pairs: set[_Pair] = set()
        self._server: asyncio.Server | None = None

    @property
    def origin(self) -> str:
        """Where the tablet finds the service."""
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    @property
    def open(self) -> bool:
        """Whether everything passes."""
        return not (self.holds_up or self.holds_down or self.swallows)

    async def listen(self) -> None:
        """Be there."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Ear(_Pair(self)), "127.0.0.1", 0)

    async def aclose(self) -> None:
        """End the link and everything on it."""
        self.cut()
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()

    def stall(self, *, up: bool, down: bool) -> None:
        """Hold back what the tablet says, or hears, or both."""
        self.holds_up, self.holds_down = up, down

    def flow(self) -> None:
        """Let everything through that was held back, and whatever comes."""
        self.holds_up = self.holds_down = False
        for pair in list(self._pairs):
            pair.pass_on()

    def swallow(self) -> None:
        """Lose everything from here on, with both sides still connected."""
        self.swallows = True

    def cut(self) -> None:
        """Reset both sides; the next connection finds a good link."""
        self.holds_up = self.holds_down = self.swallows = False
        for pair in list(self._pairs):
            pair.reset()

    def repeat(self) -> None:
        """Say the tablet's last whole message once more."""
        for pair in list(self._pairs):
            pair.repeat()

    def enter(self, pair: "_Pair") -> None:
        """A connection was made."""
        self._pairs.add(pair)

    def leave(self, pair: "_Pair") -> None:
        """A connection is over on both sides."""
        self._pairs.discard(pair)


class _Pair:
    """The tablet's side and the service's side of one connection, and what is held between."""

    def __init__(self, link: Link) -> None:
        self.link = link
        self.tablet = _Side()
        self.service = _Side()
        self.messages = ClientMessages()
        self._dialling: asyncio.Task[Any] | None = None

    def dial(self, transport: asyncio.Transport) -> None:
        self.link.enter(self)
        self.tablet.transport = transport
        self._dialling = asyncio.create_task(self._dial())

    async def _dial(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            await loop.create_connection(lambda: _Mouth(self), "127.0.0.1", self.link.port)
        except OSError:
            self.service.ended = True
            self.pass_on()

    def said(self, data: bytes) -> None:
        """The tablet says something."""
        self._keep(self.service, self.messages.feed(data))

    def heard(self, data: bytes) -> None:
        """The service says something."""
        self._keep(self.tablet, data)

    def repeat(self) -> None:
        self._keep(self.service, self.messages.last)

    def ended(self, side: "_Side") -> None:
        """One side has gone; the other hears of it when the link lets it."""
        side.transport, side.ended = None, True
        self.pass_on()

    def pass_on(self) -> None:
        """Write what may pass, in order, and then the end, if there is one."""
        if self.link.swallows:
            return
        if not self.link.holds_up:
            self.service.drain(self.tablet)
        if not self.link.holds_down:
            self.tablet.drain(self.service)
        if self.tablet.ended and self.service.ended:
            self.link.leave(self)

    def reset(self) -> None:
        """Both sides end at once."""
        if self._dialling is not None:
            self._dialling.cancel()
        for side in (self.tablet, self.service):
            side.waiting.clear()
            side.reset()
        self.link.leave(self)

    def _keep(self, side: "_Side", data: bytes) -> None:
        if data and not self.link.swallows:
            side.waiting.append(data)
            self.pass_on()


class _Side:
    """One end: its transport, and what it has not been given yet."""

    def __init__(self) -> None:
        self.transport: asyncio.Transport | None = None
        self.waiting: list[bytes] = []
        self.ended = False

    def drain(self, other: "_Side") -> None:
        """Give it what waits; end it in good order once the other end has gone."""
        if self.transport is not None and not self.transport.is_closing():
            self.transport.writelines(self.waiting)
            self.waiting.clear()
            if other.ended:
                self.transport.close()

    def reset(self) -> None:
        if self.transport is not None:
            end = self.transport.get_extra_info("socket")
            end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_AT_ONCE)
            self.transport.abort()


class _Ear(asyncio.Protocol):
    """Listens to the tablet."""

    def __init__(self, pair: _Pair) -> None:
        self._pair = pair

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._pair.dial(transport)

    def data_received(self, data: bytes) -> None:
        self._pair.said(data)

    def connection_lost(self, exc: Exception | None) -> None:
        self._pair.ended(self._pair.tablet)


class _Mouth(asyncio.Protocol):
    """Speaks to the service."""

    def __init__(self, pair: _Pair) -> None:
        self._pair = pair

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._pair.service.transport = transport
        self._pair.pass_on()

    def data_received(self, data: bytes) -> None:
        self._pair.heard(data)

    def connection_lost(self, exc: Exception | None) -> None:
        self._pair.ended(self._pair.service)
