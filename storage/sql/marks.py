"""Marks by sheet and checkpoints in SQL: changed inside a running transaction, read alone."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select

from storage.records import Checkpoint, DropMarks, DropSheets, MarkChange, MarkLine, PutMark
from storage.sql.prepared import Prepared
from storage.sql.tables import CheckpointRow, MarkRow, table
from storage.sql.upserts import upsert

_MARKS = table(MarkRow)
_CHECKPOINTS = table(CheckpointRow)
_OF_STREAM = _MARKS.c.stream == bindparam("name")
_OF_SHEET = _OF_STREAM & (_MARKS.c.sheet == bindparam("on"))

_PUT = Prepared(upsert(_MARKS))
_DROP = delete(_MARKS).where(_OF_SHEET, _MARKS.c.mark_id == bindparam("gone"))
# Compared letter by letter: LIKE would read `_` and `%` in a name as wildcards, and SQLite's
# takes "A" for "a".
_DROP_SHEETS = delete(_MARKS).where(
    _OF_STREAM, func.substr(_MARKS.c.sheet, 1, bindparam("length")) == bindparam("prefix")
)
_DROP_ALL = delete(_MARKS).where(_OF_STREAM)
_SHEET = (
    select(_MARKS.c.mark_id, _MARKS.c.seq, _MARKS.c.author, _MARKS.c.body)
    .where(_OF_SHEET)
    .order_by(_MARKS.c.seq, _MARKS.c.mark_id)
)
_PUT_CHECKPOINT = upsert(_CHECKPOINTS)
_CHECKPOINT = select(_CHECKPOINTS.c.seq, _CHECKPOINTS.c.body).where(
    _CHECKPOINTS.c.stream == bindparam("name")
)


def change_marks(connection: Connection, stream: str, changes: Sequence[MarkChange]) -> None:
    """Make the changes, in the order given."""
    for change in changes:
        match change:
            case PutMark():
                _PUT.run(connection, _row(stream, change))
            case DropMarks(sheet, mark_ids) if mark_ids:
                gone = [{"name": stream, "on": sheet, "gone": mark_id} for mark_id in mark_ids]
                connection.execute(_DROP, gone)
            case DropSheets(prefix):
                asked = {"name": stream, "prefix": prefix, "length": len(prefix)}
                connection.execute(_DROP_SHEETS, asked)


def replace_marks(connection: Connection, stream: str, marks: Sequence[PutMark]) -> None:
    """Let these marks stand in the stream, and no others."""
    connection.execute(_DROP_ALL, {"name": stream})
    if marks:
        _PUT.run(connection, *(_row(stream, mark) for mark in marks))


def put_checkpoint(connection: Connection, stream: str, seq: int, body: bytes) -> None:
    """Let this be the stream's only checkpoint."""
    connection.execute(_PUT_CHECKPOINT, {"stream": stream, "seq": seq, "body": body})


def marks_on(connection: Connection, stream: str, sheet: str) -> list[MarkLine]:
    """The marks standing on a sheet, by seq and then by id."""
    rows = connection.execute(_SHEET, {"name": stream, "on": sheet})
    return [MarkLine(row.mark_id, row.seq, row.author, row.body) for row in rows]


def last_checkpoint(connection: Connection, stream: str) -> Checkpoint | None:
    """The stream's checkpoint, if it has one."""
    row = connection.execute(_CHECKPOINT, {"name": stream}).one_or_none()
    return Checkpoint(row.seq, row.body) if row else None


def _row(stream: str, mark: PutMark) -> dict[str, Any]:
    return {
        "stream": stream,
        "sheet": mark.sheet,
        "mark_id": mark.mark_id,
        "seq": mark.seq,
        "author": mark.author,
        "body": mark.body,
    }
