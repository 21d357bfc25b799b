"""Sheets of ink kept at hand, the latest used ones of all meetings together."""

from collections import OrderedDict
from collections.abc import Iterable
from typing import Final

from service.meeting.sheet import Sheet, Stood
from storage.records import DropMarks, DropSheets, MarkChange, MarkLine, MoveSheet, PutMark

MOST_BYTES: Final = 64 * 1024 * 1024
"""About 80,000 usual strokes; what is not at hand is read again in a few milliseconds."""


class Sheets:
    """An LRU of sheets by stream and page; only what is kept in the log ever gets here."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._sheets: OrderedDict[tuple[str, str], Sheet] = OrderedDict()
        self._bytes = 0

    def held(self, stream: str, page: str) -> Sheet | None:
        """The sheet, if it is at hand."""
        sheet = self._sheets.get((stream, page))
        if sheet is not None:
            self._sheets.move_to_end((stream, page))
        return sheet

    def hold(self, stream: str, page: str, lines: Iterable[MarkLine]) -> Sheet:
        """A sheet as it was just read."""
        sheet = Sheet((line.mark_id, Stood(line.seq, line.author, line.body)) for line in lines)
        self._forget({(stream, page)} & self._sheets.keys())
        self._sheets[stream, page] = sheet
        self._bytes += sheet.byte_count
        self._make_room()
        return sheet

    def fold(self, stream: str, changes: Iterable[MarkChange]) -> None:
        """What was kept happened to the sheets at hand; told twice, it counts once."""
        for change in changes:
            if isinstance(change, DropSheets):
                self._forget(
                    key
                    for key in self._sheets
                    if key[0] == stream and key[1].startswith(change.prefix)
                )
                continue
            if isinstance(change, MoveSheet):
                self._forget({(stream, change.sheet), (stream, change.to)} & self._sheets.keys())
                continue
            sheet = self._sheets.get((stream, change.sheet))
            if sheet is not None:
                before = sheet.byte_count
                change_sheet(sheet, change)
                self._bytes += sheet.byte_count - before
        self._make_room()

    def forget(self, stream: str) -> None:
        """All sheets of a stream are to be read again."""
        self._forget(key for key in self._sheets if key[0] == stream)

    def _forget(self, keys: Iterable[tuple[str, str]]) -> None:
        for key in list(keys):
            self._bytes -= self._sheets.pop(key).byte_count

    def _make_room(self) -> None:
        while self._bytes > self._most_bytes and len(self._sheets) > 1:
            _, gone = self._sheets.popitem(last=False)
            self._bytes -= gone.byte_count


def change_sheet(sheet: Sheet, change: PutMark | DropMarks) -> None:
    """What a change means for its own sheet."""
    if isinstance(change, DropMarks):
        sheet.drop(change.mark_ids)
        return
    standing = sheet.get(change.mark_id)
    if standing is None or standing.seq != change.seq:
        sheet.add(change.mark_id, Stood(change.seq, change.author, change.body))
