"""The HTTP server around the app: one socket bound early, so that a taken port is told at once."""

import asyncio
import gc
import socket
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import uvicorn
from fastapi import FastAPI

from service.http_protocol import BoundedHttp
from service.realtime.heartbeat import BEAT_SECONDS, Heartbeat
from service.tablet_protocol import TabletProtocol

BACKLOG = 4_096
"""Tablets that may knock at the same moment: a whole hall after a power cut."""

UNSENT_BYTES = 128 * 1024
"""What the kernel holds for one tablet beyond what is on the line. Left to itself it takes 4 MiB
from us before a tablet that reads nothing shows: 8 GiB for a full hall."""

GRACE_SECONDS = 3
"""How long requests may finish after the signal to stop; tablets come back by themselves."""


def bound_socket(host: str, port: int) -> socket.socket:
    """A listening place for the server. Raises OSError when the address is taken or not ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named so that asyncio turns Nagle's algorithm off on what it accepts:
    # without it a turn waits 40 ms for the acknowledgement of the message before.
    place = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        # What is accepted here inherits it.
        place.setsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, UNSENT_BYTES)
        place.bind((host, port))
        place.listen(BACKLOG)  # at once: until then another process could bind it too
    except OSError:
        place.close()
        raise
    return place


class _Uvicorn(uvicorn.Server):
    """uvicorn, that says so before it begins to stop."""

    def __init__(self, config: uvicorn.Config, on_stop: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_stop = on_stop

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """A signal to stop has come."""
        self._on_stop()
        super().handle_exit(sig, frame)


class Server:
    """uvicorn serving one app on one bound socket; `on_stop` is called when a signal ends it.

    `tls` is the certificate's and its key's file.
    """

    def __init__(
        self,
        app: FastAPI,
        place: socket.socket,
        on_stop: Callable[[], None] = lambda: None,
        *,
        tls: tuple[Path, Path] | None = None,
        beat_seconds: float = BEAT_SECONDS,
    ) -> None:
        self._place = place
        # uvicorn calls it as it would call the class.
        protocol: Any = partial(TabletProtocol, heartbeat=Heartbeat(beat_seconds))
        self._uvicorn = _Uvicorn(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                server_header=False,
                # What a proxy says of its client is not believed: `/metrics` asks who connects.
                proxy_headers=False,
                backlog=BACKLOG,
                http=BoundedHttp,
                ws=protocol,
                ws_per_message_deflate=False,
                ws_ping_interval=None,  # the heartbeat is ours
                timeout_graceful_shutdown=GRACE_SECONDS,
                ssl_certfile=None if tls is None else tls[0],
                ssl_keyfile=None if tls is None else tls[1],
            ),
            on_stop,
        )
        self._serving: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Return once requests are answered. Raises what the app's start raises."""
        self._serving = asyncio.create_task(self._uvicorn.serve(sockets=[self._place]))
        while not self._uvicorn.started:
            await asyncio.sleep(0.01)
            if self._serving.done():
                self._serving.result()
                raise RuntimeError("the service stopped while it was starting")
        # What was imported lives as long as the process: a full collection need not go through
        # it, which took 0.1 to 0.3 s in the middle of a meeting.
        gc.collect()
        gc.freeze()

    async def stopped(self) -> None:
        """Return when a signal has ended the service."""
        if self._serving is not None:
            await self._serving

    async def stop(self) -> None:
        """End the service as a signal would."""
        self._uvicorn.should_exit = True
        await self.stopped()


class _SideUvicorn(uvicorn.Server):
    """uvicorn that leaves the signals to the service."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Hear none."""
        yield


class SidePage:
    """A page beside the service: plain http on a socket of its own, one ASGI app, no tablets."""

    def __init__(self, app: Any, place: socket.socket) -> None:
        self._place = place
        self._uvicorn = _SideUvicorn(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                http=BoundedHttp,
                ws="none",
                lifespan="off",
                timeout_graceful_shutdown=GRACE_SECONDS,
            )
        )
        self._serving: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to serve; what comes before it does waits in the socket."""
        self._serving = asyncio.create_task(self._uvicorn.serve(sockets=[self._place]))

    async def stop(self) -> None:
        """End it."""
        self._uvicorn.should_exit = True
        if self._serving is not None:
            await self._serving
