"""One tablet's socket: an outbox and the single task that empties it."""

import asyncio
from typing import Protocol

from service.model import Actor, PageRef
from service.protocol.closing import CloseCode
from service.realtime.outbox import Outbox


class Socket(Protocol):
    """What a connection needs of a WebSocket; both raise when the peer is gone."""

    async def send_text(self, data: str) -> None: ...

    async def close(self, code: int = 1000, reason: str | None = None) -> None: ...


class Connection:
    """A joined tablet: who it is, what it shows, and what waits to be sent to it."""

    def __init__(self, socket: Socket, actor: Actor, link_id: str) -> None:
        self.actor, self.link_id = actor, link_id
        self.page: PageRef | None = None
        self.following = True
        self._socket = socket
        self._outbox = Outbox()
        self._wake = asyncio.Event()
        self._closing: CloseCode | None = None
        self._let_go = asyncio.Event()

    @property
    def closing(self) -> CloseCode | None:
        """Why this connection is ending, once it is."""
        return self._closing

    def push(self, frame: str) -> None:
        """Queue a frame that must arrive; a tablet too slow for it is closed as SLOW."""
        if self._closing is None and not self._outbox.push(frame):
            self.close(CloseCode.SLOW)
        self._wake.set()

    def merge(self, key: str, frame: str) -> None:
        """Queue a signal; an unsent one with the same key is replaced."""
        if self._closing is None:
            self._outbox.merge(key, frame)
            self._wake.set()

    def close(self, code: CloseCode) -> None:
        """Let the tablet go; what is still queued is not sent. The first code stands."""
        if self._closing is None:
            self._closing = code
            self._wake.set()
            self._let_go.set()

    async def wait_closing(self) -> None:
        """Return once the connection is being closed, even while its writer is stuck."""
        await self._let_go.wait()

    async def run_writer(self) -> None:
        """Send what is queued until the connection is closed or the peer is gone.

        Returns after the close frame is sent; raises what the socket raises.
        """
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._outbox and self._closing is None:
                await self._socket.send_text(self._outbox.pop())
            if self._closing is not None:
                await self._socket.close(self._closing.value, self._closing.name.lower())
                return
