"""The promises every backend keeps; one contract suite each holds them to it.

All calls are coroutines, safe to make from many tasks of one event loop. They raise
`storage.errors.StorageError` (or a child of it) and then have changed nothing.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Protocol

from storage.records import (
    ContentRecord,
    Head,
    LinkRecord,
    LogLine,
    MeetingRecord,
    PageRecord,
    Record,
    SeatRecord,
)


class EventLog(Protocol):
    """Numbered streams of lines that only grow."""

    async def head(self, stream: str) -> Head:
        """Where the stream ends; asking for a new stream begins its life (its epoch)."""
        ...

    async def append(
        self,
        stream: str,
        expected: int,
        lines: Sequence[LogLine],
        records: Sequence[Record] = (),
    ) -> None:
        """Add lines after seq `expected`, and put catalog records, in one transaction.

        When it returns, a killed process or machine loses none of it. Raises
        AppendConflict when the head is elsewhere, AlreadyCounted when a command id
        stands in the stream; in both cases, and on any other error, nothing is written.
        """
        ...

    async def read(self, stream: str, after: int, limit: int = 1_000) -> list[LogLine]:
        """Up to `limit` lines after seq `after`, in order."""
        ...

    async def find(self, stream: str, command_id: str) -> int | None:
        """The seq at which a command id stands, if it does."""
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
