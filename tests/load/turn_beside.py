"""What a turn is measured beside: `python -m tests.load.turn_beside bare|fastapi` serves one.

`bare` writes one prepared frame to every socket in a plain loop: the limit of one process.
`fastapi` does what its documentation shows: `send_text` to every socket in turn. Both
upgrade everyone, and on any message from a client send the text it holds to all.
"""

import asyncio
import base64
import hashlib
import sys
from typing import cast

import uvicorn
from fastapi import FastAPI, WebSocket, WebSocketDisconnect

from service.realtime.framing import text_frame
from service.server import bound_socket

ACCEPT = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  # RFC 6455, section 1.3


class Bare(asyncio.Protocol):
    """A socket of the bare server."""

    everyone: list[asyncio.Transport] = []  # noqa: RUF012  one server, one list

    def __init__(self) -> None:
        self._upgraded = False
        self._transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's is no subclass of it

    def data_received(self, data: bytes) -> None:
        if self._upgraded:
            frame = text_frame(_text_in(data))
            for transport in self.everyone:
                transport.write(frame)
            return
        key = data.split(b"Sec-WebSocket-Key: ")[1].split(b"\r\n")[0]
        accept = base64.b64encode(hashlib.sha1(key + ACCEPT, usedforsecurity=False).digest())
        self._transport.write(
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
            b"Connection: Upgrade\r\nSec-WebSocket-Accept: " + accept + b"\r\n\r\n"
        )
        self._upgraded = True
        self.everyone.append(self._transport)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._transport in self.everyone:
            self.everyone.remove(self._transport)


def _text_in(data: bytes) -> bytes:
    """The text of a short client frame masked with zeros (`crowd.Tablet.send`)."""
    return data[8:] if data[1] & 0x7F == 126 else data[6:]


def fastapi_app() -> FastAPI:
    """A hall as FastAPI's documentation builds one."""
    app = FastAPI()
    everyone: list[WebSocket] = []

    @app.websocket("/")
    async def hall(socket: WebSocket) -> None:
        await socket.accept()
        everyone.append(socket)
        try:
            while True:
                text = await socket.receive_text()
                for other in everyone:
                    await other.send_text(text)
        except WebSocketDisconnect:
            everyone.remove(socket)

    return app


async def _serve_bare() -> None:
    place = bound_socket("127.0.0.1", 0)
    server = await asyncio.get_running_loop().create_server(Bare, sock=place, backlog=4_096)
    print(place.getsockname()[1], flush=True)
    await server.serve_forever()


async def _serve_fastapi() -> None:
    place = bound_socket("127.0.0.1", 0)
    config = uvicorn.Config(
        fastapi_app(), log_config=None, ws_per_message_deflate=False, backlog=4_096
    )
    print(place.getsockname()[1], flush=True)
    await uvicorn.Server(config).serve(sockets=[place])


if __name__ == "__main__":
    import uvloop

    uvloop.run(_serve_bare() if sys.argv[1] == "bare" else _serve_fastapi())
