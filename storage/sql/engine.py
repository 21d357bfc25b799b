"""One database: many readers beside one writer.

A transaction is one function over a SQLAlchemy connection, run whole in a thread. Awaiting
each statement of it by itself (aiosqlite) was measured at 2.4 ms an append against 0.7 ms:
the hops between threads cost more than the sync to disk. Such a function also runs
unchanged under `AsyncConnection.run_sync`, which is the way in for another database.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy import Connection, Engine

from storage.errors import StorageError
from storage.sql.failures import sql_errors
from storage.sql.group import GroupCommit

T = TypeVar("T")

# Enough for a joining crowd to read in turn; each is a thread and a file handle.
READERS = 4


class Database:
    """Runs work in transactions; every error out of it is a StorageError.

    Writes queue for one thread with one connection: SQLite has one writer anyway, and this
    queue is fair where its lock is not (`GroupCommit`). A cancelled caller leaves at once; a
    work already begun runs to its end, one still waiting is not begun.
    """

    def __init__(self, writing: GroupCommit, reader: Engine) -> None:
        """Own both; no connection is made before the first work."""
        self._writing = writing
        self._reader = reader
        self._reading = ThreadPoolExecutor(READERS, "storage-read")

    def written(self) -> tuple[int, int]:
        """Transactions synced so far, and the works in them."""
        return self._writing.commits, self._writing.works

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
        # The writer is the last to go: it may fold what is left, which a reader may not.
        self._writing.close()
