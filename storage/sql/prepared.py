"""Statements of the path every command takes, put into words once.

SQLAlchemy asks 0.25 ms of a statement after an idle moment, the driver 0.04: on the way of a
page turn there are two or three. What is written down is the same statement, compiled.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.sql.dml import UpdateBase


class Prepared:
    """An INSERT, UPDATE or DELETE whose parameters need no conversion for the driver."""

    def __init__(self, statement: UpdateBase) -> None:
        self._statement = statement
        self._words: tuple[str, Sequence[str]] | None = None

    def run(self, connection: Connection, *rows: Mapping[str, Any]) -> int:
        """Execute it once for each row; how many rows of the table it touched (of one row).

        Raises sqlite3.Error, or SQLAlchemy's own where another database is underneath.
        """
        driver = connection.connection.driver_connection
        if not isinstance(driver, sqlite3.Connection):
            return connection.execute(self._statement, [dict(row) for row in rows]).rowcount
        words, names = self._words or self._compile(connection)
        asked = [[row[name] for name in names] for row in rows]
        if len(asked) == 1:
            return driver.execute(words, asked[0]).rowcount
        return driver.executemany(words, asked).rowcount

    def _compile(self, connection: Connection) -> tuple[str, Sequence[str]]:
        compiled = self._statement.compile(dialect=connection.dialect)
        self._words = str(compiled), tuple(compiled.positiontup or ())
        return self._words
