"""Records to rows and back, and putting them inside a running transaction."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Executable

from storage.records import (
    ContentRecord,
    LinkRecord,
    MeetingRecord,
    PageRecord,
    Record,
    SeatRecord,
)
from storage.sql.tables import ContentRow, LinkRow, MeetingRow, PageRow, SeatRow, table
from storage.sql.upserts import upsert

# Built once: SQLAlchemy then finds each compiled statement in its cache.
_UPSERTS: dict[type[Record], Executable] = {
    MeetingRecord: upsert(table(MeetingRow)),
    LinkRecord: upsert(table(LinkRow)),
    SeatRecord: upsert(table(SeatRow)),
    ContentRecord: upsert(table(ContentRow)),
    PageRecord: upsert(table(PageRow)),
}


def put_records(connection: Connection, records: Sequence[Record]) -> None:
    """Write records, replacing those with the same key."""
    for record in records:
        connection.execute(_UPSERTS[type(record)], _values(record))


def content_record(
    sha256: str, byte_count: int, sizes: list[list[int]], page_count: int, created_at: int
) -> ContentRecord:
    """The record in a row of `contents`; JSON has lists where records have tuples."""
    pairs = tuple((width, height) for width, height in sizes)
    return ContentRecord(sha256, byte_count, pairs, created_at)


def _values(record: Record) -> dict[str, Any]:
    values = asdict(record)
    if isinstance(record, ContentRecord):
        values["page_count"] = len(record.sizes)
    return values
