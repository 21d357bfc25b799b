"""The log in SQL: an append moves the stream's head from where it was expected, or fails."""

import secrets
import sqlite3
from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy import insert as plain_insert
from sqlalchemy.exc import IntegrityError

from storage.errors import AlreadyCounted, AppendConflict
from storage.lines import check_run
from storage.records import (
    Checkpoint,
    Head,
    LogLine,
    MarkChange,
    MarkLine,
    PutMark,
    Record,
)
from storage.sql.engine import Database
from storage.sql.marks import (
    change_marks,
    last_checkpoint,
    marks_on,
    put_checkpoint,
    replace_marks,
)
from storage.sql.prepared import Prepared
from storage.sql.rows import put_records
from storage.sql.tables import LineRow, StreamRow, table
from storage.sql.upserts import insert_missing

_STREAMS = table(StreamRow)
_LINES = table(LineRow)

_HEAD = select(_STREAMS.c.epoch, _STREAMS.c.seq).where(_STREAMS.c.stream == bindparam("name"))
_BEGIN_LIFE = insert_missing(_STREAMS)
_ADVANCE = Prepared(
    update(_STREAMS)
    .where(_STREAMS.c.stream == bindparam("name"), _STREAMS.c.seq == bindparam("expected"))
    .values(seq=bindparam("reached"))
)
_ADD = Prepared(plain_insert(_LINES))
_READ = (
    select(_LINES.c.seq, _LINES.c.command_id, _LINES.c.body)
    .where(_LINES.c.stream == bindparam("name"), _LINES.c.seq > bindparam("after"))
    .order_by(_LINES.c.seq)
    .limit(bindparam("at_most"))
)
_FIND = select(_LINES.c.seq).where(
    _LINES.c.stream == bindparam("name"), _LINES.c.command_id == bindparam("command_id")
)


class SqlEventLog:
    """`EventLog` over one database, shared with the catalog."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def head(self, stream: str) -> Head:
        """Where the stream ends, beginning its life if it is new."""
        found = await self._database.read(lambda connection: _head(connection, stream))
        if found is None:
            return await self._database.write(lambda connection: _born(connection, stream))
        return found

    async def append(
        self,
        stream: str,
        expected: int,
        lines: Sequence[LogLine],
        records: Sequence[Record] = (),
        marks: Sequence[MarkChange] = (),
        *,
        checkpoint: bytes | None = None,
    ) -> None:
        """Add lines and all that follows from them in one transaction, or raise and do nothing."""
        check_run(expected, lines)
        reached = expected + len(lines)

        def work(connection: Connection) -> None:
            _advance(connection, stream, expected, reached)
            _add(connection, stream, lines)
            put_records(connection, records)
            change_marks(connection, stream, marks)
            if checkpoint is not None:
                put_checkpoint(connection, stream, reached, checkpoint)

        await self._database.write(work)

    async def read(self, stream: str, after: int, limit: int = 1_000) -> list[LogLine]:
        """Up to `limit` lines after seq `after`, in order."""
        asked = {"name": stream, "after": after, "at_most": limit}
        rows = await self._database.read(lambda connection: connection.execute(_READ, asked).all())
        return [LogLine(row.seq, row.command_id, row.body) for row in rows]

    async def find(self, stream: str, command_id: str) -> int | None:
        """The seq at which a command id stands, if it does."""
        asked = {"name": stream, "command_id": command_id}
        return await self._database.read(
            lambda connection: connection.execute(_FIND, asked).scalar_one_or_none()
        )

    async def sheet(self, stream: str, sheet: str) -> list[MarkLine]:
        """The marks standing on one sheet of the stream, by seq; of one seq, by id."""
        return await self._database.read(lambda connection: marks_on(connection, stream, sheet))

    async def checkpoint(self, stream: str) -> Checkpoint | None:
        """The stream's last checkpoint, if it has one."""
        return await self._database.read(lambda connection: last_checkpoint(connection, stream))

    async def rebuild(
        self, stream: str, seq: int, marks: Sequence[PutMark], checkpoint: bytes
    ) -> None:
        """Replace the stream's marks and checkpoint, or raise and leave both."""

        def work(connection: Connection) -> None:
            _advance(connection, stream, seq, seq)
            replace_marks(connection, stream, marks)
            put_checkpoint(connection, stream, seq, checkpoint)

        await self._database.write(work)


def _head(connection: Connection, stream: str) -> Head | None:
    row = connection.execute(_HEAD, {"name": stream}).one_or_none()
    return Head(row.epoch, row.seq) if row else None


def _born(connection: Connection, stream: str) -> Head:
    connection.execute(_BEGIN_LIFE, {"stream": stream, "epoch": secrets.token_hex(8), "seq": 0})
    row = connection.execute(_HEAD, {"name": stream}).one()
    return Head(row.epoch, row.seq)


def _advance(connection: Connection, stream: str, expected: int, reached: int) -> None:
    move = {"name": stream, "expected": expected, "reached": reached}
    if _ADVANCE.run(connection, move) == 1:
        return
    _born(connection, stream)
    if _ADVANCE.run(connection, move) == 0:
        raise AppendConflict(stream)


def _add(connection: Connection, stream: str, lines: Sequence[LogLine]) -> None:
    if not lines:
        return
    rows = [
        {"stream": stream, "seq": line.seq, "command_id": line.command_id, "body": line.body}
        for line in lines
    ]
    try:
        _ADD.run(connection, *rows)
    except (sqlite3.IntegrityError, IntegrityError) as error:
        # The head has just moved, so the seqs are free: only the command id can stand already.
        raise AlreadyCounted(stream) from error
