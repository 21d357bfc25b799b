"""The fold of a meeting's log: what each event means for what a tablet shows; pure.

`apply` has a twin in `tablet_client/src/meeting/fold.ts`; the golden cases in
`tests/wire/golden/` are read by both, so the two cannot drift apart.
"""

from collections.abc import Callable
from functools import singledispatch
from typing import TypeVar

from msgspec.structs import replace

from service.model import Document, Item, Mark, PageRef, Person, Phase, page_key
from service.protocol import events as e
from service.protocol.state import Notes, Progress, Snapshot

T = TypeVar("T")


def apply(state: Snapshot, entry: e.Entry) -> None:
    """Fold the next entry into `state`, in place.

    Raises ValueError when `entry` is not the one after `state.seq`.
    """
    if entry.seq != state.seq + 1:
        raise ValueError(f"entry {entry.seq} does not follow {state.seq}")
    for event in entry.events:
        _fold(event, state, entry)
    state.seq = entry.seq


def apply_note(notes: Notes, entry: e.Entry) -> None:
    """Fold the next entry of a seat's private ink into `notes`, in place.

    Raises ValueError when `entry` is not the one after `notes.seq`.
    """
    if entry.seq != notes.seq + 1:
        raise ValueError(f"entry {entry.seq} does not follow {notes.seq}")
    for event in entry.events:
        if isinstance(event, e.StrokeAdded):
            _add_mark(notes.strokes, event, entry)
        elif isinstance(event, e.StrokesErased):
            _erase_marks(notes.strokes, event)
    notes.seq = entry.seq


def item_of(state: Snapshot, item_id: str) -> Item | None:
    """The agenda item with this id."""
    return _first(state.items, lambda item: item.item_id == item_id)


def document_of(state: Snapshot, document_id: str) -> Document | None:
    """The document with this id."""
    return _first(state.documents, lambda document: document.document_id == document_id)


def person_of(state: Snapshot, person_id: str) -> Person | None:
    """The participant with this id."""
    return _first(state.people, lambda person: person.person_id == person_id)


def has_page(state: Snapshot, page: PageRef) -> bool:
    """Whether the meeting's packet has this page, in this version."""
    document = document_of(state, page.document_id)
    return (
        document is not None
        and document.version == page.version
        and page.page <= len(document.sizes)
    )


@singledispatch
def _fold(event: object, state: Snapshot, entry: e.Entry) -> None:
    raise TypeError(f"no fold for {type(event).__name__}")


@_fold.register
def _(event: e.MeetingCreated, state: Snapshot, entry: e.Entry) -> None:
    state.meeting_id = event.meeting_id
    state.title, state.place, state.starts_at = event.title, event.place, event.starts_at


@_fold.register
def _(event: e.MeetingEdited, state: Snapshot, entry: e.Entry) -> None:
    state.title, state.place, state.starts_at = event.title, event.place, event.starts_at


@_fold.register
def _(event: e.MeetingOpened, state: Snapshot, entry: e.Entry) -> None:
    state.phase = Phase.OPEN
    if state.opened_at is None:
        state.opened_at = entry.at


@_fold.register
def _(event: e.MeetingClosed, state: Snapshot, entry: e.Entry) -> None:
    state.phase = Phase.CLOSED
    state.lead = None


@_fold.register
def _(event: e.PersonAdded, state: Snapshot, entry: e.Entry) -> None:
    state.people.append(event.person)


@_fold.register
def _(event: e.PersonEdited, state: Snapshot, entry: e.Entry) -> None:
    state.people = [
        event.person if person.person_id == event.person.person_id else person
        for person in state.people
    ]


@_fold.register
def _(event: e.PersonRemoved, state: Snapshot, entry: e.Entry) -> None:
    state.people = [person for person in state.people if person.person_id != event.person_id]


@_fold.register
def _(event: e.ItemAdded, state: Snapshot, entry: e.Entry) -> None:
    state.items.insert(event.index, event.item)
    _sort_documents(state)


@_fold.register
def _(event: e.ItemEdited, state: Snapshot, entry: e.Entry) -> None:
    state.items = [
        event.item if item.item_id == event.item.item_id else item for item in state.items
    ]


@_fold.register
def _(event: e.ItemMoved, state: Snapshot, entry: e.Entry) -> None:
    moved = [item for item in state.items if item.item_id == event.item_id]
    others = [item for item in state.items if item.item_id != event.item_id]
    state.items = others[: event.index] + moved + others[event.index :]
    _sort_documents(state)


@_fold.register
def _(event: e.ItemRemoved, state: Snapshot, entry: e.Entry) -> None:
    state.items = [item for item in state.items if item.item_id != event.item_id]
    for document in list(state.documents):
        if document.item_id == event.item_id:
            _drop_document(state, document.document_id)


@_fold.register
def _(event: e.DocumentAdded, state: Snapshot, entry: e.Entry) -> None:
    state.documents.append(event.document)
    state.progress[event.document.document_id] = Progress()
    _sort_documents(state)


@_fold.register
def _(event: e.DocumentRenamed, state: Snapshot, entry: e.Entry) -> None:
    state.documents = [
        replace(document, name=event.name)
        if document.document_id == event.document_id
        else document
        for document in state.documents
    ]


@_fold.register
def _(event: e.DocumentMoved, state: Snapshot, entry: e.Entry) -> None:
    moved = document_of(state, event.document_id)
    if moved is None:
        return
    others = [d for d in state.documents if d.document_id != event.document_id]
    siblings = [d for d in others if d.item_id == event.item_id]
    siblings.insert(event.index, replace(moved, item_id=event.item_id))
    state.documents = [d for d in others if d.item_id != event.item_id] + siblings
    _sort_documents(state)


@_fold.register
def _(event: e.DocumentRemoved, state: Snapshot, entry: e.Entry) -> None:
    _drop_document(state, event.document_id)


@_fold.register
def _(event: e.PagesDrawn, state: Snapshot, entry: e.Entry) -> None:
    document = document_of(state, event.document_id)
    if document is None:
        return
    progress = state.progress[event.document_id]
    newly = set(event.drawn)
    refailed = {failed.page for failed in event.failed}
    progress.failed = [
        failed for failed in progress.failed if failed.page not in newly | refailed
    ] + list(event.failed)
    progress.failed.sort(key=lambda failed: failed.page)
    stays = set(progress.reduced) - newly - refailed
    progress.reduced = sorted(stays | set(event.reduced))
    if progress.complete:
        return
    progress.drawn = sorted(newly | set(progress.drawn))
    if len(progress.drawn) + len(progress.failed) >= len(document.sizes):
        progress.complete, progress.drawn = True, []


@_fold.register
def _(event: e.DocumentSurveyed, state: Snapshot, entry: e.Entry) -> None:
    if event.document_id in state.progress:
        state.progress[event.document_id].carries = list(event.carries)


@_fold.register
def _(event: e.DocumentRead, state: Snapshot, entry: e.Entry) -> None:
    if event.document_id in state.progress:
        state.progress[event.document_id].scanned = list(event.scanned)


@_fold.register
def _(event: e.LeadPassed, state: Snapshot, entry: e.Entry) -> None:
    state.lead = event.to


@_fold.register
def _(event: e.PageTurned, state: Snapshot, entry: e.Entry) -> None:
    state.page = event.page


@_fold.register
def _(event: e.WritingAllowed, state: Snapshot, entry: e.Entry) -> None:
    state.members_may_write = event.allowed


@_fold.register
def _(event: e.StrokeAdded, state: Snapshot, entry: e.Entry) -> None:
    _add_mark(state.strokes, event, entry)


@_fold.register
def _(event: e.StrokesErased, state: Snapshot, entry: e.Entry) -> None:
    _erase_marks(state.strokes, event)


def _add_mark(strokes: dict[str, list[Mark]], event: e.StrokeAdded, entry: e.Entry) -> None:
    strokes.setdefault(page_key(event.stroke.page), []).append(
        Mark(stroke=event.stroke, by=entry.by)
    )


def _erase_marks(strokes: dict[str, list[Mark]], event: e.StrokesErased) -> None:
    """Take the erased strokes off their page; a page without ink has no key."""
    key, gone = page_key(event.page), set(event.stroke_ids)
    left = [mark for mark in strokes.get(key, []) if mark.stroke.stroke_id not in gone]
    if left:
        strokes[key] = left
    else:
        strokes.pop(key, None)


def _drop_document(state: Snapshot, document_id: str) -> None:
    state.documents = [d for d in state.documents if d.document_id != document_id]
    state.progress.pop(document_id, None)
    for key in [key for key in state.strokes if key.startswith(f"{document_id}.")]:
        del state.strokes[key]
    if state.page is not None and state.page.document_id == document_id:
        state.page = None


def _sort_documents(state: Snapshot) -> None:
    """Agenda order; documents of one item keep theirs (the sort is stable)."""
    order = {item.item_id: index for index, item in enumerate(state.items)}
    state.documents.sort(key=lambda document: order.get(document.item_id, len(order)))


def _first(values: list[T], is_it: Callable[[T], bool]) -> T | None:
    return next((value for value in values if is_it(value)), None)
