"""The fold of what became of documents: pages drawn, surveyed, read; pure.

The twin of `tablet_client/src/meeting/progress.ts`.
"""

from msgspec.structs import replace

from service.meeting.packet import document_of
from service.protocol import events as e
from service.protocol.state import Progress, Snapshot


def note_pages(state: Snapshot, event: e.PagesDrawn) -> Snapshot:
    """More pages were drawn, or could not be; once all have an outcome, `complete`."""
    document = document_of(state, event.document_id)
    if document is None:
        return state
    progress = state.progress[event.document_id]
    newly = set(event.drawn)
    retold = newly | {failed.page for failed in event.failed}
    failed = (*(each for each in progress.failed if each.page not in retold), *event.failed)
    after = replace(
        progress,
        failed=tuple(sorted(failed, key=lambda each: each.page)),
        reduced=tuple(sorted(set(progress.reduced) - retold | set(event.reduced))),
    )
    if not progress.complete:
        drawn = newly | set(progress.drawn)
        complete = len(drawn) + len(failed) >= len(document.sizes)
        after = replace(after, complete=complete, drawn=() if complete else tuple(sorted(drawn)))
    return _with(state, event.document_id, after)


def note_survey(state: Snapshot, event: e.DocumentSurveyed) -> Snapshot:
    """What a document brings is known."""
    progress = state.progress.get(event.document_id)
    if progress is None:
        return state
    return _with(state, event.document_id, replace(progress, carries=event.carries))


def note_reading(state: Snapshot, event: e.DocumentRead) -> Snapshot:
    """A document was read through."""
    progress = state.progress.get(event.document_id)
    if progress is None:
        return state
    return _with(state, event.document_id, replace(progress, scanned=event.scanned))


def _with(state: Snapshot, document_id: str, progress: Progress) -> Snapshot:
    return replace(state, progress={**state.progress, document_id: progress})
