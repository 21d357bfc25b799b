"""The catalog in SQL: whole records by key, and the few lists the rooms ask for."""

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, func, select

from storage.records import (
    ContentRecord,
    LinkRecord,
    MeetingRecord,
    PageRecord,
    Record,
    SeatRecord,
)
from storage.sql.engine import Database
from storage.sql.rows import content_record, put_records
from storage.sql.tables import ContentRow, LinkRow, MeetingRow, PageRow, SeatRow, table

R = TypeVar("R")

_MEETINGS = table(MeetingRow).c
_LINKS = table(LinkRow).c
_SEATS = table(SeatRow).c
_CONTENTS = table(ContentRow).c
_PAGES = table(PageRow).c


class SqlCatalog:
    """`Catalog` over one database, shared with the log."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def put(self, *records: Record) -> None:
        """Write all records, or none."""
        if records:
            await self._database.write(lambda connection: put_records(connection, records))

    async def meeting(self, meeting_id: str) -> MeetingRecord | None:
        """One meeting by its id."""
        query = select(*_MEETINGS).where(_MEETINGS.meeting_id == meeting_id)
        return _first(await self._all(query, MeetingRecord))

    async def meetings(self) -> list[MeetingRecord]:
        """All meetings, the latest start first; equal starts by id."""
        query = select(*_MEETINGS).order_by(_MEETINGS.starts_at.desc(), _MEETINGS.meeting_id)
        return await self._all(query, MeetingRecord)

    async def link(self, link_id: str) -> LinkRecord | None:
        """One link by its id."""
        query = select(*_LINKS).where(_LINKS.link_id == link_id)
        return _first(await self._all(query, LinkRecord))

    async def links(self, meeting_id: str) -> list[LinkRecord]:
        """The links of one meeting, oldest first; equally old ones by id."""
        query = select(*_LINKS).where(_LINKS.meeting_id == meeting_id)
        return await self._all(query.order_by(_LINKS.created_at, _LINKS.link_id), LinkRecord)

    async def seat(self, seat_id: str) -> SeatRecord | None:
        """One seat by its id."""
        query = select(*_SEATS).where(_SEATS.seat_id == seat_id)
        return _first(await self._all(query, SeatRecord))

    async def content(self, sha256: str) -> ContentRecord | None:
        """One content by its hash."""
        query = select(*_CONTENTS).where(_CONTENTS.sha256 == sha256)
        return _first(await self._all(query, content_record))

    async def pages(self, sha256: str) -> list[PageRecord]:
        """The pages drawn or failed so far, in page order."""
        query = select(*_PAGES).where(_PAGES.sha256 == sha256).order_by(_PAGES.page)
        return await self._all(query, PageRecord)

    async def unfinished(self) -> list[ContentRecord]:
        """Contents with pages neither drawn nor failed, oldest first; equally old by hash."""
        query = select(*_CONTENTS).where(_pages_done() < _CONTENTS.page_count)
        query = query.order_by(_CONTENTS.created_at, _CONTENTS.sha256)
        return await self._all(query, content_record)

    async def _all(self, query: Select[Any], build: Callable[..., R]) -> list[R]:
        rows = await self._database.read(
            lambda connection: connection.execute(query).mappings().all()
        )
        return [build(**row) for row in rows]


def _first(found: list[R]) -> R | None:
    return found[0] if found else None


def _pages_done() -> ColumnElement[int]:
    """How many of a content's own pages have an outcome."""
    own = (_PAGES.sha256 == _CONTENTS.sha256) & _PAGES.page.between(1, _CONTENTS.page_count)
    return select(func.count()).select_from(table(PageRow)).where(own).scalar_subquery()
