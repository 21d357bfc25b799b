"""A new version of a document arrives: taken in, compared, put in the old one's place."""

from typing import Annotated
from urllib.parse import unquote

from fastapi import APIRouter, Depends, Header, Query, Request
from pydantic import BaseModel

from service.api.documents import MAX_PASSWORD, PDF_BODY, body_of
from service.api.gate import Gate
from service.errors import AccessRefused, Code
from service.identity.seats import Seat
from service.ingest.intake import Intake, Upload
from service.meeting.packet import document_of
from service.replacing import Replaced, Replacing


class NewVersion(BaseModel):
    """What stands in the document's place now, and what became of its pages, counted.

    `replaced` is false when the file is the one that stood there: nothing has changed then.
    `compared` is false when the versions could not be compared, or not in time: ink then went
    along page by page if there are as many as before, else it stayed with the old version.
    `name` is that of the file sent; the document keeps its own.
    """

    document_id: str
    version: int
    pages: int
    name: str
    replaced: bool
    compared: bool
    same: int
    changed: int
    added: int
    removed: int


def version_routes(gate: Gate, intake: Intake, replacing: Replacing) -> APIRouter:
    """`PUT /api/meetings/{meeting_id}/documents/{document_id}/versions`, for the secretary.

    The body is the file itself. Sent twice, it replaces once: the second time it is the file
    that stands there.
    """
    routes = APIRouter(prefix="/api/meetings/{meeting_id}", tags=["documents"])

    @routes.put("/documents/{document_id}/versions", openapi_extra=PDF_BODY)
    async def put(
        *,
        meeting_id: str,
        document_id: str,
        name: Annotated[str, Query(max_length=4_000)],
        request: Request,
        seat: Annotated[Seat, Depends(gate.secretary)],
        content_length: Annotated[int | None, Header(ge=0)] = None,
        pdf_password: Annotated[str | None, Header(max_length=MAX_PASSWORD)] = None,
    ) -> NewVersion:
        meeting = await gate.enter(seat, meeting_id)
        if document_of(meeting.state, document_id) is None:
            raise AccessRefused(Code.NO_SUCH_DOCUMENT)
        password = None if pdf_password is None else unquote(pdf_password)
        upload = Upload(name=name, declared=content_length, password=password)
        taken = await intake.ingest(upload, body_of(request))
        return _told(await replacing.replace(meeting_id, document_id, taken), taken.name)

    return routes


def _told(replaced: Replaced, name: str) -> NewVersion:
    document, succession = replaced.document, replaced.succession
    return NewVersion(
        document_id=document.document_id,
        version=document.version,
        pages=len(document.sizes),
        name=name,
        replaced=succession is not None,
        compared=succession is None or succession.compared,
        same=len(document.sizes) if succession is None else succession.same,
        changed=0 if succession is None else succession.altered,
        added=0 if succession is None else succession.added,
        removed=0 if succession is None else succession.removed,
    )
