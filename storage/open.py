"""Opening all of storage at once, in one folder or in memory.

DATA/in-use.lock   held while a service runs
DATA/hanjang.db    log and catalog (and SQLite's -wal and -shm beside it)
DATA/blobs/        see `storage.blobs.disk`
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from storage.blobs.disk import DiskBlobs
from storage.blobs.memory import MemoryBlobs
from storage.folders import make_folder, os_errors
from storage.lock import FolderLock
from storage.memory import MemoryStore
from storage.ports import Blobs, Catalog, EventLog
from storage.sql.catalog import SqlCatalog
from storage.sql.event_log import SqlEventLog
from storage.sql.migrate import bring_up_to_date
from storage.sql.sqlite import sqlite_database


@dataclass(frozen=True, slots=True)
class Storage:
    """The three stores that belong together, until `aclose`.

    `written`: transactions synced to the disk so far, and the writes in them.
    """

    log: EventLog
    catalog: Catalog
    blobs: Blobs
    written: Callable[[], tuple[int, int]]
    _close: Callable[[], Awaitable[None]]

    async def aclose(self) -> None:
        """Finish what is being written and let the folder go; twice is no error."""
        await self._close()


async def open_storage(folder: Path) -> Storage:
    """Open a data folder, making or migrating what is needed.

    Raises FolderInUse when another process serves it, SchemaTooNew when a newer version
    wrote it, StorageReadOnly or StorageFull when it cannot be written; then nothing is held.
    """
    async with AsyncExitStack() as opened:
        with os_errors():
            await asyncio.to_thread(make_folder, folder)
            lock = await asyncio.to_thread(FolderLock, folder)
        opened.callback(lock.release)
        database = sqlite_database(folder / "hanjang.db")
        opened.push_async_callback(database.aclose)
        await database.write(bring_up_to_date)
        blobs = await DiskBlobs.open(folder / "blobs")
        close = opened.pop_all().aclose
        log, catalog = SqlEventLog(database), SqlCatalog(database)
        return Storage(log, catalog, blobs, database.written, close)


def memory_storage() -> Storage:
    """The same promises, kept until the process ends."""
    store = MemoryStore()
    return Storage(store, store, MemoryBlobs(), lambda: (0, 0), AsyncExitStack().aclose)
