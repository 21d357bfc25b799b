"""Who shows the meeting's page, who does not, and since when; pure."""

from collections.abc import Callable
from dataclasses import dataclass

from service.model import Actor, PageRef
from service.protocol.presence import Behind, Receipts

NAMED = 100
"""Names in one frame of receipts: more than a screen shows at once; the rest is counted."""

AWAY_MS = 30 * 60 * 1_000
"""How long a seat that went away is missed: past half an hour nobody waits for it."""

AWAY_SEATS = 1_000
"""Seats missed at once; past it the one longest away is forgotten, so that endless comings
and goings of new seats hold no memory."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a seat is, or was when it went away (`away_since`, ms)."""

    actor: Actor
    page: PageRef | None
    following: bool
    away_since: int | None = None


class Attendance:
    """The receipts of the page the meeting is at; times in ms.

    A seat that may not see the page is not waited for, and neither is the one that leads.
    """

    def __init__(self, sees: Callable[[Actor, PageRef], bool], clock: Callable[[], int]) -> None:
        self._sees, self._clock = sees, clock
        self._page: PageRef | None = None
        self._turned_at = clock()
        self._leader: str | None = None
        self._here: dict[str, Standing] = {}
        self._away: dict[str, Standing] = {}
        self._fell_behind: dict[str, int] = {}

    def turned(self, page: PageRef | None) -> None:
        """The meeting is at this page: whoever shows another is behind from now on."""
        self._page, self._turned_at = page, self._clock()
        self._fell_behind.clear()

    def lead_passed(self, seat_id: str | None) -> None:
        """Who leads now; None: nobody."""
        self._leader = seat_id

    def seat_is(self, actor: Actor, page: PageRef | None, following: bool) -> None:
        """What counts for a seat that is here."""
        seat_id = actor.seat_id
        before = self._here.get(seat_id)
        self._here[seat_id] = Standing(actor, page, following)
        self._away.pop(seat_id, None)
        if page == self._page:
            self._fell_behind.pop(seat_id, None)
        elif before is None or before.page == self._page:
            self._fell_behind[seat_id] = self._clock()

    def seat_left(self, seat_id: str, *, missed: bool) -> None:
        """The seat's last tablet is gone; `missed`: it may come back, and went along until now."""
        before = self._here.pop(seat_id, None)
        self._fell_behind.pop(seat_id, None)
        if missed and before is not None and before.following:
            self._away[seat_id] = Standing(before.actor, before.page, True, self._clock())
            if len(self._away) > AWAY_SEATS:
                del self._away[next(iter(self._away))]

    def receipts(self) -> Receipts:
        """How it stands now."""
        self._forget()
        page = self._page
        here = [standing for standing in self._here.values() if self._counts(standing)]
        if page is None:
            return Receipts(page=None, reached=0, of=len(here))
        behind = [self._behind(standing) for standing in here if standing.page != page]
        reached = len(here) - len(behind)
        behind += [self._behind(gone) for gone in self._away.values() if self._counts(gone)]
        behind.sort(key=lambda one: one.since)
        more = max(0, len(behind) - NAMED)
        named = tuple(behind[:NAMED])
        return Receipts(page=page, reached=reached, of=len(here), behind=named, more=more)

    def _counts(self, standing: Standing) -> bool:
        if standing.actor.seat_id == self._leader:
            return False
        return self._page is None or self._sees(standing.actor, self._page)

    def _behind(self, standing: Standing) -> Behind:
        actor, since = standing.actor, standing.away_since
        if since is None:
            since = self._fell_behind.get(actor.seat_id, self._turned_at)
        return Behind(
            seat_id=actor.seat_id,
            name=actor.name,
            page=standing.page,
            following=standing.following,
            away=standing.away_since is not None,
            since=since,
        )

    def _forget(self) -> None:
        """In order of going, so the first who is still missed ends the search."""
        last = self._clock() - AWAY_MS
        while self._away:
            seat_id, standing = next(iter(self._away.items()))
            if standing.away_since is not None and standing.away_since > last:
                return
            del self._away[seat_id]
