"""What is looked at of every page, worked out once for all its comparisons; pure."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from service.versions.leaf import Leaf
from service.versions.looks import is_blank, sketch
from service.versions.running import Form, body_of, running_forms
from service.versions.shingles import Shingles, shingles

MOST_LETTERS: Final = 20_000
"""Of one page that are compared: the densest page of a printed law has about 8,000."""

ALL_LETTERS: Final = 4_000_000
"""Of one version, so that no document takes more than seconds and 100 MB to compare."""

FEWEST_LETTERS: Final = 400

COMMON: Final = 4
"""Pages of both versions together that may hold a rare shingle: two, each with a near copy."""

COMMON_SHARE: Final = 16
"""In long documents a shingle is common from a sixteenth of all pages on."""


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """One page. `letters` are all its letters, `body` those outside of running lines.

    `rare` are the shingles found on few pages of both versions: what forms and tables
    have printed on every page says little of which page is which. `copies` counts the
    pages of its version that cannot be told from it by text, or are blank.
    """

    at: int
    words: str
    letters: str
    body: str
    print: bytes
    sketch: int
    blank: bool
    shingles: Shingles
    rare: frozenset[int]
    copies: int


def traits_of(
    old: Sequence[Leaf], new: Sequence[Leaf]
) -> tuple[tuple[Traits, ...], tuple[Traits, ...]]:
    """The traits of all pages of two versions."""
    running = frozenset[Form]().union(
        *(running_forms([_composed(leaf) for leaf in leaves]) for leaves in (old, new))
    )
    sides = [_Side(old, running), _Side(new, running)]
    found: Counter[int] = Counter()
    for side in sides:
        for page in side.shingles:
            found.update(page.numbers)
    bound = max(COMMON, (len(old) + len(new)) // COMMON_SHARE)
    common = frozenset(number for number, pages in found.items() if pages > bound)
    return sides[0].traits(common), sides[1].traits(common)


class _Side:
    """One version's pages on the way to their traits."""

    def __init__(self, leaves: Sequence[Leaf], running: frozenset[Form]) -> None:
        self._leaves = leaves
        texts = [_composed(leaf) for leaf in leaves]
        self._words = [" ".join(text.split()) for text in texts]
        self._bodies = [_letters(body_of(text, running)) for text in texts]
        share = ALL_LETTERS // max(1, len(leaves))
        most = max(FEWEST_LETTERS, min(MOST_LETTERS, share))
        self.shingles = [shingles(body, most) for body in self._bodies]

    def traits(self, common: frozenset[int]) -> tuple[Traits, ...]:
        """The traits, once it is known which shingles are common to many pages."""
        blanks = [
            not b and is_blank(x.print) for b, x in zip(self._bodies, self._leaves, strict=True)
        ]
        copies = Counter(self._bodies)
        return tuple(
            Traits(
                at=at,
                words=self._words[at],
                letters=_letters(self._words[at]),
                body=body,
                print=leaf.print,
                sketch=sketch(leaf.print) if leaf.print else 0,
                blank=blanks[at],
                shingles=self.shingles[at],
                rare=self.shingles[at].numbers - common,
                copies=copies[body] if body else sum(blanks) if blanks[at] else 1,
            )
            for at, (leaf, body) in enumerate(zip(self._leaves, self._bodies, strict=True))
        )


def _composed(leaf: Leaf) -> str:
    return unicodedata.normalize("NFC", leaf.text)


def _letters(text: str) -> str:
    return "".join(text.split())
