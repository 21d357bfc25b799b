"""One tablet's connection after the handshake: frames in, frames out, and nothing else kept.

A message to a whole meeting is framed once; each tablet then costs one `transport.write`
and nothing else: no ASGI message, no task, no copy.
"""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

from service.protocol.closing import CloseCode
from service.protocol.message import MAX_MESSAGE_BYTES
from service.realtime.connection import KEEPS_UP_BYTES, Ended
from service.realtime.framing import close_frame, ping_frame, pong_frame
from service.realtime.heartbeat import Beating, Heartbeat
from service.realtime.reading import FrameReader, Kind, Unreadable, close_code

MOST_BYTES_OF_A_STRANGER = 4 * 1024
"""A Hello is about 500 bytes, its token at most 1,024: before it, nobody may hold more."""

SMALL_PART_BYTES = 1_024
MOST_ASIDES = 1_000
"""Pings, pongs and small parts of messages between two beats: browsers send one or two. Larger
parts are bounded by the message they belong to."""

FAREWELL_SECONDS = 5
"""How long a tablet let go may take to drink what is on its way before it is cut off."""

LOST, NO_CODE = 1006, 1005
"""What stands for the close code of a line that broke, and of a close without one (7.4.1)."""

RESTARTING = 1012
"""Close code of a service that goes down (IANA's registry of RFC 6455)."""

PING = ping_frame(b"beat")


class TabletWire(asyncio.Protocol):
    """The transport's protocol from the end of the handshake on.

    Before it and at the end everything written is dropped, and nothing is received.

    `closed_with`: its close code, once it is over. `members` and `tasks` are the server's:
    what it waits for when it goes down.
    """

    __slots__ = (
        "_asides",
        "_heard",
        "_members",
        "_over",
        "_paused",
        "_reader",
        "_slice",
        "_tasks",
        "_transport",
        "_waiter",
        "closed_with",
        "on_writable",
    )

    def __init__(self, members: set[Any], tasks: set[asyncio.Task[None]]) -> None:
        self.on_writable: Callable[[], None] | None = None
        self.closed_with = LOST
        self._members, self._tasks = members, tasks
        self._reader: FrameReader | None = None
        self._waiter: asyncio.Future[bytes] | None = None
        self._slice: set[Beating] = set()
        self._transport: asyncio.Transport
        self._over, self._paused, self._heard, self._asides = True, False, True, 0

    def take_over(self, transport: asyncio.Transport, heartbeat: Heartbeat) -> None:
        """Be the protocol of this transport, whose reading the handshake has paused."""
        self._transport, self._over = transport, False
        self._reader = FrameReader(MOST_BYTES_OF_A_STRANGER)
        self._members.add(self)
        self._slice = heartbeat.enter(self)
        # An outbox is drained when the transport resumes; TLS would do so at other marks.
        transport.set_write_buffer_limits(high=KEEPS_UP_BYTES)
        transport.set_protocol(self)
        transport.resume_reading()

    def host(self, visit: Coroutine[Any, Any, None]) -> None:
        """Run this for as long as it takes; the server waits for it when it goes down."""
        task = asyncio.get_running_loop().create_task(visit)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def receive(self) -> bytes:
        """The next text message, in UTF-8; called by one at a time. Raises Ended."""
        text = self._next()
        if text is not None:
            return text
        if self._over:
            raise Ended
        if self._paused:
            self._paused = False
            self._transport.resume_reading()
        self._waiter = asyncio.get_running_loop().create_future()
        try:
            return await self._waiter
        finally:
            self._waiter = None

    @property
    def is_reading(self) -> bool:
        """Whether what comes is taken from the system; not while a message is dealt with."""
        return not self._paused

    def trust(self) -> None:
        """Its Hello was good: from now on it may send whole messages."""
        if self._reader is not None:
            self._reader.most = MAX_MESSAGE_BYTES

    def write(self, frame: bytes) -> None:
        """Hand a whole frame to the transport; nothing once either side has closed."""
        if not self._over:
            self._transport.write(frame)

    def backlog(self) -> int:
        """Bytes handed over that the system has not taken yet."""
        return 0 if self._over else self._transport.get_write_buffer_size()

    def let_go(self, code: int, reason: str) -> None:
        """Close with this code, even when the peer reads nothing any more; the first stands."""
        if self._over:
            return
        self.closed_with = code
        self._transport.write(close_frame(code, reason))
        self._end()
        # Our end of the line alone: closed altogether while the tablet still sends, it would be
        # reset, and the tablet would see a lost connection instead of the code.
        if self._transport.can_write_eof():
            with suppress(OSError, RuntimeError):  # the line may be gone, and not be lost yet
                self._transport.write_eof()
        self._transport.resume_reading()

    def beat(self) -> None:
        """Cut off who gave no sign since the last beat; ask the others for one."""
        # Pongs are not read while the service itself is busy with the message before them.
        busy = self._paused and self.backlog() <= KEEPS_UP_BYTES
        if self._heard or busy:
            self._heard, self._asides = False, 0
            self.write(PING)
        else:
            self._transport.abort()

    def shutdown(self) -> None:
        """Close at once, because the service goes down."""
        self.let_go(RESTARTING, "")
        self._transport.close()

    def data_received(self, data: bytes) -> None:
        """Read what came, if somebody waits for it; else leave the rest to the system."""
        self._heard = True
        if self._reader is None:
            return
        self._reader.feed(data)
        if self._over:
            self._see_off(self._reader)
        elif self._waiter is None:
            self._paused = True
            self._transport.pause_reading()
        elif (text := self._next()) is not None:
            self._waiter.set_result(text)
            self._waiter = None

    def pause_writing(self) -> None:
        """Nothing: who writes asks for the backlog."""

    def resume_writing(self) -> None:
        """The peer has taken bytes: it lives, and whoever waits to write may."""
        self._heard = True
        if self.on_writable is not None:
            self.on_writable()

    def connection_lost(self, exc: Exception | None) -> None:
        """The end, however it came."""
        self._members.discard(self)
        self._reader = None
        if not self._over:
            self._end()

    def _next(self) -> bytes | None:
        """The next text; all that came before it is dealt with."""
        while self._reader is not None and not self._over:
            try:
                came = self._reader.read()
            except Unreadable as error:
                self._reader = None
                self.let_go(error.code, error.reason)
                return None
            if came is None:
                return None
            kind, payload = came
            if kind is Kind.TEXT:
                return payload
            if kind is Kind.CLOSE:
                self._close(payload)
            else:
                self._aside(kind, payload)
        return None

    def _aside(self, kind: Kind, payload: bytes) -> None:
        if kind is Kind.PART and len(payload) >= SMALL_PART_BYTES:
            return
        self._asides += 1
        if self._asides > MOST_ASIDES:
            self.let_go(CloseCode.FLOODING, "flooding")
        elif kind is Kind.PING and self.backlog() <= KEEPS_UP_BYTES:
            # Who does not read gets none, or its pongs would fill our memory (5.5.3 lets the
            # newest stand for all).
            self._transport.write(pong_frame(payload))

    def _close(self, payload: bytes) -> None:
        """The peer's close is answered with its own code (5.5.1)."""
        self.closed_with = close_code(payload) or NO_CODE
        self._transport.write(close_frame(close_code(payload)))
        self._end()
        self._transport.close()

    def _see_off(self, reader: FrameReader) -> None:
        """What a tablet let go still sends is thrown away; its close ends the line."""
        try:
            while (came := reader.read()) is not None:
                if came[0] is Kind.CLOSE:
                    self._transport.close()
        except Unreadable:
            self._reader = None

    def _end(self) -> None:
        self._over = True
        self._slice.discard(self)
        writable, self.on_writable = self.on_writable, None
        if writable is not None:
            writable()  # nobody waits for a line that is cut
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_exception(Ended())
        # `abort`, not `close`: closing waits for a buffer that a dead peer never empties.
        asyncio.get_running_loop().call_later(FAREWELL_SECONDS, self._transport.abort)
