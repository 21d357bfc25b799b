"""WebSocket frames as a tablet sends them (RFC 6455, section 5), read piece by piece; pure.

Strict, because only a browser's own code is expected at the other end: what the RFC forbids
ends the connection at the first byte that shows it, and nothing is kept for what would be
refused anyway. An idle reader holds no buffer.
"""

from enum import IntEnum

from service.protocol.closing import CloseCode


class Kind(IntEnum):
    """Opcodes (5.2)."""

    PART = 0
    TEXT = 1
    BINARY = 2
    CLOSE = 8
    PING = 9
    PONG = 10


KINDS = {kind.value: kind for kind in Kind}

PROTOCOL_ERROR = 1002
WRONG_TEXT = 1007
"""Close codes of the RFC itself (7.4.1)."""

LONGEST_CONTROL = 125
"""Bytes in a control frame (5.5)."""

FIN, RESERVED, OPCODE = 0x80, 0x70, 0x0F
MASKED, LENGTH = 0x80, 0x7F


class Unreadable(Exception):
    """What came cannot be a tablet's; `code` says why, and nothing after it can be read."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code, self.reason = code, reason


class FrameReader:
    """Takes bytes as they come; gives whole texts, control frames and parts in their order.

    `most` is how many bytes a message may have; it may be changed between two messages.
    """

    __slots__ = ("_at", "_parts", "_rest", "most")

    def __init__(self, most: int) -> None:
        self.most = most
        self._rest: bytes | bytearray = b""
        self._at = 0
        self._parts: bytearray | None = None

    def feed(self, data: bytes) -> None:
        """Add what came; it is kept until `read` has taken it."""
        if not self._rest:
            self._rest = data
            return
        if not isinstance(self._rest, bytearray):  # one that grows does not copy all before
            self._rest = bytearray(self._rest)
        del self._rest[: self._at]
        self._at = 0
        self._rest += data

    def read(self) -> tuple[Kind, bytes] | None:
        """The next of what came, or None until more comes. Raises Unreadable.

        TEXT is a whole message in UTF-8; PART tells that a fragment of one was added; CLOSE's
        payload has been checked.
        """
        frame = self._frame()
        if frame is None:
            return None
        final, kind, payload = frame
        if kind is Kind.CLOSE:
            _check_close(payload)
        if kind >= Kind.CLOSE:
            return kind, payload
        if not final:
            self._parts = self._parts or bytearray()
            self._parts += payload
            return Kind.PART, b""
        if self._parts is not None:
            payload, self._parts = bytes(self._parts + payload), None
        if not payload.isascii():
            _check_text(payload)
        return Kind.TEXT, payload

    def _frame(self) -> tuple[bool, Kind, bytes] | None:
        """One frame taken from the front, unmasked."""
        rest, at = self._rest, self._at
        have = len(rest) - at
        if have < 2:
            self._wait()
            return None
        kind = self._checked(rest[at], rest[at + 1])
        length, head = rest[at + 1] & LENGTH, 2
        if length > LONGEST_CONTROL:
            wide = 2 if length == 126 else 8
            if have < 2 + wide:
                self._wait()
                return None
            length, head = int.from_bytes(rest[at + 2 : at + 2 + wide], "big"), 2 + wide
            if length < (126 if wide == 2 else 65_536):
                raise Unreadable(PROTOCOL_ERROR, "a length longer than it need be")
        if kind < Kind.CLOSE and length + len(self._parts or b"") > self.most:
            raise Unreadable(CloseCode.OVERSIZED, "oversized")
        end = at + head + 4 + length
        if len(rest) < end:
            self._wait()
            return None
        mask = bytes(rest[at + head : at + head + 4])
        payload = _unmasked(rest[at + head + 4 : end], mask)
        final = bool(rest[at] & FIN)
        if end == len(rest):
            self._rest, self._at = b"", 0
        else:
            self._at = end
        return final, kind, payload

    def _wait(self) -> None:
        """Until more comes, keep only what is not read yet."""
        if self._at:
            self._rest, self._at = self._rest[self._at :], 0

    def _checked(self, first: int, second: int) -> Kind:
        """What the first two bytes announce, if it may stand here. Raises Unreadable."""
        kind = KINDS.get(first & OPCODE)
        if kind is None or first & RESERVED:
            raise Unreadable(PROTOCOL_ERROR, "reserved bits or opcode")
        if not second & MASKED:
            raise Unreadable(PROTOCOL_ERROR, "not masked")
        if kind >= Kind.CLOSE:
            if not first & FIN or second & LENGTH > LONGEST_CONTROL:
                raise Unreadable(PROTOCOL_ERROR, "a control frame too long or in parts")
        elif (kind is Kind.PART) != (self._parts is not None):
            raise Unreadable(PROTOCOL_ERROR, "a part out of turn")
        elif kind is Kind.BINARY:
            raise Unreadable(CloseCode.MALFORMED, "malformed")
        return kind


def _unmasked(data: bytes | bytearray, mask: bytes) -> bytes:
    """Each byte with its byte of the mask (5.3), all at once as one long number."""
    size = len(data)
    key = (mask * (size // 4 + 1))[:size]
    return (int.from_bytes(data, "big") ^ int.from_bytes(key, "big")).to_bytes(size, "big")


def close_code(payload: bytes) -> int | None:
    """The code in a close frame's payload, None when it has none."""
    return int.from_bytes(payload[:2], "big") if payload else None


def _check_close(payload: bytes) -> None:
    code = close_code(payload)
    if code is None:
        return
    # 7.4: 1004 to 1006 and 1015 are never sent, 1016 to 2999 are not given out yet.
    if not (1000 <= code <= 1003 or 1007 <= code <= 1014 or 3000 <= code <= 4999):
        raise Unreadable(PROTOCOL_ERROR, "no close code")
    _check_text(payload[2:])


def _check_text(data: bytes) -> None:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        raise Unreadable(WRONG_TEXT, "not UTF-8") from error
