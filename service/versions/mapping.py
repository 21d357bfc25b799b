"""The page map of two versions; pure.

First the sure links: the heaviest chain of them that never crosses is what stayed in
place (`chain`). What is left of sure links are moved pages, taken chain by chain, so
that a moved chapter keeps its order. Then weaker likeness counts, but only between two
pages whose neighbours are the same: rewritten pages, halves of a split page.

Cost: letters are read once, each page is compared with about 20 others, a chain takes
O(n log n); only pages without text are sketched against each other all with all, in
about 0.1 microseconds a pair. The outcome depends on nothing but the two versions.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from service.versions.candidates import Place, candidates
from service.versions.chain import Link, heaviest_chain
from service.versions.judging import judged
from service.versions.leaf import Leaf
from service.versions.likeness import likeness
from service.versions.page_map import PageMap, Pair, reversed_map
from service.versions.parts import lone_pages
from service.versions.traits import Traits, traits_of

SURE: Final = 0.6
"""Likeness from which on two pages are one wherever they stand in order; a page into whose
head a third of the one before it has flowed still has 0.5 to 0.6."""

MOVED: Final = 0.7
"""The same out of order: forms filled in otherwise reach 0.6."""

WEAK: Final = 0.25
"""The same between neighbours that are the same: half of a split page has 0.4 to 0.5, two
papers of one office 0.1."""

ROUNDS: Final = 8
"""Chapters that may be moved; what is moved beyond is taken page by page, likest first."""

ALL_PAIRS: Final = 400
"""Pairs in a gap between neighbours that are all compared."""

BAND: Final = 2
"""In wider gaps: how far a page is sought from its place from either end of the gap."""

_WEIGHT: Final = 1_000_000


def page_map(old: Sequence[Leaf], new: Sequence[Leaf]) -> PageMap:
    """Which page of the new version is which of the old; pages count from 1.

    Read backwards, the versions give the same map reversed.
    """
    if _order(old) > _order(new):
        return reversed_map(page_map(new, old))
    return _Mapping(*traits_of(old, new)).result()


def _order(leaves: Sequence[Leaf]) -> tuple[int, list[tuple[str, bytes]]]:
    return len(leaves), [(leaf.text, leaf.print) for leaf in leaves]


class _Mapping:
    """The map in the making: who is whose partner, by place from 0."""

    def __init__(self, old: Sequence[Traits], new: Sequence[Traits]) -> None:
        self._old = old
        self._new = new
        self._likeness: dict[Place, float] = {}
        self._partner: dict[int, int] = {}
        self._taken: set[int] = set()
        self._sought = sorted(candidates(old, new))

    def result(self) -> PageMap:
        """The map."""
        links = list(self._links(self._sought, SURE))
        kept = heaviest_chain(links)
        self._take(kept)
        self._take_moved([link for link in links if self._may_move(link)])
        self._take(heaviest_chain(self._links(self._gap_places(kept), WEAK)))
        self._uncross_copies()
        backwards = {new: old for old, new in self._partner.items()}
        turned_round = [(new, old) for old, new in self._sought]
        return PageMap(
            pairs=self._pairs(),
            added=lone_pages(self._new, self._old, backwards, turned_round),
            removed=lone_pages(self._old, self._new, self._partner, self._sought),
        )

    def _pairs(self) -> tuple[Pair, ...]:
        """The pairs by new page; moved are those outside of the heaviest chain of them."""
        links = self._links(sorted(self._partner.items()), 0)
        in_place = {link.old for link in heaviest_chain(links)}
        pairs = [
            judged(self._old[old], self._new[new], moved=old not in in_place)
            for old, new in self._partner.items()
        ]
        return tuple(sorted(pairs, key=lambda pair: pair.new))

    def _uncross_copies(self) -> None:
        """Copies of one page that became copies of one page keep their order."""
        groups: defaultdict[tuple[str | bytes, ...], list[int]] = defaultdict(list)
        for old, new in sorted(self._partner.items()):
            before, after = self._old[old], self._new[new]
            groups[before.body, before.print, after.body, after.print].append(old)
        for olds in groups.values():
            news = sorted(self._partner[old] for old in olds)
            self._partner.update(zip(olds, news, strict=True))

    def _like(self, place: Place) -> float:
        if place not in self._likeness:
            self._likeness[place] = likeness(self._old[place[0]], self._new[place[1]])
        return self._likeness[place]

    def _links(self, places: Iterable[Place], floor: float) -> Iterator[Link]:
        """Links of pages alike enough; one sure link outweighs many doubtful ones.

        Copies of one page share the weight of one: a row of blank pages holds nothing in
        place.
        """
        for old, new in places:
            alike = self._like((old, new))
            if alike >= floor:
                copies = max(self._old[old].copies, self._new[new].copies)
                yield Link(old, new, max(1, round(_WEIGHT * alike**2 / copies)))

    def _take(self, links: Iterable[Link]) -> None:
        for link in links:
            self._partner[link.old] = link.new
            self._taken.add(link.new)

    def _is_free(self, old: int, new: int) -> bool:
        return old not in self._partner and new not in self._taken

    def _may_move(self, link: Link) -> bool:
        return (
            self._is_free(link.old, link.new)
            and self._like((link.old, link.new)) >= MOVED
            and not self._old[link.old].blank
        )

    def _take_moved(self, links: list[Link]) -> None:
        for _ in range(ROUNDS):
            links = [link for link in links if self._is_free(link.old, link.new)]
            if not links:
                return
            self._take(heaviest_chain(links))
        for link in sorted(links, key=lambda link: (-link.weight, link.old, link.new)):
            if self._is_free(link.old, link.new):
                self._take([link])

    def _gap_places(self, kept: Sequence[Link]) -> Iterator[Place]:
        """Free pages on both sides between two neighbours that stayed in place."""
        ends = [(link.old, link.new) for link in kept]
        starts = [(-1, -1), *ends]
        for start, end in zip(starts, [*ends, (len(self._old), len(self._new))], strict=True):
            olds = [at for at in range(start[0] + 1, end[0]) if at not in self._partner]
            news = [at for at in range(start[1] + 1, end[1]) if at not in self._taken]
            for rank, new in enumerate(news):
                yield from ((old, new) for old in _band(olds, rank, len(news)))


def _band(olds: list[int], rank: int, of: int) -> list[int]:
    """The pages of a gap to compare with the one of that rank."""
    if len(olds) * of <= ALL_PAIRS:
        return olds
    tail = rank + len(olds) - of
    near = {*range(rank - BAND, rank + BAND + 1), *range(tail - BAND, tail + BAND + 1)}
    return [olds[at] for at in sorted(near) if 0 <= at < len(olds)]
