"""uvicorn's WebSocket with a door for ready-made frames.

A message to a whole meeting is framed once; each tablet then costs one `transport.write`
and nothing else: no ASGI message, no task, no copy. It shares the port with HTTP and needs
compression off, because the same bytes go to everyone.
"""

from asyncio import Transport
from collections.abc import Callable
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request

EXTENSION = "hanjang.wire"
"""Where the ASGI scope's extensions hold this connection's door."""

FAREWELL_SECONDS = 5
"""How long a tablet let go may take to drink what is on its way before it is cut off."""


class TabletProtocol(WebSocketsSansIOProtocol):
    """One tablet's connection; offered to the app as `scope["extensions"][EXTENSION]`."""

    transport: Transport
    on_writable: Callable[[], None] | None = None

    def handle_connect(self, event: Request) -> None:
        """Accept the request as uvicorn does, and offer the door."""
        super().handle_connect(event)
        if not self.close_sent:
            extensions: dict[str, Any] = self.scope["extensions"]
            extensions[EXTENSION] = self

    def write(self, frame: bytes) -> None:
        """Hand a whole frame to the transport; nothing once either side has closed."""
        if not self.close_sent and not self.disconnected:
            self.transport.write(frame)

    def backlog(self) -> int:
        """Bytes handed over that the system has not taken yet."""
        return self.transport.get_write_buffer_size()

    def let_go(self, code: int, reason: str) -> None:
        """Close with this code, even when the peer reads nothing any more."""
        if self.close_sent or self.disconnected:
            return
        self.stop_keepalive()
        self.queue.put_nowait({"type": "websocket.disconnect", "code": code, "reason": reason})
        self.conn.send_close(code, reason)
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.close_sent = True
        if self.read_paused:
            self.read_paused = False
            self.transport.resume_reading()
        # `abort`, not `close`: closing waits for a buffer that a dead peer never empties.
        self.close_timer = self.loop.call_later(FAREWELL_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        """Tell whoever waits that the transport takes bytes again."""
        super().resume_writing()
        if self.on_writable is not None:
            self.on_writable()

    def keepalive_timeout(self) -> None:
        """A ping went unanswered: cut the connection off without waiting for its buffer."""
        super().keepalive_timeout()
        self.transport.abort()
