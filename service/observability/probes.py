"""Cheap looks at storage that leave nothing behind."""

from contextlib import suppress

from storage.errors import AppendConflict, StorageError
from storage.ports import Blobs, EventLog
from storage.records import LogLine

STREAM = "readiness"
"""A stream that never gets a line."""

AHEAD = 1
"""Where that stream's head never is, so that an append there is always refused."""


async def can_read(log: EventLog) -> None:
    """Read from the database. Raises StorageError."""
    await log.read(STREAM, 0, 1)


async def can_write(log: EventLog, blobs: Blobs) -> None:
    """Write to the disk, and take the database's write lock. Raises StorageError.

    The file is taken back and the append is refused, which proves all but the sync itself:
    nothing is kept, and nothing waits for a disk to spin.
    """
    async with blobs.writer() as aside:
        await aside.write(STREAM.encode())
    line = LogLine(AHEAD + 1, STREAM, b"")
    with suppress(AppendConflict):
        await log.append(STREAM, AHEAD, [line])
        raise StorageError("an append ahead of the stream's end was taken")
