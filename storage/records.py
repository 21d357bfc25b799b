"""The rows of the catalog and the lines of the log, as plain values; pure.

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
