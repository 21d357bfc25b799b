"""The promises every backend keeps; one contract suite each holds them to it.

All calls are coroutines, safe to make from many tasks of one event loop. They raise
`storage.errors.StorageError` (or a child of it) and then have changed nothing.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Protocol

from storage.records import (
    Checkpoint,
    ContentRecord,
    Head,
    LinkRecord,
    LogLine,
    MarkChange,
    MarkLine,
    MeetingRecord,
    PageRecord,
    PutMark,
    Record,
    SeatRecord,
)


class EventLog(Protocol):
    """Numbered streams of lines that only grow, and what their lines have come to.

    The lines are the truth; marks and checkpoint are kept beside them in the same
    transactions, so that no reader has to begin at line 1, and `rebuild` makes them anew.
    """

    async def head(self, stream: str) -> Head:
        """Where the stream ends; a new one is empty, has its epoch already and costs no write.

        It is born with its first append, and keeps that epoch.
        """
        ...

    async def streams(self, prefix: str) -> list[str]:
        """The streams with a line whose names start with exactly `prefix`, by name."""
        ...

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
        """Add lines after seq `expected`, with all that follows from them, in one transaction.

        `records` go to the catalog, `marks` are changed in the order given, `checkpoint`
        replaces the stream's and is of the state after the lines. When it returns, a killed
        process or machine loses none of it. Raises AppendConflict when the head is elsewhere,
        AlreadyCounted when a command id stands in the stream; in both cases, and on any
        other error, nothing is written.
        """
        ...

    async def read(self, stream: str, after: int, limit: int = 1_000) -> list[LogLine]:
        """Up to `limit` lines after seq `after`, in order."""
        ...

    async def find(self, stream: str, command_id: str) -> int | None:
        """The seq at which a command id stands, if it does."""
        ...

    async def sheet(self, stream: str, sheet: str) -> list[MarkLine]:
        """The marks standing on one sheet of the stream, by seq; of one seq, by id."""
        ...

    async def checkpoint(self, stream: str) -> Checkpoint | None:
        """The stream's last checkpoint; None when lines were never folded into one."""
        ...

    async def rebuild(
        self, stream: str, seq: int, marks: Sequence[PutMark], checkpoint: bytes
    ) -> None:
        """Replace all marks of the stream and its checkpoint by those of the state at `seq`.

        Of marks with one id on one sheet the last stands. One transaction, synced like an
        append. Raises AppendConflict when the head is not at `seq`; then, and on any other
        error, what stood before stands.
        """
        ...


class Catalog(Protocol):
    """What is prepared and found: records by key, whole."""

    async def put(self, *records: Record) -> None:
        """Write all records, or none; a record with the same key is replaced."""
        ...

    async def meeting(self, meeting_id: str) -> MeetingRecord | None: ...

    async def meetings(self) -> list[MeetingRecord]:
        """All meetings, the latest start first."""
        ...

    async def link(self, link_id: str) -> LinkRecord | None: ...

    async def links(self, meeting_id: str) -> list[LinkRecord]:
        """The links of one meeting, oldest first, revoked ones included."""
        ...

    async def seat(self, seat_id: str) -> SeatRecord | None: ...

    async def content(self, sha256: str) -> ContentRecord | None: ...

    async def pages(self, sha256: str) -> list[PageRecord]:
        """The pages drawn or failed so far, in page order."""
        ...

    async def unfinished(self) -> list[ContentRecord]:
        """Contents with pages neither drawn nor failed, oldest first."""
        ...


class BlobWriter(Protocol):
    """Bytes on their way in, aside from the store until they are committed."""

    async def write(self, chunk: bytes) -> None: ...

    @property
    def path(self) -> Path:
        """A local file with what was written so far (flushed), for reading only."""
        ...

    async def commit(self, key: str) -> None:
        """Sync the bytes, then let them appear under `key` at once and whole.

        A key holds one content for ever: committing to a taken key drops the new bytes.
        """
        ...


class Blobs(Protocol):
    """Immutable bytes under keys."""

    def writer(self) -> AbstractAsyncContextManager[BlobWriter]:
        """A place aside; leaving the context without a commit removes what was written."""
        ...

    async def put(self, key: str, data: bytes) -> None:
        """Write aside, sync, and let `data` appear under `key` at once and whole."""
        ...

    async def get(self, key: str) -> bytes:
        """The whole blob. Raises BlobMissing."""
        ...

    def chunks(self, key: str) -> AsyncIterator[bytes]:
        """The blob in pieces of at most 1 MiB. Raises BlobMissing at the first piece."""
        ...

    def local(self, key: str) -> AbstractAsyncContextManager[Path]:
        """A local file with the blob, valid inside the context. Raises BlobMissing."""
        ...

    async def exists(self, key: str) -> bool: ...

    async def delete(self, key: str) -> None:
        """Remove the blob; a missing one is no error."""
        ...
