"""Join links: what the secretary hands out; signed, expiring, revocable."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from service.errors import AccessRefused, Code
from service.identity.tokens import Tokens
from service.ids import new_id
from service.model import Role
from storage.ports import Catalog
from storage.records import LinkRecord

HOUR = 60 * 60 * 1000
LONGEST_HOURS = 24 * 31
"""A month: a link that hangs in a mail folder for longer is a risk nobody remembers."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link and the token that opens it."""

    record: LinkRecord
    token: str


class Links:
    """Makes, opens and revokes join links; `clock` gives milliseconds."""

    def __init__(self, catalog: Catalog, secret: bytes, clock: Callable[[], int]) -> None:
        self._catalog, self._clock = catalog, clock
        self._tokens = Tokens(secret, "link")

    async def make(self, meeting_id: str | None, role: Role, name: str | None, hours: int) -> Link:
        """A new link; raises StorageError.

        `meeting_id` None opens every meeting (the secretary's); `name` fixes who sits there.
        """
        now = self._clock()
        record = LinkRecord(
            link_id=new_id(),
            meeting_id=meeting_id,
            role=role.value,
            name=name,
            created_at=now,
            expires_at=now + hours * HOUR,
            revoked_at=None,
        )
        await self._catalog.put(record)
        return Link(record, self._tokens.sign(record.link_id))

    async def open(self, token: str) -> LinkRecord:
        """The link behind a token, if it still lives.

        Raises AccessRefused with LINK_FORGED, LINK_REVOKED or LINK_EXPIRED.
        """
        return await self.living(self._tokens.read(token))

    async def living(self, link_id: str) -> LinkRecord:
        """The link with this id, if it still lives; raises as `open` does."""
        record = await self._catalog.link(link_id)
        if record is None:
            raise AccessRefused(Code.LINK_FORGED)
        if record.revoked_at is not None:
            raise AccessRefused(Code.LINK_REVOKED)
        if record.expires_at <= self._clock():
            raise AccessRefused(Code.LINK_EXPIRED)
        return record

    async def of_meeting(self, meeting_id: str) -> list[Link]:
        """Every link of a meeting, with its token, oldest first."""
        records = await self._catalog.links(meeting_id)
        return [Link(record, self._tokens.sign(record.link_id)) for record in records]

    async def revoke(self, meeting_id: str, link_id: str) -> None:
        """Take a link of this meeting back, with every seat that came by it.

        Raises AccessRefused(NOT_FOUND) when the meeting has no such link.
        """
        record = await self._catalog.link(link_id)
        if record is None or record.meeting_id != meeting_id:
            raise AccessRefused(Code.NOT_FOUND)
        if record.revoked_at is None:
            await self._catalog.put(replace(record, revoked_at=self._clock()))
