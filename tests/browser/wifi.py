"""The room's wireless network: between the tablets on it and the service, and it may fail."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from urllib.parse import urlsplit

CHUNK = 64 * 1024


class Wifi:
    """Carries bytes between its own address and the service; `origin` is what tablets open."""

    def __init__(self, service_origin: str) -> None:
        self._service = urlsplit(service_origin)
        self._up = asyncio.Event()
        self._up.set()
        self._down = asyncio.Event()
        self._pipes: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None

    @property
    def origin(self) -> str:
        """The service's address on this network."""
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    def reach(self, url: str) -> str:
        """The same page of the service, reached over this network."""
        return url.replace(f"{self._service.scheme}://{self._service.netloc}", self.origin, 1)

    def fail(self) -> None:
        """Carry nothing from now on, and tell nobody: what a lost radio link looks like."""
        self._up.clear()

    def change(self) -> None:
        """Be another network: what ran over the old one is gone, new connections are carried."""
        for pipe in self._pipes:
            pipe.cancel()
        self._up.set()

    async def _carry(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        await self._up.wait()
        far, out = await asyncio.open_connection(self._service.hostname, self._service.port)
        pipes = [
            asyncio.create_task(self._pump(near, out)),
            asyncio.create_task(self._pump(far, back)),
        ]
        self._pipes.update(pipes)
        await asyncio.wait(pipes)
        self._pipes.difference_update(pipes)
        for writer in (out, back):
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while data := await reader.read(CHUNK):
                await self._up.wait()
                writer.write(data)
                await writer.drain()
            if writer.can_write_eof():
                writer.write_eof()

    async def _start(self) -> None:
        self._server = await asyncio.start_server(self._carry, "127.0.0.1", 0)

    async def _stop(self) -> None:
        assert self._server is not None
        self._server.close()
        self.change()
        await self._server.wait_closed()


@asynccontextmanager
async def wifi(service_origin: str) -> AsyncIterator[Wifi]:
    """A network that works, until it is told otherwise."""
    network = Wifi(service_origin)
    await network._start()
    try:
        yield network
    finally:
        await network._stop()
