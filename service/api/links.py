"""Join links of a meeting: make, list, show as a QR code, take back."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel, ConfigDict, Field

from service.api.gate import Gate
from service.api.qr import qr_svg
from service.errors import AccessRefused, Code
from service.identity.links import LONGEST_HOURS, Link, Links
from service.identity.seats import Seat
from service.meeting.registry import Registry
from service.model import Role


class NewLink(BaseModel):
    """A link to be; `name` fixes who sits there, so that it asks nobody."""

    model_config = ConfigDict(extra="forbid")

    role: Role
    name: Annotated[str, Field(min_length=1, max_length=60)] | None = None
    hours: Annotated[int, Field(ge=1, le=LONGEST_HOURS)] | None = None


class LinkRow(BaseModel):
    """A join link as the secretary sees it; times in ms."""

    link_id: str
    role: Role
    name: str | None
    created_at: int
    expires_at: int
    revoked: bool
    url: str


class LinkRows(BaseModel):
    """Every link of a meeting, oldest first."""

    links: list[LinkRow]


def link_url(public_url: str, link: Link) -> str:
    """The address a link opens: its token stands behind `#`, so that no server logs it."""
    return f"{public_url}/join#{link.token}"


def link_routes(
    gate: Gate, links: Links, registry: Registry, public_url: str, default_hours: int
) -> APIRouter:
    """`/api/meetings/{meeting_id}/links`, for its secretary."""
    routes = APIRouter(prefix="/api/meetings/{meeting_id}/links", tags=["links"])
    secretary = Annotated[Seat, Depends(gate.secretary)]

    def row(link: Link) -> LinkRow:
        record = link.record
        return LinkRow(
            link_id=record.link_id,
            role=Role(record.role),
            name=record.name,
            created_at=record.created_at,
            expires_at=record.expires_at,
            revoked=record.revoked_at is not None,
            url=link_url(public_url, link),
        )

    @routes.get("")
    async def of_meeting(meeting_id: str, seat: secretary) -> LinkRows:
        await gate.enter(seat, meeting_id)
        return LinkRows(links=[row(link) for link in await links.of_meeting(meeting_id)])

    @routes.post("", status_code=201)
    async def make(meeting_id: str, body: NewLink, seat: secretary) -> LinkRow:
        await gate.enter(seat, meeting_id)
        hours = body.hours or default_hours
        return row(await links.make(meeting_id, body.role, body.name, hours))

    @routes.delete("/{link_id}", status_code=204)
    async def revoke(meeting_id: str, link_id: str, seat: secretary) -> None:
        await gate.enter(seat, meeting_id)
        await links.revoke(meeting_id, link_id)
        registry.close_link(link_id)

    @routes.get("/{link_id}/qr.svg")
    async def qr(meeting_id: str, link_id: str, seat: secretary) -> Response:
        await gate.enter(seat, meeting_id)
        for link in await links.of_meeting(meeting_id):
            if link.record.link_id == link_id:
                return Response(qr_svg(link_url(public_url, link)), media_type="image/svg+xml")
        raise AccessRefused(Code.NOT_FOUND)

    return routes
