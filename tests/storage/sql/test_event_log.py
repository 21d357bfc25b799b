"""Two services over one database: what the log itself must hold, with no queue between."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest

from storage.errors import AppendConflict, StorageError
from storage.records import LogLine, MeetingRecord
from storage.sql.catalog import SqlCatalog
from storage.sql.engine import Database
from storage.sql.event_log import SqlEventLog
from storage.sql.migrate import bring_up_to_date
from storage.sql.sqlite import sqlite_database

STREAM = "meeting:m1"


@pytest.fixture
async def databases(tmp_path: Path) -> AsyncIterator[list[Database]]:
    """Two doors to one file, each with its own writer."""
    opened = [sqlite_database(tmp_path / "one.db") for _ in range(2)]
    await opened[0].write(bring_up_to_date)
    yield opened
    for database in opened:
        await database.aclose()


async def test_two_writers_race_and_neither_overwrites(databases: list[Database]) -> None:
    async def write_all(log: SqlEventLog, who: str) -> None:
        while await log.find(STREAM, f"{who}-19") is None:
            lines = await log.read(STREAM, 0)
            number = sum(line.command_id.startswith(who) for line in lines)
            own = LogLine(len(lines) + 1, f"{who}-{number}", b"")
            with suppress(AppendConflict):
                await log.append(STREAM, len(lines), [own])

    first, second = (SqlEventLog(database) for database in databases)
    await asyncio.gather(write_all(first, "a"), write_all(second, "b"))
    lines = await first.read(STREAM, 0)
    assert [line.seq for line in lines] == list(range(1, 41))
    assert {line.command_id for line in lines} == {f"{w}-{n}" for w in "ab" for n in range(20)}


async def test_both_see_one_life_of_a_stream(databases: list[Database]) -> None:
    logs = [SqlEventLog(database) for database in databases]
    heads = await asyncio.gather(*(log.head(STREAM) for log in logs * 5))
    assert len(set(heads)) == 1


@pytest.mark.parametrize("bad", ["lone \ud800", 2**64], ids=["text", "number"])
async def test_a_record_no_column_holds_takes_its_lines_back(
    databases: list[Database], bad: str | int
) -> None:
    log, catalog = SqlEventLog(databases[0]), SqlCatalog(databases[0])
    good = MeetingRecord("good", "", "", 1, "open")
    worse = MeetingRecord("bad", str(bad), "", bad if isinstance(bad, int) else 0, "open")
    with pytest.raises(StorageError):
        await log.append(STREAM, 0, [LogLine(1, "a", b"")], [good, worse])
    assert await log.read(STREAM, 0) == []
    assert await catalog.meetings() == []
    with pytest.raises(StorageError):
        await catalog.put(good, worse)
    assert await catalog.meetings() == []
