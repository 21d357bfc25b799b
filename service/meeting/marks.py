"""What an entry does to the ink that storage keeps by page; pure."""

from collections.abc import Iterator

from service.meeting.inked import moved
from service.model import Mark, page_key
from service.protocol import events as e
from service.protocol.codec import encode
from service.protocol.state import Notes, Snapshot
from storage.records import DropMarks, DropSheets, MarkChange, MoveSheet, PutMark


def marks_of(before: Snapshot | Notes, entry: e.Entry) -> Iterator[MarkChange]:
    """The changes to sheets that go with an entry into the log; sheets are pages, by key."""
    for event in entry.events:
        match event:
            case e.StrokeAdded(stroke=stroke):
                mark = Mark(stroke=stroke, by=entry.by, seq=entry.seq)
                yield PutMark(
                    page_key(stroke.page),
                    stroke.stroke_id,
                    entry.seq,
                    entry.by.seat_id,
                    encode(mark),
                )
            case e.StrokesErased(page=page, stroke_ids=stroke_ids):
                yield DropMarks(page_key(page), stroke_ids)
            case e.DocumentReplaced() | e.InkCarried():
                yield from _moves(before, event)
            case e.DocumentRemoved(document_id=document_id):
                yield DropSheets(f"{document_id}.")
            case e.ItemRemoved(item_id=item_id):
                for document_id in _documents_under(before, item_id):
                    yield DropSheets(f"{document_id}.")
            case _:
                pass


def _moves(before: Snapshot | Notes, event: e.DocumentReplaced | e.InkCarried) -> list[MoveSheet]:
    if isinstance(event, e.InkCarried):
        document_id, version = event.document_id, event.version
    else:
        document_id, version = event.document.document_id, event.document.version - 1
    moves = moved(document_id, version, event.pages)
    return [MoveSheet(old, new) for old, new in moves if old in before.inked]


def _documents_under(before: Snapshot | Notes, item_id: str) -> list[str]:
    documents = before.documents if isinstance(before, Snapshot) else ()
    return [each.document_id for each in documents if each.item_id == item_id]
