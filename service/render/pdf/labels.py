"""The labels a document gives its pages: i, ii, 1, 2, A-1; pure (ISO 32000-1, 12.4.2)."""

from collections.abc import Sequence
from typing import Final, NamedTuple

LONGEST: Final = 40
"""Characters of a label."""

_ROMAN: Final = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LARGEST_ROMAN: Final = 9_999
_LARGEST_LETTERED: Final = 26 * LONGEST


class Numbering(NamedTuple):
    """How pages are labelled from one on; `first` counts from 0, `style` is D, R, r, A, a or ""."""

    first: int
    style: str
    prefix: str
    start: int


def labels(numberings: Sequence[Numbering], pages: int) -> tuple[str, ...]:
    """One label a page; none at all where they only say what the page's number says.

    Pages before the first numbering keep their number. Of two numberings of one page the
    later counts.
    """
    rules = {rule.first: rule for rule in numberings}
    rule = Numbering(0, "D", "", 1)
    made = []
    for page in range(pages):
        rule = rules.get(page, rule)
        number = rule.start + page - rule.first
        made.append((rule.prefix + numeral(rule.style, number))[:LONGEST].strip())
    plain = all(label == str(page) for page, label in enumerate(made, 1))
    return () if plain else tuple(made)


def numeral(style: str, number: int) -> str:
    """The number in a style; in decimals where the style has no sane way to write it."""
    if style == "":
        return ""
    if style in "Rr" and 0 < number <= _LARGEST_ROMAN:
        return _roman(number) if style == "r" else _roman(number).upper()
    if style in "Aa" and 0 < number <= _LARGEST_LETTERED:
        letter = chr(ord(style) + (number - 1) % 26)
        return letter * ((number - 1) // 26 + 1)
    return str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written
