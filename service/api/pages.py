"""Page images, for those who may see them."""

from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Depends, Header, Path, Request, Response

from service.api.connected import while_connected
from service.api.gate import Gate
from service.api.seen import keeping, page_seen
from service.errors import AccessRefused, Code
from service.identity.seats import Seat
from service.meeting.packet import document_of
from service.render.pages import Pages
from service.render.work import Tile

IMAGES: Final[dict[int | str, dict[str, Any]]] = {
    200: {"content": {"image/webp": {}, "image/jpeg": {}, "image/png": {}}}
}

NOBODY_WAITS: Final = 499
"""The status of a request whose sender has gone, in the log alone: nobody reads it."""


def page_routes(gate: Gate, pages: Pages) -> APIRouter:
    """`/api/meetings/{meeting_id}/pages/...` and the retry of a page that failed."""
    routes = APIRouter(prefix="/api/meetings/{meeting_id}", tags=["pages"])

    @routes.get(
        "/pages/{document_id}/{version}/{page}/{size}",
        response_class=Response,
        responses=IMAGES,
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
        document = page_seen(state, seat, document_id, version, page)
        headers = keeping(state, document, f"{document.content[:32]}-{page}-{size}")
        if if_none_match == headers["ETag"]:
            return Response(status_code=304, headers=headers)
        drawn = await pages.image(document.content, page, size)
        return Response(drawn.data, media_type=drawn.media_type, headers=headers)

    @routes.get(
        "/pages/{document_id}/{version}/{page}/tiles/{level}/{column}/{row}",
        response_class=Response,
        responses=IMAGES,
    )
    async def tile(
        *,
        meeting_id: str,
        document_id: str,
        version: int,
        page: int,
        level: Annotated[int, Path(ge=1, le=64)],
        column: Annotated[int, Path(ge=0, le=10_000)],
        row: Annotated[int, Path(ge=0, le=1_000_000)],
        request: Request,
        seat: Annotated[Seat, Depends(gate.seat)],
        if_none_match: Annotated[str | None, Header()] = None,
    ) -> Response:
        state = (await gate.enter(seat, meeting_id)).state
        document = page_seen(state, seat, document_id, version, page)
        headers = keeping(state, document, f"{document.content[:32]}-{page}-{level}-{column}-{row}")
        if if_none_match == headers["ETag"]:
            return Response(status_code=304, headers=headers)
        wanted = Tile(document.content, page, level, column, row)
        drawn = await while_connected(request, pages.tile(wanted))
        if drawn is None:
            return Response(status_code=NOBODY_WAITS)
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
