"""The rows of the catalog, the lines of the log and what is drawn from them; pure values.

Times are milliseconds since 1970-01-01 UTC. Records are whole: `put` replaces the
row with the same key. What the numbers mean is for the rooms that write them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of a stream: `seq` counts from 1 without gaps, `body` is opaque."""

    seq: int
    command_id: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Head:
    """Where a stream ends: `epoch` names its life, `seq` is 0 while it is empty."""

    epoch: str
    seq: int


@dataclass(frozen=True, slots=True)
class MarkLine:
    """One mark standing on a sheet: `seq` is of the line that put it, `body` is opaque."""

    mark_id: str
    seq: int
    author: str
    body: bytes


@dataclass(frozen=True, slots=True)
class PutMark:
    """Let a mark stand on a sheet of the stream, in place of one with the same id there."""

    sheet: str
    mark_id: str
    seq: int
    author: str
    body: bytes


@dataclass(frozen=True, slots=True)
class DropMarks:
    """Take marks off one sheet; those that do not stand there are no error."""

    sheet: str
    mark_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DropSheets:
    """Take every mark off every sheet whose name starts with exactly `prefix`."""

    prefix: str


@dataclass(frozen=True, slots=True)
class MoveSheet:
    """Let every mark of one sheet stand on another, beside those that stand there."""

    sheet: str
    to: str


MarkChange = PutMark | DropMarks | DropSheets | MoveSheet


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The fold of a stream's lines up to and with `seq`; `body` is opaque."""

    seq: int
    body: bytes


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """A meeting as lists show it. Key: `meeting_id`."""

    meeting_id: str
    title: str
    place: str
    starts_at: int
    phase: str


@dataclass(frozen=True, slots=True)
class LinkRecord:
    """A join link; `meeting_id` is None when it opens every meeting. Key: `link_id`."""

    link_id: str
    meeting_id: str | None
    role: str
    name: str | None
    created_at: int
    expires_at: int
    revoked_at: int | None


@dataclass(frozen=True, slots=True)
class SeatRecord:
    """One tablet that joined by a link, and who sits at it. Key: `seat_id`."""

    seat_id: str
    link_id: str
    meeting_id: str | None
    role: str
    person_id: str | None
    name: str
    created_at: int


@dataclass(frozen=True, slots=True)
class ContentRecord:
    """A PDF's bytes, once per SHA-256, and its pages' (width, height). Key: `sha256`."""

    sha256: str
    byte_count: int
    sizes: tuple[tuple[int, int], ...]
    created_at: int


@dataclass(frozen=True, slots=True)
class PageRecord:
    """The outcome of one page's drawing; `failure` is None when it was drawn.

    `reduced`: it was drawn, but only at half the size. Key: `sha256` and `page` (from 1).
    """

    sha256: str
    page: int
    failure: str | None
    reduced: bool = False


Record = MeetingRecord | LinkRecord | SeatRecord | ContentRecord | PageRecord
