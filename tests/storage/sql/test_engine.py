"""Transactions in threads: whole, in turn, and named when they fail."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from storage.errors import StorageError, StorageReadOnly
from storage.sql.engine import Database
from storage.sql.sqlite import sqlite_database


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """A database with one table of numbers."""
    opened = sqlite_database(tmp_path / "numbers.db")
    await opened.write(lambda it: it.execute(text("CREATE TABLE numbers (n INTEGER UNIQUE)")))
    yield opened
    await opened.aclose()


def add(connection: Connection, number: int) -> None:
    connection.execute(text("INSERT INTO numbers VALUES (:n)"), {"n": number})


def adding(number: int) -> Callable[[Connection], None]:
    return lambda connection: add(connection, number)


async def numbers(database: Database) -> list[int]:
    query = text("SELECT n FROM numbers ORDER BY n")
    return list(await database.read(lambda it: it.execute(query).scalars().all()))


async def test_every_commit_is_synced(database: Database) -> None:
    asked = ("journal_mode", "synchronous", "fullfsync", "journal_size_limit")
    pragmas = [text(f"PRAGMA {name}") for name in asked]
    found = await database.write(lambda it: [it.execute(query).scalar_one() for query in pragmas])
    assert found == ["wal", 2, 1, 16 << 20]


async def test_a_failure_takes_back_what_came_before_it(database: Database) -> None:
    def add_twice(connection: Connection) -> None:
        add(connection, 1)
        add(connection, 1)

    with pytest.raises(StorageError, match="UNIQUE"):
        await database.write(add_twice)
    assert await numbers(database) == []
    await database.write(adding(1))
    assert await numbers(database) == [1]


async def test_tables_made_in_a_failed_transaction_are_gone(database: Database) -> None:
    def make_and_fail(connection: Connection) -> None:
        connection.execute(text("CREATE TABLE more (n INTEGER)"))
        connection.execute(text("CREATE TABLE numbers (n INTEGER)"))

    with pytest.raises(StorageError, match="already exists"):
        await database.write(make_and_fail)
    with pytest.raises(StorageError, match="no such table"):
        await database.read(lambda it: it.execute(text("SELECT * FROM more")))


async def test_what_reads_cannot_write(database: Database) -> None:
    with pytest.raises(StorageReadOnly):
        await database.read(adding(1))
    assert await numbers(database) == []


async def test_readers_do_not_wait_for_the_writer(database: Database) -> None:
    begun, may_end = threading.Event(), threading.Event()

    def write_slowly(connection: Connection) -> None:
        add(connection, 1)
        begun.set()
        assert may_end.wait(10)

    writing = asyncio.create_task(database.write(write_slowly))
    await asyncio.to_thread(begun.wait, 10)
    assert await numbers(database) == []
    may_end.set()
    await writing
    assert await numbers(database) == [1]


async def test_a_cancelled_caller_leaves_no_half_and_blocks_nobody(database: Database) -> None:
    begun, may_end = threading.Event(), threading.Event()

    def write_slowly(connection: Connection) -> None:
        add(connection, 1)
        begun.set()
        assert may_end.wait(10)
        add(connection, 2)

    running = asyncio.create_task(database.write(write_slowly))
    await asyncio.to_thread(begun.wait, 10)
    waiting = asyncio.create_task(database.write(adding(3)))
    await asyncio.sleep(0)
    running.cancel()
    waiting.cancel()
    outcomes = await asyncio.gather(running, waiting, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [asyncio.CancelledError] * 2
    may_end.set()
    await database.write(adding(4))
    assert await numbers(database) == [1, 2, 4]


async def test_what_a_transaction_has_read_stays_true_until_it_ends(tmp_path: Path) -> None:
    doors = [sqlite_database(tmp_path / "n.db") for _ in range(2)]
    await doors[0].write(lambda it: it.execute(text("CREATE TABLE numbers (n INTEGER UNIQUE)")))

    def add_next(connection: Connection) -> None:
        add(connection, connection.execute(text("SELECT count(*) FROM numbers")).scalar_one())

    async def count_up(database: Database) -> None:
        for _ in range(20):
            await database.write(add_next)

    await asyncio.gather(*(count_up(door) for door in doors))
    assert await numbers(doors[0]) == list(range(40))
    for door in doors:
        await door.aclose()


async def test_closing_waits_for_what_is_being_written(tmp_path: Path) -> None:
    file = tmp_path / "n.db"
    database = sqlite_database(file)
    await database.write(lambda it: it.execute(text("CREATE TABLE numbers (n INTEGER UNIQUE)")))
    writing = [asyncio.create_task(database.write(adding(n))) for n in range(20)]
    await asyncio.sleep(0)
    await database.aclose()
    await asyncio.gather(*writing)
    reopened = sqlite_database(file)
    assert await numbers(reopened) == list(range(20))
    await reopened.aclose()
