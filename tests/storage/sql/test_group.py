"""Group commit: one sync for all who wait, and to each the outcome that is its own."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from storage.errors import StorageError
from storage.sql.engine import Database
from storage.sql.sqlite import sqlite_database

ADD = text("INSERT INTO numbers VALUES (:n)")


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """Numbers, and links to them that are checked at the commit."""
    opened = sqlite_database(tmp_path / "numbers.db")

    def make(connection: Connection) -> None:
        connection.execute(text("CREATE TABLE numbers (n INTEGER UNIQUE)"))
        deferred = "REFERENCES numbers (n) DEFERRABLE INITIALLY DEFERRED"
        connection.execute(text(f"CREATE TABLE links (n INTEGER {deferred})"))

    await opened.write(make)
    yield opened
    await opened.aclose()


def adding(number: int) -> Callable[[Connection], int]:
    def work(connection: Connection) -> int:
        connection.execute(ADD, {"n": number})
        return number

    return work


def adding_and_failing(number: int) -> Callable[[Connection], int]:
    def work(connection: Connection) -> int:
        connection.execute(ADD, {"n": number})
        raise LookupError(number)

    return work


def linking_to_nothing(connection: Connection) -> None:
    connection.execute(text("INSERT INTO links VALUES (-1)"))


async def numbers(database: Database) -> list[int]:
    """In the order in which they were written."""
    query = text("SELECT n FROM numbers ORDER BY rowid")
    return list(await database.read(lambda it: it.execute(query).scalars().all()))


@asynccontextmanager
async def all_waiting(database: Database) -> AsyncIterator[None]:
    """Whatever is written inside has gathered when the writer comes to it."""
    begun, may_end = threading.Event(), threading.Event()

    def hold(_connection: Connection) -> None:
        begun.set()
        assert may_end.wait(10)

    holding = asyncio.create_task(database.write(hold))
    await asyncio.to_thread(begun.wait, 10)
    yield
    await asyncio.sleep(0)
    may_end.set()
    await holding


@asynccontextmanager
async def at_each_commit(
    database: Database, do: Callable[[sqlite3.Connection], None]
) -> AsyncIterator[None]:
    """Call `do` just before each COMMIT, its own to begin with."""
    drivers: list[sqlite3.Connection] = []

    def listen(connection: Connection) -> None:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        drivers.append(driver)
        driver.set_trace_callback(lambda words: do(driver) if words == "COMMIT" else None)

    await database.write(listen)
    yield
    drivers[0].set_trace_callback(None)


@asynccontextmanager
async def counted_commits(database: Database) -> AsyncIterator[list[sqlite3.Connection]]:
    commits: list[sqlite3.Connection] = []
    async with at_each_commit(database, commits.append):
        commits.clear()
        yield commits


async def test_those_who_wait_share_one_commit_in_the_order_they_came(database: Database) -> None:
    async with counted_commits(database) as commits:
        async with all_waiting(database):
            writing = [asyncio.create_task(database.write(adding(n))) for n in range(50)]
        assert await asyncio.gather(*writing) == list(range(50))
    assert len(commits) == 1 + 1
    assert await numbers(database) == list(range(50))


async def test_a_group_has_an_end_and_the_next_one_goes_on_in_order(database: Database) -> None:
    async with counted_commits(database) as commits:
        async with all_waiting(database):
            writing = [asyncio.create_task(database.write(adding(n))) for n in range(150)]
        await asyncio.gather(*writing)
    assert len(commits) == 1 + 3
    assert await numbers(database) == list(range(150))


async def test_fifty_who_write_without_pause_need_far_fewer_commits(database: Database) -> None:
    async def write_on(first: int) -> None:
        for number in range(first, first + 20):
            await database.write(adding(number))

    async with counted_commits(database) as commits:
        await asyncio.gather(*(write_on(100 * writer) for writer in range(50)))
    assert len(await numbers(database)) == 1_000
    assert len(commits) <= 1_000 / 5


async def test_a_failing_work_is_taken_back_alone(database: Database) -> None:
    works = [adding(1), adding_and_failing(2), adding(3), adding(1), adding(2)]
    async with all_waiting(database):
        writing = [asyncio.create_task(database.write(work)) for work in works]
    outcomes = await asyncio.gather(*writing, return_exceptions=True)
    assert outcomes[::2] == [1, 3, 2]
    assert isinstance(outcomes[1], LookupError)
    assert isinstance(outcomes[3], StorageError)
    assert await numbers(database) == [1, 3, 2]


async def test_nobody_hears_anything_before_the_commit(database: Database) -> None:
    committing, may_commit = threading.Event(), threading.Event()

    def stop_at_the_groups(driver: sqlite3.Connection) -> None:
        if driver.execute("SELECT count(*) FROM numbers").fetchone() > (0,):
            committing.set()
            assert may_commit.wait(10)

    async with at_each_commit(database, stop_at_the_groups):
        async with all_waiting(database):
            works = [adding(1), adding_and_failing(2), adding(3)]
            writing = [asyncio.create_task(database.write(work)) for work in works]
        await asyncio.to_thread(committing.wait, 10)
        for _ in range(10):
            await asyncio.sleep(0)
        done = [number for number, task in enumerate(writing) if task.done()]
        seen = await numbers(database)
        may_commit.set()
        outcomes = await asyncio.gather(*writing, return_exceptions=True)
    assert (done, seen) == ([], [])
    assert outcomes[::2] == [1, 3]


async def test_a_failing_commit_fails_all_of_its_group_and_leaves_nothing(
    database: Database,
) -> None:
    works = [adding(1), adding_and_failing(2), linking_to_nothing, adding(3)]
    async with all_waiting(database):
        writing = [asyncio.create_task(database.write(work)) for work in works]
    outcomes = await asyncio.gather(*writing, return_exceptions=True)
    assert {type(outcome) for outcome in outcomes} == {StorageError}
    assert "FOREIGN KEY" in str(outcomes[0])
    assert len({id(outcome) for outcome in outcomes}) == len(works)
    assert await numbers(database) == []
    await database.write(adding(4))
    assert await numbers(database) == [4]


async def test_a_transaction_that_sqlite_ends_in_its_middle_is_told_to_all(
    database: Database,
) -> None:
    await database.write(adding(0))
    ending = text("INSERT OR ROLLBACK INTO numbers VALUES (0)")
    async with all_waiting(database):
        writing = [
            asyncio.create_task(database.write(adding(1))),
            asyncio.create_task(database.write(lambda it: it.execute(ending).rowcount)),
            asyncio.create_task(database.write(adding(2))),
        ]
    outcomes = await asyncio.gather(*writing, return_exceptions=True)
    assert {type(outcome) for outcome in outcomes} == {StorageError}
    assert all("UNIQUE" in str(outcome) for outcome in outcomes)
    assert await numbers(database) == [0]
    await database.write(adding(1))
    assert await numbers(database) == [0, 1]


async def test_who_leaves_before_its_turn_is_not_begun(database: Database) -> None:
    async with all_waiting(database):
        writing = [asyncio.create_task(database.write(adding(n))) for n in range(5)]
        await asyncio.sleep(0)
        writing[0].cancel()
        writing[3].cancel()
    outcomes = await asyncio.gather(*writing, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes].count(asyncio.CancelledError) == 2
    assert await numbers(database) == [1, 2, 4]


async def test_a_group_that_everyone_left_writes_nothing_and_blocks_nobody(
    database: Database,
) -> None:
    async with all_waiting(database):
        writing = [asyncio.create_task(database.write(adding(n))) for n in range(3)]
        await asyncio.sleep(0)
        for task in writing:
            task.cancel()
    await asyncio.gather(*writing, return_exceptions=True)
    await database.write(adding(9))
    assert await numbers(database) == [9]


async def test_commits_and_the_works_in_them_are_counted(database: Database) -> None:
    commits, works = database.written()
    async with all_waiting(database):
        asked = [asyncio.create_task(database.write(adding(number))) for number in range(5)]
    await asyncio.gather(*asked)
    with pytest.raises(StorageError):
        await database.write(linking_to_nothing)
    assert database.written() == (commits + 2, works + 1 + 5)
