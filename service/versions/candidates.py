"""Which pairs of pages are worth comparing: a few for each page, never all; pure.

Pages of one text are found by that text, others by the rare shingles they share, and
pages without text by the bits of their sketches.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from service.versions.looks import sketch, turned
from service.versions.traits import Traits

MOST: Final = 6
"""Candidates by shared shingles or sketch for each page."""

TWINS: Final = 8
"""Copies of one page that are all compared; of more, each with those of about its rank."""

HELD: Final = 8
"""A shingle on more pages than these finds none."""

NEAR_SKETCH: Final = 80
"""Bits of 240 in which two sketches of one sheet may differ; strangers differ in 40 to 120."""

PICTURES: Final = 1_500
"""Pages without text that are looked through for one such page: those nearest to it."""

Place = tuple[int, int]


def candidates(old: Sequence[Traits], new: Sequence[Traits]) -> set[Place]:
    """Places (old, new) from 0; at most about 20 for each page."""
    return {*_twins(old, new), *_sharing(old, new), *_looking_alike(old, new)}


def _twins(old: Sequence[Traits], new: Sequence[Traits]) -> Iterator[Place]:
    by_body: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, pages in enumerate((old, new)):
        for page in pages:
            if page.letters or page.blank:
                by_body[page.body or page.letters][side].append(page.at)
    for olds, news in by_body.values():
        for rank, at in enumerate(news):
            yield from ((other, at) for other in _about(olds, rank, len(news)))


def _about(olds: list[int], rank: int, of: int) -> list[int]:
    """The copies of about the same rank, counted from the front and from the end."""
    if max(len(olds), of) <= TWINS:
        return olds
    head, tail, reach = rank, rank + len(olds) - of, TWINS // 4
    ranks = {*range(head - reach, head + reach + 1), *range(tail - reach, tail + reach + 1)}
    return [olds[near] for near in sorted(ranks) if 0 <= near < len(olds)]


def _sharing(old: Sequence[Traits], new: Sequence[Traits]) -> Iterator[Place]:
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for page in old:
        for number in page.rare:
            holders[number].append(page.at)
    for page in new:
        votes: Counter[int] = Counter()
        for number in page.rare:
            held = holders.get(number, ())
            if len(held) <= HELD:
                votes.update(held)
        most = sorted(votes, key=lambda at: (-votes[at], at))[:MOST]
        yield from ((at, page.at) for at in most)


def _looking_alike(old: Sequence[Traits], new: Sequence[Traits]) -> Iterator[Place]:
    pictures = [page for page in old if page.print and not page.body and not page.blank]
    if not pictures:
        return
    for page in new:
        if not page.print or page.body or page.blank:
            continue
        near = sorted(pictures, key=lambda other: abs(other.at - page.at))[:PICTURES]
        for degrees in (0, 90, 180, 270):
            bits = sketch(turned(page.print, degrees)) if degrees else page.sketch
            apart = sorted(((other.sketch ^ bits).bit_count(), other.at) for other in near)
            alike = [at for bits_apart, at in apart[:MOST] if bits_apart <= NEAR_SKETCH]
            yield from ((at, page.at) for at in alike)
