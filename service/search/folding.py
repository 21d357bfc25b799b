"""Text as it is compared: one form of every letter, and the way back to the letters read; pure.

Compatibility forms (NFKC, Unicode Annex 15) and case folding: full-width and decomposed
letters, unit signs and capitals are as their plain ones. Nothing is left out, so that in
most papers a place in the folded text is the same place in the text.
"""

import re
import unicodedata
from collections.abc import Sequence

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


class WayBack:
    """From places in a folded text to places in the text it was made from."""

    def __init__(self, text: str, compared: str) -> None:
        self._origins = None if compared is text else origins(text, len(compared))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the letters from `start` up to `end` of the folded text stand in the text."""
        if self._origins is None:
            return start, end
        return self._origins[start][0], self._origins[end - 1][1]


def origins(text: str, length: int) -> Sequence[tuple[int, int]]:
    """For each letter of the folded text of that length: the span of the text it came from.

    Folding never reaches across white space, so each word is looked at alone; a word as
    long as before kept its letters in their places.
    """
    found: list[tuple[int, int]] = []
    at = 0
    for word in _WORD.finditer(text):
        found += ((place, place + 1) for place in range(at, word.start()))
        at = word.end()
        if len(folded(word[0])) == len(word[0]):
            found += ((place, place + 1) for place in range(word.start(), at))
            continue
        for start, end in _clusters(text, word.start(), at):
            found += [(start, end)] * len(folded(text[start:end]))
    found += ((place, place + 1) for place in range(at, len(text)))
    # A word whose letters join otherwise alone than together: its end is near enough.
    found += [(len(text) - 1, len(text))] * (length - len(found))
    return found


def _clusters(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of letters with the marks, vowels and finals that join them."""
    begins = [start]
    for place in range(start + 1, end):
        if not (unicodedata.combining(text[place]) or ord(text[place]) in _JAMO_THAT_JOIN):
            begins.append(place)
    return list(zip(begins, [*begins[1:], end], strict=True))
