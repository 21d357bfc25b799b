"""Many tablets in one process: the thinnest WebSocket client that can tell when a frame came.

It costs far less than a library's client, so that what is measured is the server.
"""

import asyncio
import base64
import json
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field

PING = bytes((0x89, 0x04))
"""The head of the servers' pings, four bytes long; 0x04 never stands in JSON text (RFC 8259, 7)."""

LIKE_A_BROWSER = """\
Pragma: no-cache
Cache-Control: no-cache
User-Agent: Mozilla/5.0 (Linux; Android 14; SM-X700) AppleWebKit/537.36 (KHTML, like Gecko) \
Chrome/140.0.0.0 Safari/537.36
Accept-Encoding: gzip, deflate, br, zstd
Accept-Language: ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7
Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits
""".replace("\n", "\r\n")
"""What Chrome sends besides, so that whatever a server keeps of a request is there."""

LONGEST_MARK = 64
"""Bytes kept from the chunk before, so that a mark split between two chunks is seen."""


@dataclass(slots=True)
class Crowd:
    """Waits until every one of its tablets has seen a mark in what it received."""

    mark: bytes = b""
    left: int = 0
    seen_at: float = 0.0
    all_seen: asyncio.Event = field(default_factory=asyncio.Event)

    def expect(self, mark: bytes, tablets: int) -> None:
        """From now on, wait for this mark on this many tablets."""
        self.mark, self.left = mark, tablets
        self.all_seen.clear()

    def saw(self) -> None:
        """One more tablet has it."""
        self.left -= 1
        if self.left == 0:
            self.seen_at = time.perf_counter()
            self.all_seen.set()


class Tablet(asyncio.Protocol):
    """Upgrades, sends its Hello, then only looks for the crowd's mark."""

    def __init__(self, crowd: Crowd, path: str, host: str, hello: dict[str, object] | None) -> None:
        self._crowd, self._path, self._host, self._hello = crowd, path, host, hello
        self._kept = b""
        self._reported = b""
        self.upgraded = asyncio.get_running_loop().create_future()
        self._transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        key = base64.b64encode(os.urandom(16)).decode()
        transport.write(
            f"GET {self._path} HTTP/1.1\r\nHost: {self._host}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\n"
            f"Sec-WebSocket-Version: 13\r\n{LIKE_A_BROWSER}\r\n".encode()
        )

    def data_received(self, data: bytes) -> None:
        if not self.upgraded.done():
            if b"\r\n\r\n" not in data:
                return
            assert b" 101 " in data, data
            self.upgraded.set_result(None)
            if self._hello is not None:
                self.send(self._hello)
        ping = data.find(PING)
        if ping >= 0:
            payload = data[ping + len(PING) : ping + len(PING) + 4]
            self._transport.write(bytes((0x8A, 0x84)) + bytes(4) + payload)
        mark = self._crowd.mark
        if mark and self._reported != mark and mark in self._kept + data:
            self._reported = mark
            self._crowd.saw()
        self._kept = data[-LONGEST_MARK:]

    def send(self, message: dict[str, object]) -> None:
        """Send one text message, masked with zeros (RFC 6455, 5.3): the client is ours."""
        text = json.dumps(message).encode()
        size = len(text)
        head = bytes((0x81, 0x80 | size)) if size < 126 else bytes((0x81, 0xFE)) + size.to_bytes(2)
        self._transport.write(head + bytes(4) + text)

    def close(self) -> None:
        """Go away."""
        self._transport.abort()


async def gather_crowd(
    crowd: Crowd, host: str, port: int, path: str, hellos: list[dict[str, object] | None]
) -> list[Tablet]:
    """Connect one tablet for each Hello, fifty at a time; returns when all are upgraded."""
    loop = asyncio.get_running_loop()
    tablets: list[Tablet] = []
    for first in range(0, len(hellos), 50):
        made = await asyncio.gather(
            *(
                loop.create_connection(_maker(crowd, path, f"{host}:{port}", hello), host, port)
                for hello in hellos[first : first + 50]
            )
        )
        await asyncio.gather(*(tablet.upgraded for _, tablet in made))
        tablets += [tablet for _, tablet in made]
    return tablets


def _maker(
    crowd: Crowd, path: str, host: str, hello: dict[str, object] | None
) -> Callable[[], Tablet]:
    return lambda: Tablet(crowd, path, host, hello)
