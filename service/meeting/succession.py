"""One version of a document after another: which page a page is now; pure.

The twin of `tablet_client/src/meeting/succession.ts`. A page that no later version has stays
where it was, left behind, so that the ink on it can be looked at and moved by its writer.
"""

from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from service.meeting.inked import carried, moved
from service.meeting.packet import document_of, has_page
from service.model import Document, Former, PageRef
from service.protocol import events as e
from service.protocol.state import Progress, Snapshot


def replace_document(state: Snapshot, event: e.DocumentReplaced) -> Snapshot:
    """A new version in a document's place; the meeting's page and the ink go along."""
    new = event.document
    old = document_of(state, new.document_id)
    if old is None:
        return state
    former = Former(
        version=old.version,
        content=old.content,
        sizes=old.sizes,
        pages=event.pages,
        changed=event.changed,
    )
    at = state.page
    moves = at is not None and at.document_id == new.document_id
    return replace(
        state,
        documents=tuple(new if each is old else each for each in state.documents),
        former={
            **state.former,
            new.document_id: (*state.former.get(new.document_id, ()), former),
        },
        progress={**state.progress, new.document_id: Progress()},
        inked=carried(state.inked, new.document_id, old.version, event.pages),
        page=_nearest(new, event.pages, at.page) if at is not None and moves else at,
        region=None if moves else state.region,
    )


def placed(state: Snapshot, page: PageRef) -> PageRef | None:
    """Where a page of any version is now: in the packet, left behind, or (None) nowhere."""
    for former in state.former.get(page.document_id, ()):
        if former.version != page.version:
            continue
        if page.page > len(former.pages):
            return None
        now = former.pages[page.page - 1]
        if not now:
            return page
        page = PageRef(document_id=page.document_id, version=page.version + 1, page=now)
    return page if has_page(state, page) else None


def left_behind(state: Snapshot, page: PageRef) -> bool:
    """Whether a page is of a former version and no later one has it."""
    return any(
        former.version == page.version
        and page.page <= len(former.pages)
        and not former.pages[page.page - 1]
        for former in state.former.get(page.document_id, ())
    )


def as_it_was(state: Snapshot, page: PageRef) -> Document | None:
    """The document of a page that was left behind, as it was in that version."""
    document = document_of(state, page.document_id)
    if document is None or not left_behind(state, page):
        return None
    old = next(each for each in state.former[page.document_id] if each.version == page.version)
    return replace(document, version=old.version, content=old.content, sizes=old.sizes)


def to_carry(
    state: Snapshot, inked: Collection[str], documents: Collection[str]
) -> Iterator[e.InkCarried]:
    """What a seat's own log lacks: for each former version of these documents, where ink goes.

    `inked` are the keys of the pages that have ink; a version whose pages have none is left
    out, unless ink comes to it from one before.
    """
    for document_id in documents:
        here = {key for key in inked if key.startswith(f"{document_id}.")}
        for former in state.former.get(document_id, ()) if here else ():
            moves = dict(moved(document_id, former.version, former.pages))
            if not here.isdisjoint(moves):
                here = {moves.get(key, key) for key in here}
                yield e.InkCarried(
                    document_id=document_id, version=former.version, pages=former.pages
                )


def _nearest(document: Document, pages: Sequence[int], page: int) -> PageRef:
    """Where to be instead of an old page: itself, else the next that stays, else one before."""
    following = pages[page - 1 :]
    before = reversed(pages[: page - 1])
    now = next((each for each in (*following, *before) if each), 1)
    return PageRef(document_id=document.document_id, version=document.version, page=now)
