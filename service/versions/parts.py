"""Pages without a partner, and where most of what stands on them is found; pure.

So a page that was split leads from its second half to the whole, and of two pages that
were merged the one left over leads to where its text went.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from service.versions.likeness import containment
from service.versions.page_map import Lone
from service.versions.traits import Traits

PART: Final = 0.6
"""Share of a page's text that must stand on another page for it to be a part of that."""

FEWEST_LETTERS: Final = 40
"""A page with fewer is no part of anything."""


def lone_pages(
    ours: Sequence[Traits],
    others: Sequence[Traits],
    partner: Mapping[int, int],
    sought: Iterable[tuple[int, int]],
) -> tuple[Lone, ...]:
    """Our pages that have no partner; `sought` are places (ours, other) worth looking at."""
    near: defaultdict[int, set[int]] = defaultdict(set)
    for our, other in sought:
        near[our].add(other)
    lone = []
    for page in ours:
        if page.at in partner:
            continue
        beside = {partner[at] for at in (page.at - 1, page.at + 1) if at in partner}
        lone.append(_lone(page, [others[at] for at in sorted(near[page.at] | beside)]))
    return tuple(lone)


def _lone(page: Traits, others: Sequence[Traits]) -> Lone:
    within = None
    if len(page.body) >= FEWEST_LETTERS:
        shares = [(containment(page, other), other) for other in others if other.body]
        share, whole = max(shares, key=lambda found: found[0], default=(0.0, page))
        within = whole.at + 1 if share >= PART else None
    return Lone(page=page.at + 1, within=within)
