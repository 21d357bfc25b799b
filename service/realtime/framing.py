"""WebSocket frames as a server sends them (RFC 6455, section 5): unmasked, whole; pure."""

FINAL_TEXT = 0x81
FINAL_CLOSE = 0x88
FINAL_PING = 0x89
FINAL_PONG = 0x8A
"""FIN set, and the opcode."""


def text_frame(text: bytes) -> bytes:
    """The frame of one UTF-8 text message: unmasked, unfragmented, uncompressed."""
    size = len(text)
    if size < 126:
        return bytes((FINAL_TEXT, size)) + text
    if size < 65_536:
        return bytes((FINAL_TEXT, 126)) + size.to_bytes(2, "big") + text
    return bytes((FINAL_TEXT, 127)) + size.to_bytes(8, "big") + text


def ping_frame(payload: bytes) -> bytes:
    """A ping with at most 125 bytes (5.5)."""
    return bytes((FINAL_PING, len(payload))) + payload


def pong_frame(payload: bytes) -> bytes:
    """The answer to a ping with this payload (5.5.3)."""
    return bytes((FINAL_PONG, len(payload))) + payload


def close_frame(code: int | None, reason: str = "") -> bytes:
    """A close with its code and at most 123 bytes of reason, or without any (5.5.1)."""
    body = b"" if code is None else code.to_bytes(2, "big") + reason.encode()
    return bytes((FINAL_CLOSE, len(body))) + body
