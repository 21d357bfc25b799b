"""The room's front: packets searched for seats, and the places of hits on a page."""

from collections.abc import Sequence
from typing import Final

from service.errors import Code, Unavailable
from service.render.paper import Box, PageText
from service.search.folding import WayBack
from service.search.found import Found, Sheaf
from service.search.index import Index, Lettering, Texts
from service.search.matching import Span, stretches
from service.search.query import Pattern
from service.search.round import Round
from service.search.showing import boxes_of
from service.search.slices import Clock, Slices

MOST_AT_ONCE: Final = 400
"""Searches that compute or wait: every tablet of a full council hall; each holds a request open."""


class Searches:
    """One search a seat: a newer one ends the older."""

    def __init__(self, texts: Texts, clock: Clock, *, index: Index | None = None) -> None:
        self._texts = texts
        self._clock = clock
        self._index = index or Index()
        self._slices = Slices(clock)
        self._latest: dict[str, object] = {}

    async def search(self, seat_id: str, sheaves: Sequence[Sheaf], wanted: Pattern | None) -> Found:
        """Hits in these documents; with nothing wanted, how far their texts are read.

        It may answer before every text was looked at: then `read` is less than `of`, and
        asking again goes further. Raises Unavailable when the seat has asked anew since,
        or too many ask; StorageError.
        """
        if seat_id not in self._latest and len(self._latest) >= MOST_AT_ONCE:
            raise Unavailable(Code.BUSY)
        mine = self._latest[seat_id] = object()

        def stands() -> bool:
            return self._latest.get(seat_id) is mine

        try:
            async with self._slices.computing() as computing:
                return await Round(
                    texts=self._texts,
                    index=self._index,
                    slice=computing,
                    clock=self._clock,
                    stands=stands,
                    wanted=wanted,
                ).through(sheaves)
        finally:
            if stands():
                del self._latest[seat_id]

    async def boxes(self, page: PageText, wanted: Pattern | None) -> list[Box]:
        """Where the hits of one page lie."""
        if wanted is None:
            return []
        async with self._slices.computing() as computing:
            lettering = Lettering.of(page.text)
            spans: list[Span] = []
            for some in stretches(wanted, lettering.compared):
                spans += some
                if computing.is_due:
                    await computing.rest()
            if not spans:
                return []
            back = WayBack(lettering.text)
            return boxes_of(lettering.text, page.boxes, [back.span(*span) for span in spans])
