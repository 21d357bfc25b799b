"""A socket at the service that may send any bytes at all, and sees every frame that comes."""

import asyncio
import base64
import json
import os
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

from tests.support.certificate import trusting_anyone

PATIENCE_SECONDS = 20.0
FIN, MASKED = 0x80, 0x80
PART, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10
"""Opcodes (RFC 6455, 5.2)."""

CUT = 1006
"""What an end without a close frame is called (7.4.1)."""


def frame(opcode: int, payload: bytes = b"", *, first: int = FIN, masked: bool = True) -> bytes:
    """A frame as a client sends it; `first` may lack FIN or carry reserved bits."""
    size = len(payload)
    mark = MASKED if masked else 0
    if size < 126:
        length = bytes((mark | size,))
    elif size < 65_536:
        length = bytes((mark | 126,)) + size.to_bytes(2, "big")
    else:
        length = bytes((mark | 127,)) + size.to_bytes(8, "big")
    mask = bytes((0x37, 0xFA, 0x21, 0x3D))  # the RFC's own example (5.7)
    body = bytes(byte ^ mask[at % 4] for at, byte in enumerate(payload)) if masked else payload
    return bytes((first | opcode,)) + length + (mask if masked else b"") + body


def parts(text: bytes, cuts: Iterable[int]) -> list[bytes]:
    """A text message in fragments, cut at these places."""
    places = [0, *cuts, len(text)]
    pieces = [text[a:b] for a, b in pairwise(places)]
    last = len(pieces) - 1
    return [
        frame(TEXT if at == 0 else PART, piece, first=FIN if at == last else 0)
        for at, piece in enumerate(pieces)
    ]


def upgrade(host: str, *lines: str, path: str = "/api/socket") -> bytes:
    """The request that opens a socket, with further header lines."""
    key = base64.b64encode(os.urandom(16)).decode()
    head = [
        f"GET {path} HTTP/1.1",
        f"Host: {host}",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        f"Sec-WebSocket-Key: {key}",
        *lines,
    ]
    return ("\r\n".join(head) + "\r\n\r\n").encode()


@dataclass(slots=True)
class RawSocket:
    """An open TCP connection, before or after its upgrade."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    host: str
    head: bytes = b""

    def send(self, data: bytes) -> None:
        """Hand bytes to the system; a connection that is gone swallows them."""
        if not self.writer.is_closing():
            self.writer.write(data)

    async def upgraded(self, *lines: str) -> None:
        """Become a WebSocket; `head` is the service's answer."""
        self.send(upgrade(self.host, *lines))
        async with asyncio.timeout(PATIENCE_SECONDS):
            self.head = await self.reader.readuntil(b"\r\n\r\n")
        assert self.head.startswith(b"HTTP/1.1 101 "), self.head

    async def frame(self) -> tuple[int, bytes]:
        """The next frame of the service but its pings: opcode and payload. Raises EOFError."""
        while True:
            opcode, payload = await self.any_frame()
            if opcode != PING:
                return opcode, payload

    async def any_frame(self) -> tuple[int, bytes]:
        """The next frame, pings too."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            first, second = await self.reader.readexactly(2)
            size = second & 0x7F
            if size > 125:
                size = int.from_bytes(await self.reader.readexactly(2 if size == 126 else 8), "big")
            return first & 0x0F, await self.reader.readexactly(size)

    async def hears(self, kind: str) -> dict[str, Any]:
        """The next message of this type."""
        while True:
            opcode, payload = await self.frame()
            assert opcode != CLOSE, payload
            if opcode == TEXT and (said := json.loads(payload))["type"] == kind:
                assert isinstance(said, dict)
                return said

    async def closed(self) -> int:
        """Listen to the end; with which code it came."""
        try:
            while True:
                opcode, payload = await self.frame()
                if opcode == CLOSE:
                    return int.from_bytes(payload[:2], "big") if payload else 1005
        except (EOFError, ConnectionError):
            return CUT

    async def rest(self) -> bytes:
        """Everything until the connection ends."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await self.reader.read()


@asynccontextmanager
async def raw_socket(origin: str) -> AsyncIterator[RawSocket]:
    """A TCP connection to the service at this origin."""
    address = urlsplit(origin)
    tls = trusting_anyone() if address.scheme == "https" else None
    reader, writer = await asyncio.open_connection(address.hostname, address.port, ssl=tls)
    try:
        yield RawSocket(reader, writer, address.netloc)
    finally:
        writer.transport.abort()
