"""What a seat may see of a meeting's packet, and for how long it may keep it."""

from service.errors import AccessRefused, Code
from service.identity.seats import Seat
from service.meeting.packet import has_page
from service.meeting.powers import may_see_pages
from service.meeting.sight import VIEWS, seen_document
from service.model import Document, PageRef
from service.protocol.state import Snapshot


def document_seen(state: Snapshot, seat: Seat, document_id: str, version: int) -> Document:
    """The document in that version. Raises AccessRefused when the seat may not see it."""
    if not may_see_pages(state, seat.actor.role):
        raise AccessRefused(Code.NOT_OPEN)
    document = seen_document(state, document_id, VIEWS[seat.actor.role])
    if document is None or document.version != version:
        raise AccessRefused(Code.NO_SUCH_DOCUMENT)
    return document


def page_seen(state: Snapshot, seat: Seat, document_id: str, version: int, page: int) -> Document:
    """The document of a page. Raises AccessRefused when the seat may not see that page."""
    if not may_see_pages(state, seat.actor.role):
        raise AccessRefused(Code.NOT_OPEN)
    document = seen_document(state, document_id, VIEWS[seat.actor.role])
    if document is None or page < 1 or version < 1:
        raise AccessRefused(Code.NO_SUCH_PAGE)
    if not has_page(state, PageRef(document_id=document_id, version=version, page=page)):
        raise AccessRefused(Code.NO_SUCH_PAGE)
    return document


def for_ever(tag: str) -> dict[str, str]:
    """Headers of what never changes: a version's page, its text, its outline.

    Private, because only this seat was allowed to see it.
    """
    return {
        "Cache-Control": "private, max-age=31536000, immutable",
        "ETag": f'"{tag}"',
        "Vary": "Authorization",
    }
