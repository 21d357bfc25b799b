"""What an entry does to the ink that storage keeps by page; pure."""

from collections.abc import Iterator

from service.model import Mark, page_key
from service.protocol import events as e
from service.protocol.codec import encode
from service.protocol.state import Notes, Snapshot
from storage.records import DropMarks, DropSheets, MarkChange, PutMark


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
            case e.DocumentRemoved(document_id=document_id):
                yield DropSheets(f"{document_id}.")
            case e.ItemRemoved(item_id=item_id) if isinstance(before, Snapshot):
                for document in before.documents:
                    if document.item_id == item_id:
                        yield DropSheets(f"{document.document_id}.")
            case _:
                pass
