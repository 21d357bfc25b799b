"""uvicorn's WebSocket handshake, after which a `TabletWire` carries on alone.

The app sees the wire as `scope["extensions"][EXTENSION]` and hosts a visit on it; when its
own task has ended, nothing of the request is kept: no scope, no headers, no task of ASGI's.
Compression is off, because the same bytes go to everyone.
"""

import asyncio
import logging
from typing import Any

from uvicorn._types import ASGISendEvent
from uvicorn.config import Config
from uvicorn.protocols.utils import ClientDisconnected
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from uvicorn.server import ServerState
from websockets.http11 import Request

from service.realtime.heartbeat import Heartbeat
from service.tablet_wire import TabletWire

EXTENSION = "hanjang.wire"
"""Where the ASGI scope's extensions hold this connection's wire."""

FAILED = 1011
"""Close code of a service that could not go on (RFC 6455, 7.4.1)."""

log = logging.getLogger(__name__)


class TabletProtocol(WebSocketsSansIOProtocol):
    """One handshake; `heartbeat` is the server's one for all.

    `early` is what the client sent without waiting for the answer: frames, already.
    """

    transport: asyncio.Transport

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
        *,
        heartbeat: Heartbeat,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self._heartbeat = heartbeat
        self._wire: TabletWire = TabletWire(server_state.connections, server_state.tasks)
        self._handed_over = False
        self.early = b""

    def handle_connect(self, event: Request) -> None:
        """Answer the request as uvicorn does, and offer the wire."""
        super().handle_connect(event)
        if not self.close_sent:
            # Nothing is read before the wire reads it.
            self.transport.pause_reading()
            extensions: dict[str, Any] = self.scope["extensions"]
            extensions[EXTENSION] = self._wire

    async def send(self, message: ASGISendEvent) -> None:
        """Accept or reject as the app says; accepted, the wire takes over."""
        await super().send(message)
        if message["type"] == "websocket.accept" and not self.transport.is_closing():
            self._handed_over = True
            self.connections.discard(self)
            self._wire.take_over(self.transport, self._heartbeat)
            if self.early:
                self._wire.data_received(self.early)
            self.conn.parser.close()  # it holds its own protocol, and with it the headers

    async def run_asgi(self) -> None:
        """Run the app until it has answered; the wire outlives this."""
        try:
            await self.app(self.scope, self.receive, self.send)
        except ClientDisconnected:
            pass
        except Exception:
            log.exception("a handshake failed")
            self.send_500_response()
            self._wire.let_go(FAILED, "")
        if not self._handed_over:
            self.transport.close()
