"""Text to a WebSocket frame as a server sends it (RFC 6455, section 5.2); pure."""

FINAL_TEXT = 0x81
"""FIN set, opcode 1: a whole text message in one frame."""


def text_frame(text: bytes) -> bytes:
    """The frame of one UTF-8 text message: unmasked, unfragmented, uncompressed."""
    size = len(text)
    if size < 126:
        return bytes((FINAL_TEXT, size)) + text
    if size < 65_536:
        return bytes((FINAL_TEXT, 126)) + size.to_bytes(2, "big") + text
    return bytes((FINAL_TEXT, 127)) + size.to_bytes(8, "big") + text
