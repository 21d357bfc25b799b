"""A hit as it is shown: the words around it, and where it lies on the page; pure."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from service.render.paper import Box
from service.search.matching import Span

AROUND: Final = 30
"""Characters before and after a hit: with it two lines of a tablet's side panel."""

LONGEST_MATCH: Final = 200

_WORD: Final = re.compile(r"\S+")
_WHITE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A hit with its surroundings, as the page has them; line ends are spaces."""

    before: str
    match: str
    after: str


def snippet(text: str, span: Span) -> Snippet:
    """The words around a hit."""
    start, end = span
    before = _WHITE.sub(" ", text[max(0, start - 2 * AROUND) : start]).lstrip()[-AROUND:]
    after = _WHITE.sub(" ", text[end : end + 2 * AROUND]).rstrip()[:AROUND]
    return Snippet(before, _WHITE.sub(" ", text[start:end])[:LONGEST_MATCH], after)


def boxes_of(text: str, boxes: Sequence[Box], spans: Iterable[Span]) -> list[Box]:
    """Where these spans of a page's text lie: a box for each word that a hit touches.

    Spans are in order and do not overlap; `boxes` has one for each word of the text.
    """
    found: list[Box] = []
    words = zip(_WORD.finditer(text), boxes, strict=False)
    word = next(words, None)
    for start, end in spans:
        while word is not None and word[0].end() <= start:
            word = next(words, None)
        while word is not None and word[0].start() < end:
            first, last = max(start, word[0].start()), min(end, word[0].end())
            found.append(
                _part(word[0][0], word[1], first - word[0].start(), last - word[0].start())
            )
            if word[0].end() > end:
                break
            word = next(words, None)
    return found


def _part(word: str, box: Box, start: int, end: int) -> Box:
    """The box of some letters of a word, as if all letters of a width were equally wide.

    A word that runs down the page, or up, is taken whole: its box does not say which.
    """
    left, top, right, bottom = box
    if (start, end) == (0, len(word)) or bottom - top > right - left:
        return box
    widths = [_width(letter) for letter in word]
    unit = (right - left) / max(1, sum(widths))
    return (
        left + round(unit * sum(widths[:start])),
        top,
        left + round(unit * sum(widths[:end])),
        bottom,
    )


def _width(letter: str) -> int:
    """Halves of a full width (Unicode Annex 11); marks stand on the letter before."""
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
