"""What a log comes to: every state on the way, and the ink that stands at its end; pure."""

from collections.abc import Iterator, Sequence

from service.meeting.state import apply, apply_note
from service.model import Mark, page_key
from service.protocol import events as e
from service.protocol.message import StreamName
from service.protocol.state import Notes, Snapshot
from tests.chaos.witness import Sheets

Pages = dict[str, dict[str, Mark]]
"""Strokes by page key and id, in the order they were added."""


def meeting_states(entries: Sequence[e.Entry]) -> list[Snapshot]:
    """The state after each entry, the empty one first: `states[seq]`."""
    states = [Snapshot()]
    for entry in entries:
        states.append(apply(states[-1], entry))
    return states


def notes_after(entries: Sequence[e.Entry]) -> Notes:
    """A seat's private log, folded."""
    notes = Notes()
    for entry in entries:
        notes = apply_note(notes, entry)
    return notes


def ink_by_entry(entries: Sequence[e.Entry]) -> Iterator[Pages]:
    """The ink before the first entry and after each; one value that goes on changing."""
    pages: Pages = {}
    under: dict[str, str] = {}
    yield pages
    for entry in entries:
        for event in entry.events:
            _ink(pages, under, entry, event)
        yield pages


def sheets_after(entries: Sequence[e.Entry], stream: StreamName) -> Sheets:
    """The ink at the end, as a tablet holds it."""
    pages: Pages = {}
    for after in ink_by_entry(entries):
        pages = after
    return {
        (stream, key): tuple(sorted(marks.values(), key=lambda mark: mark.seq))
        for key, marks in pages.items()
    }


def _ink(pages: Pages, under: dict[str, str], entry: e.Entry, event: e.AnyEvent) -> None:
    match event:
        case e.StrokeAdded(stroke=stroke):
            mark = Mark(stroke=stroke, by=entry.by, seq=entry.seq)
            pages.setdefault(page_key(stroke.page), {})[stroke.stroke_id] = mark
        case e.StrokesErased(page=page, stroke_ids=gone):
            for stroke_id in gone:
                pages.get(page_key(page), {}).pop(stroke_id, None)
        case e.DocumentReplaced(document=document, pages=now):
            _carry(pages, document.document_id, document.version - 1, now)
        case e.InkCarried(document_id=name, version=version, pages=now):
            _carry(pages, name, version, now)
        case e.DocumentAdded(document=document):
            under[document.document_id] = document.item_id
        case e.DocumentMoved(document_id=name, item_id=item_id):
            under[name] = item_id
        case e.DocumentRemoved(document_id=name):
            _drop(pages, under, name)
        case e.ItemRemoved(item_id=item_id):
            for name in [name for name, item in under.items() if item == item_id]:
                _drop(pages, under, name)
        case _:
            pass


def _carry(pages: Pages, document_id: str, version: int, now: Sequence[int]) -> None:
    """Ink goes along with its page into the next version; that of a page that is gone stays."""
    for page, goes_to in enumerate(now, start=1):
        marks = pages.pop(f"{document_id}.{version}.{page}", None) if goes_to else None
        if marks:
            pages.setdefault(f"{document_id}.{version + 1}.{goes_to}", {}).update(marks)


def _drop(pages: Pages, under: dict[str, str], document_id: str) -> None:
    under.pop(document_id, None)
    for key in [key for key in pages if key.startswith(f"{document_id}.")]:
        del pages[key]
