"""Texts as they are compared, kept in memory within a bound."""

import re
import sys
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Protocol

from service.search.folding import folded

MOST_BYTES: Final = 64 * 1024 * 1024
"""A dense page of Korean takes 4 to 8 kB, so this holds 8 packets of 1,000 pages."""

LONGEST_PAGE: Final = 30_000
"""Characters of a page that are searched: three times the densest page of a printed law."""

_LETTER: Final = re.compile(r"[^\W_]")


class Texts(Protocol):
    """Where texts come from, by run of `render.work.READ_RUN` pages."""

    async def words_so_far(self, sha256: str, first: int) -> tuple[str, ...] | None:
        """What the pages of the run that begins at page `first` say, if it was read."""

    def want_texts(self, sha256: str, firsts: Iterable[int]) -> None:
        """Have these runs read soon, the first of them first."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """A page's text, and the same as it is compared; often one object."""

    text: str
    compared: str
    has_letters: bool

    @classmethod
    def of(cls, text: str) -> "Lettering":
        """Fold a text, or the beginning of an endless one."""
        text = text[:LONGEST_PAGE]
        compared = folded(text)
        return cls(text, compared, _LETTER.search(compared) is not None)

    @property
    def byte_count(self) -> int:
        """Memory it takes."""
        own = sys.getsizeof(self.text) + sys.getsizeof(self)
        return own if self.compared is self.text else own + sys.getsizeof(self.compared)


Letterings = tuple[Lettering, ...]


class Index:
    """The runs searched last; a text never changes, so none is ever stale.

    `evicted` counts the runs let go so far.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._held = 0
        self._runs: OrderedDict[tuple[str, int], tuple[Letterings, int]] = OrderedDict()
        self.evicted = 0

    def find(self, sha256: str, first: int) -> Letterings | None:
        """A run that is held."""
        run = self._runs.get((sha256, first))
        if run is None:
            return None
        self._runs.move_to_end((sha256, first))
        return run[0]

    def hold(self, sha256: str, first: int, letterings: Letterings) -> None:
        """Hold a run; those not searched for longest go. One beyond the bound is not held."""
        self._drop((sha256, first))
        size = sum(lettering.byte_count for lettering in letterings)
        self._runs[sha256, first] = (letterings, size)
        self._held += size
        while self._held > self._most:
            self._drop(next(iter(self._runs)))
            self.evicted += 1

    def _drop(self, key: tuple[str, int]) -> None:
        _, size = self._runs.pop(key, ((), 0))
        self._held -= size
