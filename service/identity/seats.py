"""Seats: one tablet that joined by a link, and the token it shows from then on."""

from collections.abc import Callable
from dataclasses import dataclass

from service.errors import AccessRefused, Code
from service.identity.links import Links
from service.identity.tokens import Tokens
from service.ids import new_id
from service.model import Actor, Role
from storage.ports import Catalog
from storage.records import LinkRecord, SeatRecord

SEATS_REMEMBERED = 5_000
"""A seat's row never changes, so it is read once; the link behind it is read every time."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A tablet that may come in: who sits there, in which meeting, until when (ms)."""

    actor: Actor
    meeting_id: str | None
    person_id: str | None
    link_id: str
    expires_at: int

    def belongs_to(self, meeting_id: str) -> bool:
        """Whether this seat opens that meeting; the hall's secretary opens every one."""
        return self.meeting_id in (None, meeting_id)


class Seats:
    """Seats people and recognises them again; `clock` gives milliseconds."""

    def __init__(
        self, catalog: Catalog, links: Links, secret: bytes, clock: Callable[[], int]
    ) -> None:
        self._catalog, self._links, self._clock = catalog, links, clock
        self._tokens = Tokens(secret, "seat")
        self._known: dict[str, SeatRecord] = {}

    async def take(self, link: LinkRecord, name: str, person_id: str | None) -> tuple[Seat, str]:
        """A new seat by this link, and its token. Raises StorageError."""
        record = SeatRecord(
            seat_id=new_id(),
            link_id=link.link_id,
            meeting_id=link.meeting_id,
            role=link.role,
            person_id=person_id,
            name=name,
            created_at=self._clock(),
        )
        await self._catalog.put(record)
        return _seat(record, link), self._tokens.sign(record.seat_id)

    async def authorise(self, token: str) -> Seat:
        """The seat that shows this token.

        Raises AccessRefused with LINK_FORGED, or with LINK_REVOKED or LINK_EXPIRED when
        the link it came by has died.
        """
        record = await self._record(self._tokens.read(token))
        if record is None:
            raise AccessRefused(Code.LINK_FORGED)
        return _seat(record, await self._links.living(record.link_id))

    async def actor(self, seat_id: str, meeting_id: str) -> Actor | None:
        """Who sits at a seat of this meeting, for commands that name one."""
        record = await self._record(seat_id)
        if record is None or record.meeting_id not in (None, meeting_id):
            return None
        return _actor(record)

    async def _record(self, seat_id: str) -> SeatRecord | None:
        known = self._known.get(seat_id)
        if known is None:
            known = await self._catalog.seat(seat_id)
            if known is not None:
                while len(self._known) >= SEATS_REMEMBERED:
                    del self._known[next(iter(self._known))]
                self._known[seat_id] = known
        return known


def _actor(record: SeatRecord) -> Actor:
    return Actor(seat_id=record.seat_id, name=record.name, role=Role(record.role))


def _seat(record: SeatRecord, link: LinkRecord) -> Seat:
    return Seat(
        actor=_actor(record),
        meeting_id=record.meeting_id,
        person_id=record.person_id,
        link_id=record.link_id,
        expires_at=link.expires_at,
    )
