"""How many strokes stand on which page, entry by entry; pure.

The twin of `tablet_client/src/meeting/inked.ts`. The strokes themselves lie in sheets
(`sheet.py`), so that a state stays small however long the meeting writes.
"""

from collections.abc import Iterator, Mapping, Sequence

from service.model import PageRef, page_key
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


def carried(
    inked: Mapping[str, int], document_id: str, version: int, pages: Sequence[int]
) -> dict[str, int]:
    """The counts once a version's ink has gone along to the pages they are in the next one."""
    moves = dict(moved(document_id, version, pages))
    there: dict[str, int] = {}
    for key, count in inked.items():
        goal = moves.get(key, key)
        there[goal] = there.get(goal, 0) + count
    return there


def moved(document_id: str, version: int, pages: Sequence[int]) -> Iterator[tuple[str, str]]:
    """The keys of a version's pages that the next version has, and their keys there."""
    for page, now in enumerate(pages, start=1):
        if now:
            old = PageRef(document_id=document_id, version=version, page=page)
            new = PageRef(document_id=document_id, version=version + 1, page=now)
            yield page_key(old), page_key(new)


def without_document(inked: Mapping[str, int], document_id: str) -> dict[str, int]:
    """The counts without a document's pages, whatever their version."""
    return {key: n for key, n in inked.items() if not key.startswith(f"{document_id}.")}
