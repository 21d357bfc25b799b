"""What became of every page between two versions of a document; pure values.

Two users are served. **Carrying ink over** asks `to_new(page)` for each page with ink: a
pair whose kind is same or moved takes the ink as it stands (places are in 1/10,000 of
the page's width); a changed one takes it and says "this page changed"; `turned` says by
how much to turn the places; no pair means that the ink is listed with its old page, and
`Lone.within` names the page to offer for it. **Replacing a document** shows the counts
and the pages of each kind, and lets readers stay on `to_new(page)` of where they were.
"""

from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta

from service.model import PageNumber, Value


class Change(StrEnum):
    """What differs between the two pages of a pair; the first that holds, from below.

    TEXT     words of the page itself, or only the spaces between them
    LOOKS    the picture alone: another font, figure or seal; without any text, perhaps a new scan
    MARGINS  running lines alone: page numbers, dates and names that head or foot many pages
    NONE     nothing that can be told: same words, and the same picture at the print's fineness
    """

    NONE = "none"
    MARGINS = "margins"
    LOOKS = "looks"
    TEXT = "text"


class Kind(StrEnum):
    """A pair in one word; renumbered pages are the same page, not changed ones."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    MOVED_AND_CHANGED = "moved_and_changed"


class Pair(Value, frozen=True):
    """A page of the old version and the page of the new one that it became.

    `moved` is said of pages that changed places with others, never of those that only
    slid because pages before them came or went. `turned` is clockwise, in degrees.
    """

    old: PageNumber
    new: PageNumber
    moved: bool = False
    change: Change = Change.NONE
    turned: Literal[0, 90, 180, 270] = 0

    @property
    def kind(self) -> Kind:
        """What to tell people."""
        changed = self.change in {Change.LOOKS, Change.TEXT} or self.turned != 0
        if self.moved:
            return Kind.MOVED_AND_CHANGED if changed else Kind.MOVED
        return Kind.CHANGED if changed else Kind.SAME


class Lone(Value, frozen=True):
    """A page without a partner: added in the new version, or removed with the old.

    `within` is the page of the other version that holds most of its text, after a page
    was split or two were merged.
    """

    page: PageNumber
    within: PageNumber | None = None


class PageMap(Value, frozen=True):
    """Every page of both versions exactly once: `pairs` by new page, the others by page."""

    pairs: Annotated[tuple[Pair, ...], Meta(max_length=100_000)] = ()
    added: Annotated[tuple[Lone, ...], Meta(max_length=100_000)] = ()
    removed: Annotated[tuple[Lone, ...], Meta(max_length=100_000)] = ()

    def to_new(self, old: int) -> Pair | None:
        """The pair of a page of the old version; None when it was removed."""
        return next((pair for pair in self.pairs if pair.old == old), None)

    def to_old(self, new: int) -> Pair | None:
        """The pair of a page of the new version; None when it was added."""
        return next((pair for pair in self.pairs if pair.new == new), None)


def identity(pages: int) -> PageMap:
    """The map of a document onto itself."""
    return PageMap(pairs=tuple(Pair(old=page, new=page) for page in range(1, pages + 1)))


def reversed_map(page_map: PageMap) -> PageMap:
    """The same map read from the new version back to the old."""
    turns: dict[int, Literal[0, 90, 180, 270]] = {0: 0, 90: 270, 180: 180, 270: 90}
    pairs = [
        Pair(
            old=pair.new,
            new=pair.old,
            moved=pair.moved,
            change=pair.change,
            turned=turns[pair.turned],
        )
        for pair in page_map.pairs
    ]
    return PageMap(
        pairs=tuple(sorted(pairs, key=lambda pair: pair.new)),
        added=page_map.removed,
        removed=page_map.added,
    )
