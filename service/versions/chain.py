"""The heaviest chain of links that never cross; pure.

Pages that were not moved keep their order, so they are a chain of links rising on both
sides: a longest increasing subsequence as patience diff takes it (J. Hunt and T.
Szymanski, "A fast algorithm for computing longest common subsequences", 1977), with
weights, found in O(L log n) with a tree of best sums (P. Fenwick, 1994).
"""

from collections.abc import Iterable
from typing import NamedTuple


class Link(NamedTuple):
    """A page of the old version that may be a page of the new one; both from 0."""

    old: int
    new: int
    weight: int


def heaviest_chain(links: Iterable[Link]) -> list[Link]:
    """Links rising in old and new, of the greatest weight in all; weights are above 0."""
    # Of one old page the later new ones come first, so that none follows another.
    ordered = sorted(links, key=lambda link: (link.old, -link.new))
    if not ordered:
        return []
    size = max(link.new for link in ordered) + 1
    best: list[tuple[int, int]] = [(0, -1)] * (size + 1)
    before: list[int] = []
    for at, link in enumerate(ordered):
        total, last = _best_below(best, link.new)
        before.append(last)
        _note(best, link.new, (total + link.weight, at))
    chain = []
    at = _best_below(best, size)[1]
    while at >= 0:
        chain.append(ordered[at])
        at = before[at]
    return chain[::-1]


def _best_below(best: list[tuple[int, int]], new: int) -> tuple[int, int]:
    """The greatest sum of a chain ending before that new page, and its last link."""
    found, at = best[0], new
    while at > 0:
        if best[at][0] > found[0]:
            found = best[at]
        at -= at & -at
    return found


def _note(best: list[tuple[int, int]], new: int, sum_: tuple[int, int]) -> None:
    at = new + 1
    while at < len(best):
        if sum_[0] > best[at][0]:
            best[at] = sum_
        at += at & -at
