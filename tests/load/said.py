"""What a thin WebSocket client says: its upgrade, and frames masked with zeros."""

import base64
import json
import os

HOST = "127.0.0.1"
TEXT, BINARY = 0x81, 0x82
"""FIN set, and the opcode (RFC 6455, 5.2)."""

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


def upgrade(port: int, path: str) -> bytes:
    """The request that opens a socket (RFC 6455, 4.1)."""
    key = base64.b64encode(os.urandom(16)).decode()
    return (
        f"GET {path} HTTP/1.1\r\nHost: {HOST}:{port}\r\nUpgrade: websocket\r\n"
        f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\n"
        f"Sec-WebSocket-Version: 13\r\n{LIKE_A_BROWSER}\r\n"
    ).encode()


def frame(data: bytes, kind: int = TEXT) -> bytes:
    """A client's frame, masked with zeros (RFC 6455, 5.3): nobody stands between us."""
    size = len(data)
    if size < 126:
        head = bytes((kind, 0x80 | size))
    elif size < 65_536:
        head = bytes((kind, 0xFE)) + size.to_bytes(2, "big")
    else:
        head = bytes((kind, 0xFF)) + size.to_bytes(8, "big")
    return head + bytes(4) + data


def text(message: dict[str, object]) -> bytes:
    """The frame of a JSON message."""
    return frame(json.dumps(message).encode())
