"""Searching the packet as one types, for those who may see its pages."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel

from service.api.connected import while_connected
from service.api.gate import Gate
from service.api.pages import NOBODY_WAITS
from service.api.seen import page_seen
from service.errors import AccessRefused, Code
from service.identity.seats import Seat
from service.meeting.powers import may_see_pages
from service.meeting.sight import VIEWS, seen
from service.render.texts import Texts
from service.search.found import Found, Sheaf
from service.search.query import LONGEST_QUERY, wanted
from service.search.searching import Searches

Typed = Annotated[str, Query(max_length=LONGEST_QUERY)]
NOT_KEPT = {"Cache-Control": "no-store"}
"""The next answer may know more pages; and nobody's queries stay on a tablet's disk."""


class DocumentRow(BaseModel):
    """A document with hits."""

    document_id: str
    version: int
    hits: int


class PageRow(BaseModel):
    """A page with hits, and the first of them with the words around it."""

    document_id: str
    version: int
    page: int
    hits: int
    before: str
    match: str
    after: str


class SearchAnswer(BaseModel):
    """Hits in packet order. `read` of `of` pages were searched: while it is less, ask again soon.

    `unlettered` pages have no text at all. `pages` are the first with hits, `more` says
    that there are others.
    """

    read: int
    of: int
    unlettered: int
    hits: int
    documents: list[DocumentRow]
    pages: list[PageRow]
    more: bool


class HitBoxes(BaseModel):
    """Where hits lie: left, top, right, bottom in 1/10,000 of the page's width."""

    boxes: list[tuple[int, int, int, int]]


def search_routes(gate: Gate, texts: Texts, searches: Searches) -> APIRouter:
    """`/api/meetings/{meeting_id}/search`, and the hits of one page."""
    routes = APIRouter(prefix="/api/meetings/{meeting_id}", tags=["search"])

    @routes.get("/search", response_model=SearchAnswer)
    async def search(
        *,
        meeting_id: str,
        q: Typed,
        typing: bool = False,
        request: Request,
        seat: Annotated[Seat, Depends(gate.seat)],
    ) -> Response:
        state = (await gate.enter(seat, meeting_id)).state
        if not may_see_pages(state, seat.actor.role):
            raise AccessRefused(Code.NOT_OPEN)
        sheaves = [
            Sheaf(document.document_id, document.version, document.content, len(document.sizes))
            for document in seen(state, VIEWS[seat.actor.role]).documents
        ]
        looking = searches.search(seat.actor.seat_id, sheaves, wanted(q, typing=typing))
        found = await while_connected(request, looking)
        return Response(status_code=NOBODY_WAITS) if found is None else _said(_answer(found))

    @routes.get("/pages/{document_id}/{version}/{page}/hits", response_model=HitBoxes)
    async def hits(
        *,
        meeting_id: str,
        document_id: str,
        version: int,
        page: int,
        q: Typed,
        typing: bool = False,
        request: Request,
        seat: Annotated[Seat, Depends(gate.seat)],
    ) -> Response:
        state = (await gate.enter(seat, meeting_id)).state
        document = page_seen(state, seat, document_id, version, page)
        text = await while_connected(request, texts.text(document.content, page))
        if text is None:
            return Response(status_code=NOBODY_WAITS)
        return _said(HitBoxes(boxes=await searches.boxes(text, wanted(q, typing=typing))))

    return routes


def _said(answer: BaseModel) -> Response:
    """Written by hand: the framework would check 200 rows again, for 3 ms of the loop."""
    return Response(answer.model_dump_json(), media_type="application/json", headers=NOT_KEPT)


def _answer(found: Found) -> SearchAnswer:
    return SearchAnswer(
        read=found.read,
        of=found.of,
        unlettered=found.unlettered,
        hits=found.hits,
        documents=[
            DocumentRow(document_id=sheaf.document_id, version=sheaf.version, hits=hits)
            for sheaf, hits in found.documents
        ],
        pages=[
            PageRow(
                document_id=row.document_id,
                version=row.version,
                page=row.page,
                hits=row.hits,
                before=row.first.before,
                match=row.first.match,
                after=row.first.after,
            )
            for row in found.pages
        ],
        more=found.more,
    )
