"""SQLite: how its file is opened, and what a write that has returned then promises.

**After kill -9** of the process, nothing of it is lost. COMMIT has handed the whole group to
the operating system, and the next opening reads it from the write-ahead log (WAL) up to the
last commit mark whose checksums hold; a group without its mark never was (sqlite.org,
"Write-Ahead Logging" and "Atomic Commit In SQLite").

**After power loss** or a crash of the kernel, nothing of it is lost either: in WAL mode
`synchronous = FULL` syncs the log after each transaction, before COMMIT returns (sqlite.org,
"PRAGMA synchronous"); NORMAL would keep the file whole and lose the last answers. A new log's
name is synced with its first bytes. This rests on three things:
- the disk keeps what it says it has synced (sqlite.org, "How To Corrupt An SQLite Database
  File", failure to sync). `fullfsync` makes macOS ask the drive too, not only its cache;
- a sector that is being written spoils no other sector. That it spoils no byte before the
  write in its own either (sqlite.org, "Powersafe Overwrite") need not be: `psow=0` fills the
  sector up at each commit, so that no later write touches one with acknowledged lines in it;
- the folder is on a disk of this machine: WAL does not work over a network.

Not promised: a write that raised may still be found written after a crash (its mark was
on its way when the sync failed). Whoever repeats it does so under the same command id.
"""

from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection

from storage.sql.engine import READERS, Database
from storage.sql.group import GroupCommit
from storage.sql.wal import BOUND_BYTES, BUSY_MS, WalBound
from storage.sql.writer import Writer

_PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_MS}",
    "PRAGMA fullfsync = ON",  # checkpoints included; nothing outside macOS
    "PRAGMA journal_mode = WAL",  # readers do not wait for the writer
    "PRAGMA synchronous = FULL",
    # Pages; the commit that fills them folds them into the file, some 10 ms of its answer.
    "PRAGMA wal_autocheckpoint = 1000",
    f"PRAGMA journal_size_limit = {BOUND_BYTES}",  # of the log, once it is begun anew
    "PRAGMA foreign_keys = ON",
)


def sqlite_database(file: Path) -> Database:
    """A database in a file; whoever opens it migrates it first."""
    name = f"file://{quote(bytes(file.absolute()))}"
    url = URL.create("sqlite+pysqlite", database=name, query={"uri": "true", "psow": "0"})
    writes = create_engine(url, pool_size=1, max_overflow=0)
    reader = create_engine(url, pool_size=READERS, pool_reset_on_return=None)
    event.listen(writes, "connect", _set_up)
    event.listen(reader, "connect", _set_up)
    event.listen(reader, "connect", _only_reads)
    writer = Writer(writes)
    return Database(GroupCommit(writer, after=WalBound(writer, file)), reader)


def _set_up(connection: DBAPIConnection, _record: object) -> None:
    _run(connection, *_PRAGMAS)


def _only_reads(connection: DBAPIConnection, _record: object) -> None:
    _run(connection, "PRAGMA query_only = ON")


def _run(connection: DBAPIConnection, *statements: str) -> None:
    cursor = connection.cursor()
    for statement in statements:
        cursor.execute(statement)
    cursor.close()
