"""An event log that tells a Watch how long each append took until it was durable."""

import time
from collections.abc import Callable, Sequence

from service.observability.watch import Watch
from storage.ports import EventLog
from storage.records import Checkpoint, Head, LogLine, MarkChange, MarkLine, PutMark, Record


class TimedLog:
    """`storage.ports.EventLog` around another one; refused appends are not told."""

    def __init__(
        self, log: EventLog, watch: Watch, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        self._log, self._watch, self._clock = log, watch, clock

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
        """Append, and tell how long it took."""
        begun = self._clock()
        await self._log.append(stream, expected, lines, records, marks, checkpoint=checkpoint)
        self._watch.committed(self._clock() - begun, len(lines))

    async def head(self, stream: str) -> Head:
        """As the log says."""
        return await self._log.head(stream)

    async def streams(self, prefix: str) -> list[str]:
        """As the log says."""
        return await self._log.streams(prefix)

    async def read(self, stream: str, after: int, limit: int = 1_000) -> list[LogLine]:
        """As the log says."""
        return await self._log.read(stream, after, limit)

    async def find(self, stream: str, command_id: str) -> int | None:
        """As the log says."""
        return await self._log.find(stream, command_id)

    async def sheet(self, stream: str, sheet: str) -> list[MarkLine]:
        """As the log says."""
        return await self._log.sheet(stream, sheet)

    async def checkpoint(self, stream: str) -> Checkpoint | None:
        """As the log says."""
        return await self._log.checkpoint(stream)

    async def rebuild(
        self, stream: str, seq: int, marks: Sequence[PutMark], checkpoint: bytes
    ) -> None:
        """As the log does."""
        await self._log.rebuild(stream, seq, marks, checkpoint)
