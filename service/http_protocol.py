"""uvicorn's HTTP with bounds on a request's head, in bytes and in time.

A head that never ends would be held for ever: no tablet or proxy sends one.
"""

import asyncio
from http import HTTPStatus

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from service.tablet_protocol import TabletProtocol

MOST_HEAD_BYTES = 64 * 1024
"""Four times what browsers and proxies send at most (nginx passes on 32 KiB)."""

HEAD_SECONDS = 20.0
"""From the connection, or a request's first byte, to its head's end: a browser opens
connections ahead of need, and opens another when one was closed unused."""


class BoundedHttp(HttpToolsProtocol):
    """Closes a connection whose request head is too long or too slow."""

    transport: asyncio.Transport
    head_seconds = HEAD_SECONDS

    _overdue: asyncio.TimerHandle | None = None
    _head_bytes = 0

    # A TCP server is only ever given this kind of transport, which its supertype does not say.
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Expect a head in time."""
        super().connection_made(transport)
        self._expect_head()

    def data_received(self, data: bytes) -> None:
        """Read on, unless a head has become too long."""
        if self._overdue is not None:
            self._head_bytes += len(data)
        self._unset_keepalive_if_required()
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade as upgrade:
            self._upgrade(early=data[upgrade.args[0] :])
        except httptools.HttpParserError:
            self.send_400_response("Invalid HTTP request received.")
        if self._overdue is not None and self._head_bytes > MOST_HEAD_BYTES:
            self._refuse(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)

    def on_message_begin(self) -> None:
        """Another request on the same connection has the same time."""
        super().on_message_begin()
        self._expect_head()

    def on_headers_complete(self) -> None:
        """The head is there; what follows has bounds of its own."""
        self._stop_expecting()
        self._head_bytes = 0
        super().on_headers_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is expected any more."""
        self._stop_expecting()
        super().connection_lost(exc)

    def _upgrade(self, early: bytes) -> None:
        """Hand the connection on with what came behind the request, and keep nothing of it."""
        if not self._should_upgrade():
            return
        self.handle_websocket_upgrade()
        del self.parser  # the two hold each other
        protocol = self.transport.get_protocol()
        if isinstance(protocol, TabletProtocol):
            protocol.early = early

    def _expect_head(self) -> None:
        self._stop_expecting()
        self._overdue = self.loop.call_later(
            self.head_seconds, self._refuse, HTTPStatus.REQUEST_TIMEOUT
        )

    def _stop_expecting(self) -> None:
        if self._overdue is not None:
            self._overdue.cancel()
            self._overdue = None

    def _refuse(self, status: HTTPStatus) -> None:
        self._stop_expecting()
        if self._head_bytes and not self.transport.is_closing():
            head = f"HTTP/1.1 {status.value} {status.phrase}\r\n"
            self.transport.write(f"{head}content-length: 0\r\nconnection: close\r\n\r\n".encode())
        self.transport.close()
