"""One tablet's connection: what it shows, and what waits to be sent to it."""

import asyncio
from collections.abc import Callable
from typing import NamedTuple, Protocol

from service.model import Actor, PageRef
from service.protocol.closing import CloseCode
from service.realtime.outbox import Outbox

KEEPS_UP_BYTES = 64 * 1024
"""A tablet whose transport holds no more than this is sent to directly; the transport's own
high mark, too, so that every outbox that was begun is drained."""


class Ended(Exception):
    """The connection is over: nothing more will come."""


class Waiting(NamedTuple):
    """What a tablet has not taken yet: frames of its outbox, bytes of its transport, too."""

    frames: int
    byte_count: int


class Wire(Protocol):
    """What a connection needs of its transport; no call waits, none raises."""

    on_writable: Callable[[], None] | None
    """Called when bytes were taken, and once at the end."""

    def write(self, frame: bytes) -> None: ...

    def backlog(self) -> int: ...

    def let_go(self, code: int, reason: str) -> None: ...


class Connection:
    """A joined tablet; frames are whole WebSocket frames (`framing.text_frame`)."""

    def __init__(self, wire: Wire, actor: Actor, link_id: str) -> None:
        self.actor, self.link_id = actor, link_id
        self.page: PageRef | None = None
        self.following = True
        self.closing: CloseCode | None = None
        self._wire = wire
        # Bound once: a turn to 2,000 tablets asks for them 2,000 times.
        self._write, self._backlog = wire.write, wire.backlog
        self._outbox: Outbox | None = None
        self._drained: asyncio.Future[None] | None = None
        wire.on_writable = self._drain

    @property
    def lags(self) -> bool:
        """Whether frames wait for it; a merged one may then never be sent, but a newer one."""
        return not self._keeps_up()

    @property
    def waiting(self) -> Waiting:
        """What waits for it, for whoever counts."""
        backlog = 0 if self.closing is not None else self._backlog()
        if self._outbox is None:
            return Waiting(0, backlog)
        return Waiting(len(self._outbox), self._outbox.byte_count + backlog)

    def push(self, frame: bytes) -> None:
        """Send a frame that must arrive; a tablet too slow for it is closed as SLOW."""
        if self.closing is not None:
            return
        # As `_keeps_up` says, without the call: this line is what a turn costs a tablet.
        if self._outbox is None and self._backlog() <= KEEPS_UP_BYTES:
            self._write(frame)
        elif not self._waiting().push(frame):
            self.close(CloseCode.SLOW)

    def merge(self, key: str, frame: bytes) -> None:
        """Send a signal; while the tablet lags, a newer one with the same key replaces it."""
        if self.closing is not None:
            return
        if self._keeps_up():
            self._write(frame)
        else:
            self._waiting().merge(key, frame)

    def close(self, code: CloseCode) -> None:
        """Let the tablet go; what is still queued is not sent. The first code stands."""
        if self.closing is None:
            self.closing = code
            self._wire.on_writable = None
            self._outbox = None
            self._wire.let_go(code.value, code.name.lower())
            self._tell_drained()

    async def caught_up(self) -> None:
        """Return when the tablet has taken what was sent, or is let go.

        Whoever answers it waits here first: one that asks and does not read gets no more
        than the answer it has not read, so its questions cannot fill our memory.
        """
        while self.closing is None and not self._keeps_up():
            self._drained = asyncio.get_running_loop().create_future()
            await self._drained

    def _keeps_up(self) -> bool:
        return self._outbox is None and self._backlog() <= KEEPS_UP_BYTES

    def _waiting(self) -> Outbox:
        if self._outbox is None:
            self._outbox = Outbox()
        return self._outbox

    def _drain(self) -> None:
        while self._outbox is not None and self._backlog() <= KEEPS_UP_BYTES:
            self._write(self._outbox.pop())
            if not self._outbox:
                self._outbox = None
        self._tell_drained()

    def _tell_drained(self) -> None:
        if self._drained is not None and not self._drained.done():
            self._drained.set_result(None)
        self._drained = None
