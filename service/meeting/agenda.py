"""The fold of the agenda: items and the documents under them; pure.

The twin of `tablet_client/src/meeting/agenda.ts`. Documents stand in agenda order; those
of one item keep theirs (sorting is stable).
"""

from collections.abc import Iterable

from msgspec.structs import replace

from service.meeting.inked import without_document
from service.meeting.packet import document_of
from service.model import Document, Item
from service.protocol import events as e
from service.protocol.state import Progress, Snapshot


def add_item(state: Snapshot, event: e.ItemAdded) -> Snapshot:
    """One more item, at its index."""
    items = (*state.items[: event.index], event.item, *state.items[event.index :])
    return _with_items(state, items)


def edit_item(state: Snapshot, event: e.ItemEdited) -> Snapshot:
    """Another wording or standing of an item; without its embargo it is not `opened` either."""
    new = event.item
    items = tuple(new if item.item_id == new.item_id else item for item in state.items)
    opened = tuple(each for each in state.opened if each != new.item_id or new.embargoed)
    return replace(state, items=items, opened=opened)


def move_item(state: Snapshot, event: e.ItemMoved) -> Snapshot:
    """An item goes to an index, counted without itself."""
    moved = tuple(item for item in state.items if item.item_id == event.item_id)
    others = tuple(item for item in state.items if item.item_id != event.item_id)
    return _with_items(state, (*others[: event.index], *moved, *others[event.index :]))


def remove_item(state: Snapshot, item_id: str) -> Snapshot:
    """An item goes with every document under it."""
    for document in state.documents:
        if document.item_id == item_id:
            state = remove_document(state, document.document_id)
    return replace(
        state,
        items=tuple(item for item in state.items if item.item_id != item_id),
        opened=tuple(opened for opened in state.opened if opened != item_id),
        veils={veiled: pages for veiled, pages in state.veils.items() if veiled != item_id},
        veiled=None if state.veiled == item_id else state.veiled,
    )


def add_document(state: Snapshot, document: Document) -> Snapshot:
    """One more document at the end of its item; none of its pages is drawn yet."""
    return replace(
        state,
        documents=_in_agenda_order(state.items, (*state.documents, document)),
        progress={**state.progress, document.document_id: Progress()},
    )


def rename_document(state: Snapshot, event: e.DocumentRenamed) -> Snapshot:
    """Another name for a document."""
    documents = tuple(
        replace(each, name=event.name) if each.document_id == event.document_id else each
        for each in state.documents
    )
    return replace(state, documents=documents)


def move_document(state: Snapshot, event: e.DocumentMoved) -> Snapshot:
    """A document goes under an item, at an index counted among that item's others."""
    moved = document_of(state, event.document_id)
    if moved is None:
        return state
    others = [each for each in state.documents if each.document_id != event.document_id]
    siblings = [each for each in others if each.item_id == event.item_id]
    siblings.insert(event.index, replace(moved, item_id=event.item_id))
    documents = [each for each in others if each.item_id != event.item_id] + siblings
    return replace(state, documents=_in_agenda_order(state.items, documents))


def remove_document(state: Snapshot, document_id: str) -> Snapshot:
    """A document goes, with its progress, its ink, and the meeting's page when it is there."""
    at_it = state.page is not None and state.page.document_id == document_id
    return replace(
        state,
        documents=tuple(each for each in state.documents if each.document_id != document_id),
        progress={each: done for each, done in state.progress.items() if each != document_id},
        inked=without_document(state.inked, document_id),
        former={each: gone for each, gone in state.former.items() if each != document_id},
        page=None if at_it else state.page,
        region=None if at_it else state.region,
    )


def _with_items(state: Snapshot, items: tuple[Item, ...]) -> Snapshot:
    return replace(state, items=items, documents=_in_agenda_order(items, state.documents))


def _in_agenda_order(
    items: tuple[Item, ...], documents: Iterable[Document]
) -> tuple[Document, ...]:
    order = {item.item_id: index for index, item in enumerate(items)}
    return tuple(sorted(documents, key=lambda each: order.get(each.item_id, len(order))))
