"""A client's bytes, cut where its messages end, so that a link can say one of them again; pure."""

from dataclasses import dataclass

HEAD_END = b"\r\n\r\n"
FINAL_TEXT = 0x81
MASK_BYTES = 4
LENGTH_BYTES = {126: 2, 127: 8}
"""How many bytes of length follow a short length of 126 or 127 (RFC 6455, 5.2)."""


@dataclass(slots=True)
class ClientMessages:
    """Takes bytes as they come; `last` is the newest whole text message, frame and all."""

    last: bytes = b""
    _waiting: bytes = b""
    _upgraded: bool = False

    def feed(self, data: bytes) -> bytes:
        """What of `data` and before is whole by now: the upgrade's head, then whole frames."""
        self._waiting += data
        whole = b""
        while (end := self._end()) is not None:
            piece, self._waiting = self._waiting[:end], self._waiting[end:]
            if self._upgraded and piece[0] == FINAL_TEXT:
                self.last = piece
            self._upgraded = True
            whole += piece
        return whole

    def _end(self) -> int | None:
        if not self._upgraded:
            head = self._waiting.find(HEAD_END)
            return None if head < 0 else head + len(HEAD_END)
        if len(self._waiting) < 2:
            return None
        short = self._waiting[1] & 0x7F
        more = LENGTH_BYTES.get(short, 0)
        size = int.from_bytes(self._waiting[2 : 2 + more]) if more else short
        end = 2 + more + MASK_BYTES + size
        return end if len(self._waiting) >= max(end, 2 + more) else None
