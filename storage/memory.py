"""Log and catalog in memory: the reference for what the promises mean, and for tests."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field

from storage.errors import AlreadyCounted, AppendConflict
from storage.lines import check_run, epoch_of
from storage.memory_marks import MemoryMarks
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


@dataclass(slots=True)
class _Stream:
    lines: list[LogLine] = field(default_factory=list)
    seqs: dict[str, int] = field(default_factory=dict)
    marks: MemoryMarks = field(default_factory=MemoryMarks)
    checkpoint: Checkpoint | None = None


class MemoryStore:
    """`EventLog` and `Catalog` at once, gone with the process.

    No call waits for anything, so each runs whole between two turns of the event loop:
    that is what makes them atomic.
    """

    def __init__(self) -> None:
        self._life = secrets.token_hex(8)
        self._streams: dict[str, _Stream] = {}
        self._meetings: dict[str, MeetingRecord] = {}
        self._links: dict[str, LinkRecord] = {}
        self._seats: dict[str, SeatRecord] = {}
        self._contents: dict[str, ContentRecord] = {}
        self._pages: dict[tuple[str, int], PageRecord] = {}

    async def head(self, stream: str) -> Head:
        """Where the stream ends."""
        found = self._streams.get(stream)
        return Head(epoch_of(self._life, stream), len(found.lines) if found else 0)

    async def streams(self, prefix: str) -> list[str]:
        """The streams with a line whose names start with exactly `prefix`, by name."""
        return sorted(
            name for name, found in self._streams.items() if found.lines and name.startswith(prefix)
        )

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
        """Add lines and all that follows from them, or raise and do nothing."""
        check_run(expected, lines)
        found = self._at(stream, expected)
        if any(line.command_id in found.seqs for line in lines):
            raise AlreadyCounted(stream)
        self._streams[stream] = found
        found.lines.extend(lines)
        found.seqs.update((line.command_id, line.seq) for line in lines)
        found.marks.change(marks)
        if checkpoint is not None:
            found.checkpoint = Checkpoint(len(found.lines), checkpoint)
        await self.put(*records)

    async def read(self, stream: str, after: int, limit: int = 1_000) -> list[LogLine]:
        """Up to `limit` lines after seq `after`, in order."""
        found = self._streams.get(stream)
        return found.lines[after : after + limit] if found else []

    async def find(self, stream: str, command_id: str) -> int | None:
        """The seq at which a command id stands, if it does."""
        found = self._streams.get(stream)
        return found.seqs.get(command_id) if found else None

    async def sheet(self, stream: str, sheet: str) -> list[MarkLine]:
        """The marks standing on one sheet of the stream, by seq; of one seq, by id."""
        found = self._streams.get(stream)
        return found.marks.on(sheet) if found else []

    async def checkpoint(self, stream: str) -> Checkpoint | None:
        """The stream's last checkpoint, if it has one."""
        found = self._streams.get(stream)
        return found.checkpoint if found else None

    async def rebuild(
        self, stream: str, seq: int, marks: Sequence[PutMark], checkpoint: bytes
    ) -> None:
        """Replace the stream's marks and checkpoint, or raise and leave both."""
        found = self._at(stream, seq)
        self._streams[stream] = found
        found.marks, found.checkpoint = MemoryMarks(marks), Checkpoint(seq, checkpoint)

    def _at(self, stream: str, seq: int) -> _Stream:
        found = self._streams.get(stream) or _Stream()
        if len(found.lines) != seq:
            raise AppendConflict(stream)
        return found

    async def put(self, *records: Record) -> None:
        """Write all records; a record with the same key is replaced."""
        for record in records:
            match record:
                case MeetingRecord():
                    self._meetings[record.meeting_id] = record
                case LinkRecord():
                    self._links[record.link_id] = record
                case SeatRecord():
                    self._seats[record.seat_id] = record
                case ContentRecord():
                    self._contents[record.sha256] = record
                case PageRecord():
                    self._pages[record.sha256, record.page] = record

    async def meeting(self, meeting_id: str) -> MeetingRecord | None:
        """One meeting by its id."""
        return self._meetings.get(meeting_id)

    async def meetings(self) -> list[MeetingRecord]:
        """All meetings, the latest start first; equal starts by id."""
        return sorted(self._meetings.values(), key=lambda it: (-it.starts_at, it.meeting_id))

    async def link(self, link_id: str) -> LinkRecord | None:
        """One link by its id."""
        return self._links.get(link_id)

    async def links(self, meeting_id: str) -> list[LinkRecord]:
        """The links of one meeting, oldest first; equally old ones by id."""
        found = [link for link in self._links.values() if link.meeting_id == meeting_id]
        return sorted(found, key=lambda it: (it.created_at, it.link_id))

    async def seat(self, seat_id: str) -> SeatRecord | None:
        """One seat by its id."""
        return self._seats.get(seat_id)

    async def content(self, sha256: str) -> ContentRecord | None:
        """One content by its hash."""
        return self._contents.get(sha256)

    async def pages(self, sha256: str) -> list[PageRecord]:
        """The pages drawn or failed so far, in page order."""
        found = [page for page in self._pages.values() if page.sha256 == sha256]
        return sorted(found, key=lambda it: it.page)

    async def unfinished(self) -> list[ContentRecord]:
        """Contents with pages neither drawn nor failed, oldest first; equally old by hash."""
        found = [content for content in self._contents.values() if self._is_unfinished(content)]
        return sorted(found, key=lambda it: (it.created_at, it.sha256))

    def _is_unfinished(self, content: ContentRecord) -> bool:
        numbers = range(1, len(content.sizes) + 1)
        return any((content.sha256, number) not in self._pages for number in numbers)
