"""Who may come in: the seat behind a request, and whether its page is ours."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

import msgspec
import structlog
from fastapi import Depends
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from service.errors import AccessRefused, Code
from service.identity.seats import Seat, Seats
from service.meeting.meeting import Meeting
from service.meeting.registry import Registry
from service.model import Id, Role

Shown = Annotated[
    HTTPAuthorizationCredentials | None,
    Depends(HTTPBearer(scheme_name="seat", bearerFormat="seat token", auto_error=False)),
]
"""What the Authorization header holds (RFC 6750): the token that `POST /api/join` gave."""


def is_ours(origin: str | None, host: str | None, allowed: Collection[str]) -> bool:
    """Whether a request comes from our own page (RFC 6454).

    No Origin: not a browser's page, so its token alone counts. Else it must name the
    host it asks, or be one of the `allowed` origins (behind a proxy).
    """
    if origin is None or origin in allowed:
        return True
    return host is not None and urlsplit(origin).netloc.lower() == host.lower()


def is_id(text: str) -> bool:
    """Whether a part of an address can be an id of ours at all."""
    try:
        msgspec.convert(text, Id)
    except msgspec.ValidationError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Gate:
    """Recognises seats and says which meetings they may enter; log lines then name both."""

    seats: Seats
    registry: Registry

    async def seat(self, shown: Shown) -> Seat:
        """The seat whose token the request carries. Raises AccessRefused."""
        if shown is None:
            raise AccessRefused(Code.NOT_JOINED)
        seat = await self.seats.authorise(shown.credentials)
        structlog.contextvars.bind_contextvars(seat=seat.actor.seat_id)
        return seat

    async def secretary(self, shown: Shown) -> Seat:
        """The same, and it must be a secretary's. Raises AccessRefused."""
        seat = await self.seat(shown)
        if seat.actor.role is not Role.SECRETARY:
            raise AccessRefused(Code.NOT_ALLOWED)
        return seat

    async def house(self, shown: Shown) -> Seat:
        """The same, and its secretary's link opens every meeting. Raises AccessRefused."""
        seat = await self.secretary(shown)
        if seat.meeting_id is not None:
            raise AccessRefused(Code.NOT_ALLOWED)
        return seat

    async def enter(self, seat: Seat, meeting_id: str) -> Meeting:
        """The meeting, if this seat belongs to it. Raises AccessRefused, Unavailable.

        A stranger learns nothing: a meeting of others and none at all answer the same.
        """
        if not seat.belongs_to(meeting_id) or not is_id(meeting_id):
            raise AccessRefused(Code.NO_SUCH_MEETING)
        structlog.contextvars.bind_contextvars(meeting=meeting_id, seat=seat.actor.seat_id)
        return await self.registry.meeting(meeting_id)
