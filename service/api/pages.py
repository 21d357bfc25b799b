"""Page images, for those who may see them."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Header, Response

from service.api.gate import Gate
from service.errors import AccessRefused, Code
from service.identity.seats import Seat
from service.meeting.powers import may_see_pages
from service.meeting.state import document_of, has_page
from service.model import PageRef
from service.render.pages import Pages

FOR_EVER = "private, max-age=31536000, immutable"
"""A version's page never changes; private, because only this seat was allowed to see it."""


def page_routes(gate: Gate, pages: Pages) -> APIRouter:
    """`/api/meetings/{meeting_id}/pages/...` and the retry of a page that failed."""
    routes = APIRouter(prefix="/api/meetings/{meeting_id}", tags=["pages"])

    @routes.get(
        "/pages/{document_id}/{version}/{page}/{size}",
        response_class=Response,
        responses={200: {"content": {"image/webp": {}, "image/jpeg": {}, "image/png": {}}}},
    )
    async def image(
        *,
        meeting_id: str,
        document_id: str,
        version: int,
        page: int,
        size: Literal["tablet", "thumb"],
        seat: Annotated[Seat, Depends(gate.seat)],
        if_none_match: Annotated[str | None, Header()] = None,
    ) -> Response:
        state = (await gate.enter(seat, meeting_id)).state
        if not may_see_pages(state, seat.actor.role):
            raise AccessRefused(Code.NOT_OPEN)
        document = document_of(state, document_id)
        if document is None or page < 1 or version < 1:
            raise AccessRefused(Code.NO_SUCH_PAGE)
        wanted = PageRef(document_id=document_id, version=version, page=page)
        if not has_page(state, wanted):
            raise AccessRefused(Code.NO_SUCH_PAGE)
        tag = f'"{document.content[:32]}-{page}-{size}"'
        headers = {"Cache-Control": FOR_EVER, "ETag": tag, "Vary": "Authorization"}
        if if_none_match == tag:
            return Response(status_code=304, headers=headers)
        drawn = await pages.image(document.content, page, size)
        return Response(drawn.data, media_type=drawn.media_type, headers=headers)

    @routes.post("/documents/{document_id}/pages/{page}/retry", status_code=202)
    async def retry(
        meeting_id: str,
        document_id: str,
        page: int,
        seat: Annotated[Seat, Depends(gate.secretary)],
    ) -> None:
        state = (await gate.enter(seat, meeting_id)).state
        document = document_of(state, document_id)
        if document is None:
            raise AccessRefused(Code.NO_SUCH_DOCUMENT)
        if not 1 <= page <= len(document.sizes):
            raise AccessRefused(Code.NO_SUCH_PAGE)
        await pages.retry(document.content, page)

    return routes
