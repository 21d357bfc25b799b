"""A seat moves to another tablet: offered on the one, taken on the other, by QR code or digits."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends
from pydantic import BaseModel, StringConstraints

from service.api.gate import Gate, Shown
from service.api.join import Joined, Strict, seat_row
from service.api.qr import qr_svg
from service.errors import AccessRefused, Code
from service.identity.seats import Seat
from service.identity.tokens import MAX_TOKEN
from service.identity.transfers import Transfers
from service.meeting.registry import Registry

Token = Annotated[str, StringConstraints(min_length=1, max_length=MAX_TOKEN)]
Digits = Annotated[str, StringConstraints(pattern=r"^[0-9]{8}$")]


class OfferRow(BaseModel):
    """An open offer: `qr` is an image of `url` as a data address; `expires_at` in ms."""

    token: str
    code: str
    url: str
    qr: str
    expires_at: int


class OfferToken(Strict):
    """The token of an offer, as it stands behind `#` in the address."""

    token: Token


class OfferCode(Strict):
    """The digits of an offer."""

    code: Digits


class OfferLook(BaseModel):
    """Whether another tablet has taken the seat."""

    taken: bool


class Moved(Joined):
    """A seat on its new tablet; `meeting_title` None when it opens every meeting."""

    meeting_title: str | None


def transfer_routes(
    gate: Gate, transfers: Transfers, registry: Registry, public_url: str
) -> APIRouter:
    """`/api/seat/transfer` for the tablet that has the seat, `/api/transfer` for the other."""
    routes = APIRouter(tags=["transfer"])
    seated = Annotated[Seat, Depends(gate.seat)]

    @routes.post("/api/seat/transfer", status_code=201)
    async def offer(seat: seated, shown: Shown) -> OfferRow:
        if shown is None:
            raise AccessRefused(Code.NOT_JOINED)
        made = transfers.offer(seat, shown.credentials)
        url = f"{public_url}/move#{made.token}"
        return OfferRow(
            token=made.token,
            code=made.code,
            url=url,
            qr=f"data:image/svg+xml,{quote(qr_svg(url))}",
            expires_at=made.expires_at,
        )

    @routes.post("/api/seat/transfer/look")
    async def look(body: OfferToken, seat: seated) -> OfferLook:
        return OfferLook(taken=transfers.was_taken(seat.actor.seat_id, body.token))

    @routes.delete("/api/seat/transfer", status_code=204)
    async def withdraw(seat: seated) -> None:
        transfers.withdraw(seat.actor.seat_id)

    @routes.post("/api/transfer")
    async def take(body: OfferToken | OfferCode) -> Moved:
        if isinstance(body, OfferToken):
            seat, token = await transfers.take(body.token)
        else:
            seat, token = await transfers.take_by_code(body.code)
        title = None
        if seat.meeting_id is not None:
            title = (await registry.meeting(seat.meeting_id)).state.title
        return Moved(token=token, seat=seat_row(seat), meeting_title=title)

    return routes
