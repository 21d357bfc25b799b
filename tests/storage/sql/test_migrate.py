"""The numbered steps and the declared tables are one and the same schema."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, text

from storage.errors import StorageError
from storage.sql.engine import Database
from storage.sql.migrate import bring_up_to_date
from storage.sql.sqlite import sqlite_database
from storage.sql.tables import METADATA


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """An empty file."""
    opened = sqlite_database(tmp_path / "empty.db")
    yield opened
    await opened.aclose()


def table_names(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


async def test_from_empty_to_the_declared_tables(database: Database) -> None:
    await database.write(bring_up_to_date)
    assert await database.read(table_names) == {*METADATA.tables, "alembic_version"}


async def test_steps_and_declarations_do_not_differ(database: Database) -> None:
    await database.write(bring_up_to_date)
    differences = await database.read(
        lambda it: compare_metadata(MigrationContext.configure(it), METADATA)
    )
    assert differences == []


async def test_constraints_bear_the_declared_names(database: Database) -> None:
    def names(connection: Connection) -> list[object]:
        looked = inspect(connection)
        return [
            [
                looked.get_pk_constraint(name)["name"],
                [found["name"] for found in looked.get_unique_constraints(name)],
                [found["name"] for found in looked.get_foreign_keys(name)],
            ]
            for name in METADATA.tables
        ]

    await database.write(bring_up_to_date)
    migrated = await database.read(names)

    def made_anew(connection: Connection) -> list[object]:
        for name in ("lines", *(table for table in METADATA.tables if table != "lines")):
            connection.execute(text(f"DROP TABLE {name}"))
        METADATA.create_all(connection)
        return names(connection)

    assert migrated == await database.write(made_anew)


async def test_coming_up_to_date_twice_changes_nothing(database: Database) -> None:
    await database.write(bring_up_to_date)
    await database.write(lambda it: it.execute(text("INSERT INTO streams VALUES ('s', 'e', 0)")))
    await database.write(bring_up_to_date)
    kept = await database.read(lambda it: it.execute(text("SELECT epoch FROM streams")).scalar())
    assert kept == "e"


async def test_a_step_that_fails_leaves_no_table_behind(database: Database) -> None:
    await database.write(lambda it: it.execute(text("CREATE TABLE pages (in_the_way INTEGER)")))
    with pytest.raises(StorageError, match="pages already exists"):
        await database.write(bring_up_to_date)
    assert await database.read(table_names) == {"pages"}


async def test_several_databases_come_up_to_date_at_once(tmp_path: Path) -> None:
    databases = [sqlite_database(tmp_path / f"{number}.db") for number in range(5)]
    await asyncio.gather(*(database.write(bring_up_to_date) for database in databases))
    for database in databases:
        assert "streams" in await database.read(table_names)
        await database.aclose()
