"""The marks of one stream in memory, by sheet."""

from collections.abc import Iterable

from storage.records import DropMarks, DropSheets, MarkChange, MarkLine, MoveSheet, PutMark


class MemoryMarks:
    """What stands on each sheet; a sheet with nothing on it is not held."""

    def __init__(self, changes: Iterable[MarkChange] = ()) -> None:
        self._sheets: dict[str, dict[str, MarkLine]] = {}
        self.change(changes)

    def change(self, changes: Iterable[MarkChange]) -> None:
        """Make the changes, in the order given."""
        for change in changes:
            match change:
                case PutMark(sheet, mark_id, seq, author, body):
                    standing = self._sheets.setdefault(sheet, {})
                    standing[mark_id] = MarkLine(mark_id, seq, author, body)
                case DropMarks(sheet, mark_ids):
                    self._drop(sheet, mark_ids)
                case MoveSheet(sheet, to):
                    moving = self._sheets.pop(sheet, None)
                    if moving:
                        self._sheets.setdefault(to, {}).update(moving)
                case DropSheets(prefix):
                    kept = {k: v for k, v in self._sheets.items() if not k.startswith(prefix)}
                    self._sheets = kept

    def on(self, sheet: str) -> list[MarkLine]:
        """The marks standing on a sheet, by seq and then by id."""
        return sorted(self._sheets.get(sheet, {}).values(), key=lambda it: (it.seq, it.mark_id))

    def _drop(self, sheet: str, mark_ids: Iterable[str]) -> None:
        standing = self._sheets.get(sheet, {})
        for mark_id in mark_ids:
            standing.pop(mark_id, None)
        if not standing:
            self._sheets.pop(sheet, None)
