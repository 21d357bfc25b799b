"""The room's wireless network: between the tablets on it and the service, and it may fail."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from random import Random
from urllib.parse import urlsplit

CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Weather:
    """How bad the radio is: seconds each way, and the part of all pieces that is lost.

    What is lost is sent again by TCP after about a round trip and a half; until then nothing
    behind it arrives either. That is all a tablet can see of it.
    """

    one_way: float
    loss: float

    @property
    def resent_after(self) -> float:
        """Seconds until a lost piece is there after all: the retransmission timer of RFC 6298."""
        return max(0.2, 3 * self.one_way)


class Wifi:
    """Carries bytes between its own address and the service; `origin` is what tablets open."""

    def __init__(self, service_origin: str, weather: Weather | None = None) -> None:
        self._service = urlsplit(service_origin)
        self._weather = weather
        self._chance = Random(7)  # noqa: S311  the same weather each time
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
        pump = self._pump if self._weather is None else self._blow
        pipes = [asyncio.create_task(pump(near, out)), asyncio.create_task(pump(far, back))]
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

    async def _blow(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Carry late and in order, as many pieces on their way as there are."""
        flying: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        landing = asyncio.create_task(self._land(flying, writer))
        try:
            while data := await reader.read(CHUNK):
                flying.put_nowait((asyncio.get_running_loop().time() + self._flight(), data))
            flying.put_nowait((0.0, b""))
            await landing
        finally:
            landing.cancel()

    async def _land(
        self, flying: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter
    ) -> None:
        with suppress(OSError):  # either end may have gone meanwhile
            while True:
                due, data = await flying.get()
                landed = asyncio.Event()
                asyncio.get_running_loop().call_at(due, landed.set)
                await landed.wait()
                if not data:
                    break
                writer.write(data)
                await writer.drain()
            if writer.can_write_eof():
                writer.write_eof()

    def _flight(self) -> float:
        """Seconds one piece takes."""
        assert self._weather is not None
        lost = self._chance.random() < self._weather.loss
        return self._weather.one_way + (self._weather.resent_after if lost else 0)

    async def _start(self) -> None:
        self._server = await asyncio.start_server(self._carry, "127.0.0.1", 0)

    async def _stop(self) -> None:
        assert self._server is not None
        self._server.close()
        self.change()
        await self._server.wait_closed()


@asynccontextmanager
async def wifi(service_origin: str, weather: Weather | None = None) -> AsyncIterator[Wifi]:
    """A network that works, until it is told otherwise."""
    network = Wifi(service_origin, weather)
    await network._start()
    try:
        yield network
    finally:
        await network._stop()
