"""Prints of pages compared; pure.

A print is a page's picture shrunk to a few grey levels. Two are as alike as their grey
levels are correlated (Pearson), which no brighter lamp of a scanner changes. The sketch
is the print's gradient signs (the "dHash" of N. Krawetz, 2013): its bits tell in no time
which of many prints are worth comparing.
"""

import math
from functools import lru_cache
from typing import Final

from service.versions.leaf import PRINT_SIDE

SAME_LEVELS: Final = 12
"""Of 255: JPEG moves a print's levels by 3, a seal of 4 mm on the page by 20."""

SAME_SCAN: Final = 0.985
"""Correlation of one picture compressed twice; another scan of a sheet has 0.93 to 0.99."""

MARGIN_ROWS: Final = 3
"""Rows at the top and the foot of a print where running lines stand: 9 % of the height."""

_SKETCH_STEP: Final = 6
_CELLS: Final = PRINT_SIDE * PRINT_SIDE


def looks_same(old: bytes, new: bytes, *, within_margins: bool = False) -> bool:
    """Whether no level differs by more than compression does; unknown prints differ in nothing."""
    if not old or not new or old == new:
        return True
    skipped = MARGIN_ROWS * PRINT_SIDE if within_margins else 0
    kept = slice(skipped, _CELLS - skipped)
    levels = zip(old[kept], new[kept], strict=True)
    return all(-SAME_LEVELS <= before - after <= SAME_LEVELS for before, after in levels)


def picture_likeness(old: bytes, new: bytes) -> float:
    """From 0 for strangers to 1 for the same picture; 0 when a print is unknown."""
    if not old or not new:
        return 0.0
    if looks_same(old, new):
        return 1.0
    (old_sum, old_spread), (new_sum, new_spread) = _moments(old), _moments(new)
    if not old_spread or not new_spread:
        return 0.0
    product = sum(map(int.__mul__, old, new)) * _CELLS - old_sum * new_sum
    return max(0.0, product / math.sqrt(old_spread * new_spread))


def is_blank(print_: bytes) -> bool:
    """Whether nothing to speak of stands on the page."""
    return bool(print_) and max(print_) - min(print_) <= SAME_LEVELS


@lru_cache(maxsize=64)
def turned(print_: bytes, degrees: int) -> bytes:
    """The print of the same page turned clockwise by 0, 90, 180 or 270 degrees."""
    if not print_ or not degrees:
        return print_
    if degrees == 180:
        return print_[::-1]
    columns = [print_[column::PRINT_SIDE] for column in range(PRINT_SIDE)]
    if degrees == 90:
        return b"".join(column[::-1] for column in columns)
    return b"".join(reversed(columns))


def sketch(print_: bytes) -> int:
    """One bit for each second cell: whether its right neighbour is clearly brighter."""
    bits = 0
    for row in range(0, _CELLS, 2 * PRINT_SIDE):
        for cell in range(row, row + PRINT_SIDE - 2, 2):
            bits = bits << 1 | (print_[cell + 2] - print_[cell] > _SKETCH_STEP)
    return bits


@lru_cache(maxsize=4096)
def _moments(print_: bytes) -> tuple[int, int]:
    """The sum of a print's levels, and their spread: variance times cells squared."""
    whole = sum(print_)
    return whole, sum(map(int.__mul__, print_, print_)) * _CELLS - whole * whole
