"""One tablet that comes in by itself: how long its welcome takes, and how large it is."""

import socket
import time
from dataclasses import dataclass
from io import BufferedReader
from typing import Final

from tests.load.halls import SOCKET, WELCOMED
from tests.load.said import HOST, upgrade

PATIENCE_SECONDS: Final = 60.0
WELCOME: Final = b'{"type":"Welcome"'


@dataclass(frozen=True, slots=True)
class Visit:
    """Milliseconds from Hello until all that answers it is there; bytes of the Welcome."""

    ms: float
    welcome: int


def visit(port: int, hello: bytes) -> Visit:
    """Connect, say Hello (a whole frame), be welcomed, and go."""
    with (
        socket.create_connection((HOST, port), PATIENCE_SECONDS) as line,
        line.makefile("rb") as heard,
    ):
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        line.sendall(upgrade(port, SOCKET))
        status = heard.readline()
        assert b" 101 " in status, status
        while heard.readline() != b"\r\n":
            pass
        begun = time.perf_counter()
        line.sendall(hello)
        welcome = 0
        while True:
            text = _text(heard)
            if text.startswith(WELCOME):
                welcome = len(text)
            if WELCOMED in text[:100]:
                return Visit((time.perf_counter() - begun) * 1_000, welcome)


def _text(heard: BufferedReader) -> bytes:
    """The next frame's payload; a server's frames are whole and not masked."""
    head = heard.read(2)
    if len(head) < 2:
        raise ConnectionError("let go before it was welcomed")
    wide = {126: 2, 127: 8}.get(head[1], 0)
    size = int.from_bytes(heard.read(wide), "big") if wide else head[1]
    return heard.read(size)
