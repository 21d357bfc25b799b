"""What a seat may see of a meeting's packet, and for how long it may keep it."""

from service.errors import AccessRefused, Code
from service.identity.seats import Seat
from service.meeting.packet import has_page, item_of
from service.meeting.powers import may_see_pages
from service.meeting.sight import VIEWS, seen_document
from service.meeting.succession import as_it_was
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
    """The document of a page; as it was, for a page that a new version left behind.

    Raises AccessRefused when the seat may not see that page: nothing else of versions that
    were replaced is shown.
    """
    if not may_see_pages(state, seat.actor.role):
        raise AccessRefused(Code.NOT_OPEN)
    document = seen_document(state, document_id, VIEWS[seat.actor.role])
    if document is None or page < 1 or version < 1:
        raise AccessRefused(Code.NO_SUCH_PAGE)
    asked = PageRef(document_id=document_id, version=version, page=page)
    shown = document if has_page(state, asked) else as_it_was(state, asked)
    if shown is None:
        raise AccessRefused(Code.NO_SUCH_PAGE)
    return shown


def keeping(state: Snapshot, document: Document, tag: str) -> dict[str, str]:
    """Headers of a document's page, text or outline: whether and how long a tablet may keep it.

    None of them ever changes, so it is kept for ever, but privately: only this seat was
    allowed to see it. What the house forbids on devices is never written to a tablet's disk.
    """
    kept = "private, max-age=31536000, immutable" if may_keep(state, document) else "no-store"
    return {"Cache-Control": kept, "ETag": f'"{tag}"', "Vary": "Authorization"}


def may_keep(state: Snapshot, document: Document) -> bool:
    """Whether tablets may keep a document: nothing closed, forbidden, or not released yet.

    The twin of `tablet_client/src/meeting/may_keep.ts`.
    """
    item = item_of(state, document.item_id)
    if item is None or item.closed or item.no_store:
        return False
    return not item.embargoed or item.item_id in state.opened
