"""Who sees what: items kept back, and the state as its readers get it; pure.

An embargoed item that was not opened is for those who prepare and present; a closed one
(대외비) never for an observer or a wall. Whoever may not see an item gets a veiled twin of
the state: its documents are absent, `veils` counts their pages, so that the numbers of all
other pages stay what they are for everybody.
"""

from enum import Enum

from msgspec.structs import replace

from service.meeting.inked import without_document
from service.meeting.packet import document_of
from service.model import Document, Item, PageRef, Role
from service.protocol.state import Snapshot

CLOSED_TITLE = "-"
"""In place of a closed item's title: the tablet says in its own words that it is closed."""


class View(Enum):
    """Readers who see the same."""

    ALL = "all"
    ROOM = "room"
    GUESTS = "guests"


VIEWS = {
    Role.SECRETARY: View.ALL,
    Role.CHAIR: View.ALL,
    Role.PRESENTER: View.ALL,
    Role.MEMBER: View.ROOM,
    Role.OBSERVER: View.GUESTS,
    Role.SCREEN: View.GUESTS,
}


def hidden(state: Snapshot, view: View) -> frozenset[str]:
    """The ids of the items that this view may not see now."""
    if view is View.ALL:
        return frozenset()
    return frozenset(
        item.item_id
        for item in state.items
        if (item.closed and view is View.GUESTS)
        or (item.embargoed and item.item_id not in state.opened)
    )


def seen_document(state: Snapshot, document_id: str, view: View) -> Document | None:
    """The document, if it is there and this view may see it."""
    document = document_of(state, document_id)
    return None if document is None or document.item_id in hidden(state, view) else document


def sees(state: Snapshot, page: PageRef, view: View) -> bool:
    """Whether this view may see the document of a page; one that is not there hides nothing."""
    document = document_of(state, page.document_id)
    return document is None or document.item_id not in hidden(state, view)


def seen(state: Snapshot, view: View) -> Snapshot:
    """The state as this view gets it; the same object when nothing is hidden from it."""
    away = hidden(state, view)
    if not away:
        return state
    gone = [each.document_id for each in state.documents if each.item_id in away]
    inked = state.inked
    for document_id in gone:
        inked = without_document(inked, document_id)
    at = None if state.page is None else document_of(state, state.page.document_id)
    veiled = at.item_id if at is not None and at.item_id in away else None
    return replace(
        state,
        items=tuple(seen_item(item, view) for item in state.items),
        documents=tuple(each for each in state.documents if each.document_id not in gone),
        progress={each: done for each, done in state.progress.items() if each not in gone},
        inked=inked,
        former={each: old for each, old in state.former.items() if each not in gone},
        page=state.page if veiled is None else None,
        region=state.region if veiled is None else None,
        veils={item_id: pages_under(state, item_id) for item_id in away},
        veiled=veiled,
    )


def seen_item(item: Item, view: View) -> Item:
    """The item as this view may read it."""
    if not item.closed or view is not View.GUESTS:
        return item
    return replace(item, title=CLOSED_TITLE, department="", reporter="")


def pages_under(state: Snapshot, item_id: str) -> int:
    """Pages of all documents under an item."""
    return sum(len(each.sizes) for each in state.documents if each.item_id == item_id)
