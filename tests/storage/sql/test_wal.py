"""The write-ahead log: how long it may become, and how its commits end."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.sql.engine import Database
from storage.sql.sqlite import sqlite_database

MIB = 1 << 20
BOUND = 16 * MIB
PAGE = 4_096
HEADER, FRAME_HEADER = 32, 24  # bytes, as sqlite.org's "WAL-mode File Format" has them


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """One table for large things."""
    opened = sqlite_database(tmp_path / "large.db")
    await opened.write(lambda it: it.execute(text("CREATE TABLE large (body BLOB)")))
    yield opened
    await opened.aclose()


async def write(database: Database, mebibytes: int) -> None:
    add = text("INSERT INTO large VALUES (zeroblob(:size))")
    for _ in range(mebibytes):
        await database.write(lambda it: it.execute(add, {"size": MIB}))


async def length(database: Database, folder: Path) -> int:
    """The log's bytes, after whatever followed the last commit."""
    await database.write(lambda it: None)
    return (folder / "large.db-wal").stat().st_size


async def test_after_one_huge_write_the_log_is_short_again(
    database: Database, tmp_path: Path
) -> None:
    add = text("INSERT INTO large VALUES (zeroblob(:size))")
    await database.write(lambda it: it.execute(add, {"size": 2 * BOUND}))
    assert await length(database, tmp_path) < MIB


async def test_a_reader_who_stays_holds_nobody_up_and_the_log_shrinks_when_it_goes(
    database: Database, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "large.db")) as reader:
        reader.execute("BEGIN")
        assert reader.execute("SELECT count(*) FROM large").fetchone() == (0,)
        await write(database, 20)
        assert await length(database, tmp_path) > BOUND
        assert reader.execute("SELECT count(*) FROM large").fetchone() == (0,)
    await write(database, 16)
    assert await length(database, tmp_path) <= BOUND
    count = text("SELECT count(*) FROM large")
    assert await database.read(lambda it: it.execute(count).scalar_one()) == 36


async def test_no_commit_shares_a_sector_with_the_one_before(
    database: Database, tmp_path: Path
) -> None:
    before = await length(database, tmp_path)
    await database.write(lambda it: it.execute(text("INSERT INTO large VALUES (x'00')")))
    written = (tmp_path / "large.db-wal").read_bytes()
    frames = range(HEADER, len(written), FRAME_HEADER + PAGE)
    ends = [at + FRAME_HEADER + PAGE for at in frames if any(written[at + 4 : at + 8])]
    # The frame with the commit mark is written again, past the end of its sector.
    first_end = next(end for end in ends if end > before)
    assert len(written) >= -(-first_end // PAGE) * PAGE
