"""A store in memory whose disk can fill up."""

from collections.abc import Sequence

from storage.errors import StorageFull
from storage.memory import MemoryStore
from storage.records import LogLine, MarkChange, Record


class FailingDisk(MemoryStore):
    """As `MemoryStore`; while `full`, nothing can be appended."""

    full = False

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
        """Append, or raise StorageFull."""
        if self.full:
            raise StorageFull
        await super().append(stream, expected, lines, records, marks, checkpoint=checkpoint)
