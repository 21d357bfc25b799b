"""Words of Korean pages whose file has no blanks, only gaps; pure.

Hancom's word processor places every syllable by itself and writes no blank; MuPDF puts
blanks into the gaps between letters of most scripts, but not behind Hangul.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any, Final

Found = tuple[float, float, float, float, str, int, int, int]
"""MuPDF's word: left, top, right, bottom, text, and the numbers of block, line and word."""

_HANGUL: Final = re.compile("[가-힣ᄀ-ᇿ]")
_LONG: Final = re.compile("(?<=[가-힣ᄀ-ᇿ]{6})[가-힣ᄀ-ᇿ]+")
"""What goes beyond six syllables: longer words are few, mostly names of budget items."""

OFTEN: Final = 4
"""Syllables to a word: that many beyond six, for want of each blank, are suspicious."""

GAP: Final = 0.15
"""Ems beyond a line's own spacing that part words: the narrowest blank is 0.2."""

MOST: Final = 30_000
"""Characters of a page that are spelled: each takes a kilobyte while it is."""

SPACED: Final = 4
"""Gaps from which on a line has a spacing of its own: a title's letters may stand far apart."""


def lacks_blanks(found: Sequence[Found], joined: str) -> bool:
    """Whether the page has long stretches of Hangul, and few blanks behind Hangul.

    A page whose longest word has six syllables passes: a title loses its blanks, which
    whoever searches is forgiven. `joined` are all the words in one text.
    """
    needed = sum(map(len, _LONG.findall(joined))) / OFTEN
    if needed == 0 or len(joined) > MOST:
        return False
    for one, two in pairwise(found):
        if one[6] == two[6] and one[5] == two[5] and _HANGUL.match(one[4][-1:]):
            needed -= 1
            if needed < 0:
                return False
    return True


def spelled(blocks: Sequence[dict[str, Any]]) -> Iterator[Found]:
    """The words of MuPDF's blocks of single characters ("rawdict"), parted at gaps too."""
    for block in blocks:
        for line_number, line in enumerate(block.get("lines", ())):
            signs = [(sign, span["size"]) for span in line["spans"] for sign in span["chars"]]
            for number, word in enumerate(_words(signs, line["dir"])):
                lefts, tops, rights, bottoms = zip(*(sign["bbox"] for sign in word), strict=True)
                text = "".join(sign["c"] for sign in word)
                box = min(lefts), min(tops), max(rights), max(bottoms)
                yield (*box, text, block["number"], line_number, number)


def _words(
    signs: Sequence[tuple[dict[str, Any], float]], direction: tuple[float, float]
) -> Iterator[list[dict[str, Any]]]:
    spans = [_along(sign["bbox"], direction) for sign, _ in signs]
    gaps = [0.0]
    for (_, size), one, two in zip(signs[1:], spans, spans[1:], strict=False):
        gaps.append((two[0] - one[1]) / max(size, 1e-6))
    inner = [
        gap
        for (one, _), (two, _), gap in zip(signs, signs[1:], gaps[1:], strict=False)
        if not one["c"].isspace() and not two["c"].isspace()
    ]
    usual = median(inner) if len(inner) >= SPACED else 0.0
    word: list[dict[str, Any]] = []
    for (sign, _), gap in zip(signs, gaps, strict=True):
        if word and (sign["c"].isspace() or gap > usual + GAP):
            yield word
            word = []
        if not sign["c"].isspace():
            word.append(sign)
    if word:
        yield word


def _along(
    box: tuple[float, float, float, float], direction: tuple[float, float]
) -> tuple[float, float]:
    """Where a character begins and ends along its line."""
    across, down = direction
    if abs(across) >= abs(down):
        return (box[0], box[2]) if across > 0 else (-box[2], -box[0])
    return (box[1], box[3]) if down > 0 else (-box[3], -box[1])
