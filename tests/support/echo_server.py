"""The service's own port with nothing behind it but a socket that says back what it hears."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from fastapi import FastAPI, WebSocket

from service.realtime.connection import Ended
from service.realtime.framing import text_frame
from service.server import Server, bound_socket
from service.tablet_protocol import EXTENSION
from service.tablet_wire import TabletWire


@dataclass(slots=True)
class EchoServer:
    """Where it serves, and the wires that were ever opened; `ended` counts those that are over."""

    origin: str = ""
    wires: list[TabletWire] = field(default_factory=list)
    ended: int = 0
    may_answer: asyncio.Event = field(default_factory=asyncio.Event)

    async def echo(self, wire: TabletWire) -> None:
        """Say back, while `may_answer` is set, until the wire ends."""
        try:
            while True:
                heard = await wire.receive()
                await self.may_answer.wait()
                wire.write(text_frame(heard))
        except Ended:
            self.ended += 1


@asynccontextmanager
async def echo_server(beat_seconds: float = 3_600) -> AsyncIterator[EchoServer]:
    """Serves inside the context; `/api/socket` trusts everybody."""
    echo = EchoServer()
    echo.may_answer.set()
    app = FastAPI()

    @app.websocket("/api/socket")
    async def socket(socket: WebSocket) -> None:
        wire: TabletWire = socket.scope["extensions"][EXTENSION]
        await socket.accept()
        wire.trust()
        echo.wires.append(wire)
        wire.host(echo.echo(wire))

    place = bound_socket("127.0.0.1", 0)
    server = Server(app, place, beat_seconds=beat_seconds)
    await server.start()
    echo.origin = f"http://127.0.0.1:{place.getsockname()[1]}"
    try:
        yield echo
    finally:
        await server.stop()
        place.close()
