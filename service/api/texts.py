"""What pages say and what documents say of themselves, for those who may see the pages."""

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Header, Request, Response
from pydantic import BaseModel

from service.api.connected import while_connected
from service.api.gate import Gate
from service.api.pages import NOBODY_WAITS
from service.api.seen import document_seen, keeping, page_seen
from service.identity.seats import Seat
from service.render.texts import Texts

LOOK_AGAIN = {"Cache-Control": "private, no-cache", "Vary": "Authorization"}
"""For a text that could not be read: the next attempt may."""

Box = tuple[int, int, int, int]


class LinkRow(BaseModel):
    """A place on a page that leads to a page of the same document, or to a web address."""

    box: Box
    page: int | None
    url: str | None


class TextAnswer(BaseModel):
    """A page in reading order; `boxes` has one entry for each word of `text`.

    Left, top, right, bottom in 1/10,000 of the page's width. `scanned`: a picture without
    text; `cut`: there was more; `unreadable`: its text could not be read.
    """

    page: int
    text: str
    boxes: list[Box]
    links: list[LinkRow]
    scanned: bool
    cut: bool
    unreadable: bool


class ChapterRow(BaseModel):
    """A line of the outline; levels count from 1."""

    level: int
    title: str
    page: int | None


class ContentsAnswer(BaseModel):
    """What a document says of itself; `labels` is empty or has one for each page."""

    outline: list[ChapterRow]
    labels: list[str]
    carries: list[str]


def text_routes(gate: Gate, texts: Texts) -> APIRouter:
    """The text of a page; outline and labels of a document."""
    routes = APIRouter(prefix="/api/meetings/{meeting_id}", tags=["pages"])

    @routes.get("/pages/{document_id}/{version}/{page}/text", response_model=TextAnswer)
    async def text(
        *,
        meeting_id: str,
        document_id: str,
        version: int,
        page: int,
        request: Request,
        seat: Annotated[Seat, Depends(gate.seat)],
        if_none_match: Annotated[str | None, Header()] = None,
    ) -> Response:
        state = (await gate.enter(seat, meeting_id)).state
        document = page_seen(state, seat, document_id, version, page)
        headers = keeping(state, document, f"{document.content[:32]}-{page}-text")
        if if_none_match == headers["ETag"]:
            return Response(status_code=304, headers=headers)
        read = await while_connected(request, texts.text(document.content, page))
        if read is None:
            return Response(status_code=NOBODY_WAITS)
        return _said(read, LOOK_AGAIN if read.unreadable else headers)

    @routes.get("/documents/{document_id}/{version}/contents", response_model=ContentsAnswer)
    async def contents(
        *,
        meeting_id: str,
        document_id: str,
        version: int,
        request: Request,
        seat: Annotated[Seat, Depends(gate.seat)],
        if_none_match: Annotated[str | None, Header()] = None,
    ) -> Response:
        state = (await gate.enter(seat, meeting_id)).state
        document = document_seen(state, seat, document_id, version)
        headers = keeping(state, document, f"{document.content[:32]}-contents")
        if if_none_match == headers["ETag"]:
            return Response(status_code=304, headers=headers)
        known = await while_connected(request, texts.contents(document.content))
        return Response(status_code=NOBODY_WAITS) if known is None else _said(known, headers)

    return routes


def _said(value: msgspec.Struct, headers: dict[str, str]) -> Response:
    body = msgspec.json.encode(value)
    return Response(body, media_type="application/json", headers=headers)
