"""One database: many readers beside one writer; all that is SQLite's own is in this file.

A transaction is one function over a SQLAlchemy connection, run whole in a thread. Awaiting
each statement of it by itself (aiosqlite) was measured at 2.4 ms an append against 0.7 ms:
the hops between threads cost more than the sync to disk. Such a function also runs
unchanged under `AsyncConnection.run_sync`, which is the way in for another database.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from sqlalchemy import URL, Connection, Engine, Executable, Table, create_engine, event
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine.interfaces import DBAPIConnection

from storage.errors import StorageError
from storage.sql.failures import sql_errors
from storage.sql.group import GroupCommit

T = TypeVar("T")

_PRAGMAS = (
    "PRAGMA busy_timeout = 5000",  # ms; only a backup or a person's shell can be in the way
    "PRAGMA journal_mode = WAL",  # readers do not wait for the writer
    "PRAGMA synchronous = FULL",  # NORMAL would lose acknowledged lines with the power
    "PRAGMA foreign_keys = ON",
)
# Enough for a joining crowd to read in turn; each is a thread and a file handle.
_READERS = 4


class Database:
    """Runs work in transactions; every error out of it is a StorageError.

    Writes queue for one thread with one connection: SQLite has one writer anyway, and this
    queue is fair where its lock is not (`GroupCommit`). A cancelled caller leaves at once; a
    work already begun runs to its end, one still waiting is not begun.
    """

    def __init__(self, writer: Engine, reader: Engine) -> None:
        """Own both engines; no connection is made before the first work."""
        self._writing = GroupCommit(writer)
        self._reader = reader
        self._reading = ThreadPoolExecutor(_READERS, "storage-read")

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Run `work`, all of it or nothing, synced to disk when this returns.

        It shares its transaction with others, so it must not commit or roll back itself.
        """
        return await asyncio.wrap_future(self._writing.submit(work))

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Run `work`, which is to be one statement, on what is committed by now."""

        def run() -> T:
            with sql_errors(), self._reader.connect() as connection:
                return work(connection)

        try:
            running = self._reading.submit(run)
        except RuntimeError as error:
            raise StorageError("the database is closed") from error
        return await asyncio.wrap_future(running)

    async def aclose(self) -> None:
        """Let running and waiting work end, then close every connection."""
        await asyncio.to_thread(self._close)

    def _close(self) -> None:
        self._reading.shutdown()
        self._reader.dispose()
        # The last to leave: its connection folds the WAL into the file, which a reader could not.
        self._writing.close()


def sqlite_database(file: Path) -> Database:
    """A database in a file; whoever opens it migrates it first."""
    url = URL.create("sqlite+pysqlite", database=str(file))
    # Work ends its own transaction; the pool need not roll back once more.
    writer = create_engine(url, pool_size=1, max_overflow=0, pool_reset_on_return=None)
    reader = create_engine(url, pool_size=_READERS, pool_reset_on_return=None)
    event.listen(writer, "connect", _set_up)
    event.listen(writer, "begin", _begin)
    event.listen(reader, "connect", _set_up)
    event.listen(reader, "connect", _only_reads)
    return Database(writer, reader)


def upsert(table: Table) -> Executable:
    """Insert whole rows, replacing those with the same key; PostgreSQL reads the same."""
    statement = insert(table)
    keys = table.primary_key.columns.keys()
    rest = {name: value for name, value in statement.excluded.items() if name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=rest)


def insert_missing(table: Table) -> Executable:
    """Insert rows whose key is free; PostgreSQL reads the same."""
    return insert(table).on_conflict_do_nothing()


def _set_up(connection: DBAPIConnection, _record: object) -> None:
    _run(connection, *_PRAGMAS)


def _only_reads(connection: DBAPIConnection, _record: object) -> None:
    _run(connection, "PRAGMA query_only = ON")


def _run(connection: DBAPIConnection, *statements: str) -> None:
    cursor = connection.cursor()
    for statement in statements:
        cursor.execute(statement)
    cursor.close()


def _begin(connection: Connection) -> None:
    # The lock comes before the first read, so no transaction is thrown away half-way.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
