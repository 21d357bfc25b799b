"""The one typeface of the demo: the Korean face that PyMuPDF carries, so no font is needed."""

import re
from functools import cache
from typing import Any, Final

import pymupdf

_pymupdf: Final[Any] = pymupdf  # its own annotations cover a part of it only

_SMALL_SIGNS = re.compile(r"([△▶○※]+)")
_LARGER = 1.6
"""The face draws these signs at less than two thirds of what Korean offices are used to."""


class Face:
    """Measures text and turns it into glyph numbers."""

    def __init__(self) -> None:
        self._font = _pymupdf.Font("korea")
        self.data: bytes = self._font.buffer
        self._glyphs: dict[str, int] = {}
        self._advances: dict[str, float] = {}

    def runs(self, text: str) -> list[tuple[float, str]]:
        """The text as hexadecimal PDF strings, each with how much larger it is to be drawn.

        Raises ValueError for a sign the face does not have: an empty box in a paper is a bug.
        """
        # With one group in the pattern, every second piece is a small sign.
        pieces = enumerate(_SMALL_SIGNS.split(text))
        return [
            (_LARGER if at % 2 else 1.0, "".join(f"{self._glyph(sign):04x}" for sign in piece))
            for at, piece in pieces
            if piece
        ]

    def width(self, text: str, size: float) -> float:
        """How wide the text is, in points."""
        return size * sum(self._advance(sign) for sign in text)

    def lines(self, text: str, size: float, room: float) -> list[str]:
        """The text in lines no wider than `room`, broken between words where it can be."""
        lines: list[str] = []
        line = ""
        for word in text.split(" "):
            longer = f"{line} {word}" if line else word
            if self.width(longer, size) <= room:
                line = longer
                continue
            if line:
                lines.append(line)
            line = word
            while self.width(line, size) > room and len(line) > 1:
                fits = self._fitting(line, size, room)
                lines.append(line[:fits])
                line = line[fits:]
        return [*lines, line]

    def _fitting(self, text: str, size: float, room: float) -> int:
        used = 0.0
        for count, sign in enumerate(text):
            used += size * self._advance(sign)
            if used > room:
                return max(count, 1)
        return len(text)

    def _glyph(self, sign: str) -> int:
        if sign not in self._glyphs:
            glyph = int(self._font.has_glyph(ord(sign)))
            if not glyph:
                raise ValueError(f"the face has no sign for {sign!r}")
            self._glyphs[sign] = glyph
        return self._glyphs[sign]

    def _advance(self, sign: str) -> float:
        if sign not in self._advances:
            larger = _LARGER if _SMALL_SIGNS.match(sign) else 1.0
            self._advances[sign] = larger * float(self._font.glyph_advance(ord(sign)))
        return self._advances[sign]


@cache
def face() -> Face:
    """The face, loaded once a process."""
    return Face()
