"""A PDF arrives: taken in, registered under its item, its drawing told to the meeting."""

from collections.abc import AsyncIterator
from typing import Annotated, Any, Final
from urllib.parse import unquote

from fastapi import APIRouter, Depends, Header, Path, Query, Request
from pydantic import BaseModel
from starlette.requests import ClientDisconnect

from service.api.gate import Gate
from service.errors import AccessRefused, Code, FileRefused, InputRefused, Refusal
from service.identity.seats import Seat
from service.ingest.intake import Ingested, Intake, Upload
from service.meeting.meeting import Meeting
from service.meeting.packet import document_of, item_of
from service.meeting.registry import give_order
from service.model import Document, PageSize
from service.progress import Progress
from service.protocol.orders import RegisterDocument

PDF_BODY: Final[dict[str, Any]] = {
    "requestBody": {
        "content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}},
        "required": True,
    }
}
"""A body that is the file itself."""

MAX_PASSWORD = 600
"""Characters of the percent-encoded password header: 127 bytes of UTF-8 (ISO 32000-2, 7.6.4)."""


class Registered(BaseModel):
    """A document that stands in the agenda; `known`: these bytes had been drawn before."""

    document_id: str
    pages: int
    known: bool


def document_routes(gate: Gate, intake: Intake, progress: Progress) -> APIRouter:
    """`PUT /api/meetings/{meeting_id}/documents/{document_id}`, for the secretary.

    The body is the file itself. The id is the sender's, so the same request sent twice
    registers one document.
    """
    routes = APIRouter(prefix="/api/meetings/{meeting_id}", tags=["documents"])

    @routes.put("/documents/{document_id}", status_code=201, openapi_extra=PDF_BODY)
    async def put(
        *,
        meeting_id: str,
        document_id: Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{1,64}$")],
        item_id: str,
        name: Annotated[str, Query(max_length=4_000)],
        request: Request,
        seat: Annotated[Seat, Depends(gate.secretary)],
        content_length: Annotated[int | None, Header(ge=0)] = None,
        pdf_password: Annotated[str | None, Header(max_length=MAX_PASSWORD)] = None,
    ) -> Registered:
        meeting = await gate.enter(seat, meeting_id)
        standing = document_of(meeting.state, document_id)
        if standing is not None:
            return Registered(document_id=document_id, pages=len(standing.sizes), known=True)
        if item_of(meeting.state, item_id) is None:
            raise AccessRefused(Code.NO_SUCH_ITEM)
        password = None if pdf_password is None else unquote(pdf_password)
        upload = Upload(name=name, declared=content_length, password=password)
        taken = await intake.ingest(upload, body_of(request))
        # Sending may have taken long: a meeting nobody is in may have been let go of.
        meeting = await gate.enter(seat, meeting_id)
        await _register(meeting, document_id, item_id, taken)
        document = document_of(meeting.state, document_id)
        if document is not None:
            await progress.catch_up_document(meeting, document)
        return Registered(
            document_id=document_id, pages=len(taken.content.sizes), known=taken.known
        )

    return routes


async def _register(meeting: Meeting, document_id: str, item_id: str, taken: Ingested) -> None:
    document = Document(
        document_id=document_id,
        version=1,
        item_id=item_id,
        name=taken.name,
        content=taken.content.sha256,
        sizes=tuple(PageSize(width, height) for width, height in taken.content.sizes),
    )
    order = RegisterDocument(command_id=f"register-{document_id}"[:64], document=document)
    outcome = await give_order(meeting, order)
    if isinstance(outcome, Refusal):
        raise InputRefused(outcome.code)


async def body_of(request: Request) -> AsyncIterator[bytes]:
    """What is sent, piece by piece. Raises FileRefused when its sender goes away."""
    try:
        async for chunk in request.stream():
            yield chunk
    except ClientDisconnect as gone:
        raise FileRefused(Code.UPLOAD_CUT_OFF) from gone
