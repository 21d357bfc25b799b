"""The tables, as SQLModel declares them; a change here needs a migration beside it.

Times are milliseconds since 1970 (BigInteger). Only log lines refer to another table by a
foreign key: records are whole, and what one says of another is for the rooms that write it.
"""

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Index,
    MetaData,
    Table,
    UniqueConstraint,
    false,
)
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

# Named constraints: a later migration can only change what it can name.
METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


class Row(SQLModel, registry=registry(metadata=METADATA)):
    """A row of our own metadata, apart from whatever else uses SQLModel."""


class StreamRow(Row, table=True):
    """One stream's life (`epoch`) and end (`seq`); an append moves `seq` or has lost.

    The row without a name is the log's own life, of which streams not born yet have their epochs.
    """

    __tablename__ = "streams"

    stream: str = Field(primary_key=True)
    epoch: str
    seq: int = Field(sa_type=BigInteger)


class LineRow(Row, table=True):
    """One line of a stream."""

    __tablename__ = "lines"
    __table_args__ = (UniqueConstraint("stream", "command_id"),)

    stream: str = Field(primary_key=True, foreign_key="streams.stream")
    seq: int = Field(primary_key=True, sa_type=BigInteger)
    command_id: str
    body: bytes


class MarkRow(Row, table=True):
    """See `storage.records.MarkLine`; the index hands out a sheet in the order of `seq`."""

    __tablename__ = "marks"
    __table_args__ = (Index(None, "stream", "sheet", "seq"),)

    stream: str = Field(primary_key=True)
    sheet: str = Field(primary_key=True)
    mark_id: str = Field(primary_key=True)
    seq: int = Field(sa_type=BigInteger)
    author: str
    body: bytes


class CheckpointRow(Row, table=True):
    """See `storage.records.Checkpoint`; a stream has at most one."""

    __tablename__ = "checkpoints"

    stream: str = Field(primary_key=True)
    seq: int = Field(sa_type=BigInteger)
    body: bytes


class MeetingRow(Row, table=True):
    """See `storage.records.MeetingRecord`."""

    __tablename__ = "meetings"

    meeting_id: str = Field(primary_key=True)
    title: str
    place: str
    starts_at: int = Field(sa_type=BigInteger)
    phase: str


class LinkRow(Row, table=True):
    """See `storage.records.LinkRecord`."""

    __tablename__ = "links"

    link_id: str = Field(primary_key=True)
    meeting_id: str | None = Field(index=True)
    role: str
    name: str | None
    created_at: int = Field(sa_type=BigInteger)
    expires_at: int = Field(sa_type=BigInteger)
    revoked_at: int | None = Field(sa_type=BigInteger)


class SeatRow(Row, table=True):
    """See `storage.records.SeatRecord`."""

    __tablename__ = "seats"

    seat_id: str = Field(primary_key=True)
    link_id: str
    meeting_id: str | None
    role: str
    person_id: str | None
    name: str
    created_at: int = Field(sa_type=BigInteger)


class ContentRow(Row, table=True):
    """See `storage.records.ContentRecord`; `page_count` is the length of `sizes`."""

    __tablename__ = "contents"

    sha256: str = Field(primary_key=True)
    byte_count: int = Field(sa_type=BigInteger)
    sizes: list[Any] = Field(sa_column=Column(JSON, nullable=False))
    page_count: int
    created_at: int = Field(sa_type=BigInteger)


class PageRow(Row, table=True):
    """See `storage.records.PageRecord`."""

    __tablename__ = "pages"

    sha256: str = Field(primary_key=True)
    page: int = Field(primary_key=True)
    failure: str | None
    reduced: bool = Field(sa_column_kwargs={"server_default": false()})


def table(row: type[Row]) -> Table:
    """The table a row class declares, for statements without the ORM's cost."""
    return METADATA.tables[str(row.__tablename__)]
