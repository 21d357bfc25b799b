"""Text as it is compared: one form of every letter, and the way back to the letters read; pure.

Compatibility forms (NFKC, Unicode Annex 15) and case folding: full-width and decomposed
letters, unit signs and capitals are as their plain ones. Nothing is left out, so that in
most papers a place in the folded text is the same place in the text.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

ARAEA = "\u318d"
"""A letter no longer written; Korean papers use it as a middle dot."""

MIDDLE_DOT = "\u00b7"

_WORD = re.compile(r"\S+")
_JAMO_THAT_JOIN = range(0x1160, 0x1200)
"""Vowels and finals that NFKC joins to the initial before them (Unicode 3.12)."""


def folded(text: str) -> str:
    """The text as it is compared; the same object where nothing had to change."""
    plain = unicodedata.normalize("NFKC", text.replace(ARAEA, MIDDLE_DOT)).casefold()
    return text if plain == text else plain


def stays_in_place(text: str) -> bool:
    """Whether each letter of the text is one letter, at the same place, when folded.

    Case folding alone never makes a text shorter.
    """
    plain = text.replace(ARAEA, MIDDLE_DOT)
    return unicodedata.is_normalized("NFKC", plain) and len(plain.casefold()) == len(plain)


class WayBack:
    """From places in a folded text to places in the text it was made from.

    Folding never reaches across a line end, so only the lines of a hit are looked at
    letter by letter.
    """

    def __init__(self, text: str) -> None:
        self._lines = [] if stays_in_place(text) else text.split("\n")
        self._ends: list[int] = list(accumulate(len(folded(line)) + 1 for line in self._lines))
        self._begins: list[int] = list(
            accumulate((len(line) + 1 for line in self._lines), initial=0)
        )
        self._known: dict[int, Sequence[tuple[int, int]]] = {}

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the letters from `start` up to `end` of the folded text stand in the text."""
        if not self._lines:
            return start, end
        return self._origin(start)[0], self._origin(end - 1)[1]

    def _origin(self, place: int) -> tuple[int, int]:
        number = bisect_right(self._ends, place)
        if number not in self._known:
            self._known[number] = origins(self._lines[number])
        before = self._ends[number - 1] if number else 0
        first, last = self._known[number][place - before]
        return self._begins[number] + first, self._begins[number] + last


def origins(text: str) -> Sequence[tuple[int, int]]:
    """For each letter of the folded text: the span of the text it came from.

    Folding never reaches across white space either, so each word is looked at alone.
    """
    found: list[tuple[int, int]] = []
    at = 0
    for word in _WORD.finditer(text):
        found += ((place, place + 1) for place in range(at, word.start()))
        at = word.end()
        if stays_in_place(word[0]):
            found += ((place, place + 1) for place in range(word.start(), at))
            continue
        here = [
            (start, end)
            for start, end in _clusters(text, word.start(), at)
            for _ in folded(text[start:end])
        ]
        # Some letters join otherwise alone than together: then the word's end is near enough.
        length = len(folded(word[0]))
        found += here[:length] + [(at - 1, at)] * (length - len(here))
    found += ((place, place + 1) for place in range(at, len(text)))
    return found


def _clusters(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of letters with the marks, vowels and finals that join them."""
    begins = [start]
    for place in range(start + 1, end):
        if not (unicodedata.combining(text[place]) or ord(text[place]) in _JAMO_THAT_JOIN):
            begins.append(place)
    return list(zip(begins, [*begins[1:], end], strict=True))
