"""One tablet's connection: what it shows, and what waits to be sent to it."""

from collections.abc import Callable
from typing import Protocol

from service.model import Actor, PageRef
from service.protocol.closing import CloseCode
from service.realtime.outbox import Outbox

KEEPS_UP_BYTES = 64 * 1024
"""A tablet whose transport holds less than this is sent to directly; asyncio's own high mark."""


class Wire(Protocol):
    """What a connection needs of its transport; no call waits, none raises."""

    on_writable: Callable[[], None] | None

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
        self._outbox = Outbox()
        wire.on_writable = self._drain

    def push(self, frame: bytes) -> None:
        """Send a frame that must arrive; a tablet too slow for it is closed as SLOW."""
        if self.closing is not None:
            return
        if self._keeps_up():
            self._wire.write(frame)
        elif not self._outbox.push(frame):
            self.close(CloseCode.SLOW)

    def merge(self, key: str, frame: bytes) -> None:
        """Send a signal; while the tablet lags, a newer one with the same key replaces it."""
        if self.closing is not None:
            return
        if self._keeps_up():
            self._wire.write(frame)
        else:
            self._outbox.merge(key, frame)

    @property
    def lags(self) -> bool:
        """Whether frames wait for it; a merged one may then never be sent, but a newer one."""
        return not self._keeps_up()

    def close(self, code: CloseCode) -> None:
        """Let the tablet go; what is still queued is not sent. The first code stands."""
        if self.closing is None:
            self.closing = code
            self._wire.on_writable = None
            self._wire.let_go(code.value, code.name.lower())

    def _keeps_up(self) -> bool:
        return not self._outbox and self._wire.backlog() < KEEPS_UP_BYTES

    def _drain(self) -> None:
        while self._outbox and self._wire.backlog() < KEEPS_UP_BYTES:
            self._wire.write(self._outbox.pop())
