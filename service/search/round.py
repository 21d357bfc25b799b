"""One search on its way through a packet: in packet order, as far as the texts are read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from service.errors import Code, Unavailable
from service.render.work import Run, runs_of
from service.search.folding import WayBack
from service.search.found import MOST_PAGES, Found, PageHits, Sheaf
from service.search.index import Index, Lettering, Letterings, Texts
from service.search.matching import Span, stretches
from service.search.query import Pattern
from service.search.showing import Snippet, snippet
from service.search.slices import Clock, Slice

SOON_SECONDS: Final = 0.06
"""After this long, texts that are not held yet are left for the next time one asks: an answer
must be there within 100 ms, and its way to the tablet takes some of them."""

LEAST_TAKEN_UP: Final = 8
"""Runs taken up however late it is, some 10 ms: 1,000 pages are whole after eight answers."""


@dataclass(slots=True)
class Round:
    """A search while it computes; `stands` says whether anybody still waits for it.

    Each round takes up some runs that were not held, so asking again comes to an end. Where
    memory cannot hold the packet, held texts are lost again before that: such a round goes
    through to the end however long it takes.
    """

    texts: Texts
    index: Index
    slice: Slice
    clock: Clock
    stands: Callable[[], bool]
    wanted: Pattern | None
    _until: float = 0.0
    _taken_up: int = 0
    _evicted: int = 0
    _unread: dict[str, list[int]] = field(default_factory=dict)

    async def through(self, sheaves: Sequence[Sheaf]) -> Found:
        """Hits of these documents. Raises Unavailable when nobody waits any more."""
        self._until = self.clock() + SOON_SECONDS
        self._evicted = self.index.evicted
        found = Found(of=sum(sheaf.page_count for sheaf in sheaves))
        for sheaf in sheaves:
            hits = 0
            for run in runs_of(sheaf.content, sheaf.page_count):
                letterings = await self._letterings(run)
                for page, lettering in enumerate(letterings, run.first):
                    hits += await self._page(found, sheaf, page, lettering)
            if hits:
                found.documents.append((sheaf, hits))
        for sha256, firsts in self._unread.items():
            self.texts.want_texts(sha256, firsts)
        return found

    async def _page(self, found: Found, sheaf: Sheaf, page: int, lettering: Lettering) -> int:
        """Search one page; the number of its hits."""
        found.read += 1
        found.unlettered += not lettering.has_letters
        if self.wanted is None:
            return 0
        hits, first = 0, None
        for spans in stretches(self.wanted, lettering.compared):
            hits += len(spans)
            first = first or next(iter(spans), None)
            await self._rest_when_due()
        if first is not None and len(found.pages) < MOST_PAGES:
            shown = _shown(lettering, first)
            found.pages.append(PageHits(sheaf.document_id, sheaf.version, page, hits, shown))
        elif first is not None:
            found.more = True
        return hits

    async def _letterings(self, run: Run) -> Letterings:
        """The texts of a run as they are compared; none where it is not read, or it is late."""
        held = self.index.find(run.sha256, run.first)
        if held is not None:
            return held
        if self._is_late():
            return ()
        async with self.slice.aside():
            texts = await self.texts.words_so_far(run.sha256, run.first)
        if texts is None:
            self._unread.setdefault(run.sha256, []).append(run.first)
            await self._rest_when_due()
            return ()
        self._taken_up += 1
        letterings = []
        for text in texts:
            letterings.append(Lettering.of(text))
            await self._rest_when_due()
        self.index.hold(run.sha256, run.first, tuple(letterings))
        return tuple(letterings)

    def _is_late(self) -> bool:
        return (
            self.clock() > self._until
            and self._taken_up >= LEAST_TAKEN_UP
            and self.index.evicted == self._evicted
        )

    async def _rest_when_due(self) -> None:
        if self.slice.is_due:
            await self.slice.rest()
            if not self.stands():
                raise Unavailable(Code.BUSY)


def _shown(lettering: Lettering, hit: Span) -> Snippet:
    return snippet(lettering.text, WayBack(lettering.text).span(*hit))
