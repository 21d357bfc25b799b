"""What is done next; pure.

1. pages somebody waits for, the latest wish first
2. tiles, texts and surveys somebody waits for, the latest wish first
3. neighbours of looked at pages: the next page, the one before, the one after next
4. first pages of documents, the oldest document first
5. the rest in page order, a few pages of each document in turn
6. surveys of documents, then their texts, once every page is drawn
"""

from collections.abc import Iterable
from typing import Final

from service.render.asides import Asides
from service.render.work import Place, Work

RUN_LENGTH: Final = 8
"""Pages of one document drawn in a row: opening it anew costs about as much as one page."""

NEIGHBOURS: Final = (1, -1, 2)
MAX_NEAR: Final = 256
"""Neighbours remembered: those of a hundred tablets; older ones are no longer near anybody."""


class Schedule:
    """All that is still to be done. What was handed out is not handed out again until `done`."""

    def __init__(self) -> None:
        self._todo: dict[str, dict[int, None]] = {}  # documents in the order of their turns
        self._out: set[Place] = set()
        self._resting: set[str] = set()
        self._wanted: dict[Place, None] = {}  # the latest wish last
        self._near: dict[Place, None] = {}  # the nearest to the latest wish last
        self._run = 0
        self.asides = Asides()

    def add(self, sha256: str, pages: Iterable[int]) -> None:
        """Pages to be drawn, in any order; those there or handed out are not doubled."""
        there = self._todo.get(sha256, {})
        new = [page for page in pages if Place(sha256, page) not in self._out]
        merged = dict.fromkeys(sorted({*there, *new}))
        if merged:
            self._todo[sha256] = merged

    def want(self, place: Place) -> bool:
        """Somebody waits for this page, or looks at it: it and its neighbours come first.

        Answers whether it is still to be drawn, or just being drawn.
        """
        self._wanted.pop(place, None)
        if self._is_todo(place):
            self._wanted[place] = None
        for step in reversed(NEIGHBOURS):
            self.hint(Place(place.sha256, place.page + step))
        return place in self._wanted or place in self._out

    def hint(self, place: Place) -> None:
        """Somebody may look at this page soon; a strip of thumbnails asks in this way."""
        self._near.pop(place, None)
        if self._is_todo(place):
            self._near[place] = None
        while len(self._near) > MAX_NEAR:
            del self._near[next(iter(self._near))]

    def rest(self, sha256: str) -> bool:
        """Hand out no page of this document until `wake`, except those wanted from now on.

        Answers whether it was awake before.
        """
        if sha256 in self._resting:
            return False
        self._resting.add(sha256)
        self._wanted = {place: None for place in self._wanted if place.sha256 != sha256}
        return True

    def wake(self, sha256: str) -> None:
        """Go on with a document at rest."""
        self._resting.discard(sha256)

    def next(self) -> Work | None:
        """The work to do now, taken out of the schedule; None when nothing can be done."""
        return (
            self.next_wanted()
            or self._taken(self._nearest())
            or self._taken(self._first_page())
            or self._taken(self._in_turn())
            or (None if self._out else self._next_study())
        )

    def next_wanted(self) -> Work | None:
        """The work somebody waits for; None when nobody does."""
        return self._taken(self._latest_wanted()) or self.asides.next_wanted()

    def done(self, work: Work) -> None:
        """The work came back, done or not."""
        if isinstance(work, Place):
            self._out.discard(work)
        else:
            self.asides.done(work)

    def __len__(self) -> int:
        """Pages still to be handed out; tiles and texts do not count."""
        return sum(map(len, self._todo.values()))

    def _next_study(self) -> Work | None:
        survey = self.asides.next_survey(self._resting)
        return survey or self.asides.next_run(self._resting)

    def _latest_wanted(self) -> Place | None:
        return next(filter(self._is_todo, reversed(self._wanted)), None)

    def _nearest(self) -> Place | None:
        return next(
            (p for p in reversed(self._near) if self._is_todo(p) and not self._rests(p)), None
        )

    def _first_page(self) -> Place | None:
        return next((Place(sha, 1) for sha in self._awake() if 1 in self._todo[sha]), None)

    def _in_turn(self) -> Place | None:
        for sha256 in self._awake():
            page = next(iter(self._todo[sha256]))
            self._run += 1
            if self._run >= RUN_LENGTH:
                self._run = 0
                self._todo[sha256] = self._todo.pop(sha256)
            return Place(sha256, page)
        return None

    def _awake(self) -> Iterable[str]:
        return [sha for sha in self._todo if sha not in self._resting]

    def _rests(self, place: Place) -> bool:
        return place.sha256 in self._resting

    def _is_todo(self, place: Place) -> bool:
        return place.page in self._todo.get(place.sha256, ())

    def _taken(self, place: Place | None) -> Place | None:
        if place is None:
            return None
        self._out.add(place)
        self._wanted.pop(place, None)
        self._near.pop(place, None)
        pages = self._todo[place.sha256]
        del pages[place.page]
        if not pages:
            del self._todo[place.sha256]
            self._run = 0
        return place
