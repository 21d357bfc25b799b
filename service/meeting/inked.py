"""How many strokes stand on which page, entry by entry; pure.

The twin of `tablet_client/src/meeting/inked.ts`. The strokes themselves lie in sheets
(`sheet.py`), so that a state stays small however long the meeting writes.
"""

from collections.abc import Mapping

from service.model import page_key
from service.protocol import events as e


def inked_after(inked: dict[str, int], event: e.StrokeAdded | e.StrokesErased) -> dict[str, int]:
    """The counts after one more event; a page without ink has no key."""
    if isinstance(event, e.StrokeAdded):
        key = page_key(event.stroke.page)
        return {**inked, key: inked.get(key, 0) + 1}
    key = page_key(event.page)
    left = inked.get(key, 0) - len(event.stroke_ids)
    if left > 0:
        return {**inked, key: left}
    return {other: count for other, count in inked.items() if other != key}


def without_document(inked: Mapping[str, int], document_id: str) -> dict[str, int]:
    """The counts without a document's pages, whatever their version."""
    return {key: n for key, n in inked.items() if not key.startswith(f"{document_id}.")}
