"""The one connection that writes to SQLite: transactions begun and ended on the driver itself.

A pool's checkout, SQLAlchemy's own transaction and its reset cost 0.3 ms a commit after an idle
moment, as much as everything that is written in it. The connection is therefore opened once,
in the driver's autocommit mode, and BEGIN, COMMIT and ROLLBACK are said here.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from sqlalchemy import Connection, Engine


class Writer:
    """Transactions one after the other, all in the thread that asks for the first."""

    def __init__(self, engine: Engine) -> None:
        """Own the engine; nothing is opened before the first transaction."""
        self._engine = engine
        self._opened: tuple[Connection, sqlite3.Connection] | None = None

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Commits what the block wrote, or takes all of it back when it or the COMMIT fails.

        Raises sqlite3.Error and SQLAlchemyError as they come.
        """
        connection, driver = self._open()
        # The lock comes before the first read, so no transaction is thrown away half-way.
        driver.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            driver.execute("COMMIT")
        except BaseException:
            # After some errors (a full disk is one) SQLite has ended it already; a COMMIT that
            # failed can have left it open.
            if driver.in_transaction:
                driver.execute("ROLLBACK")
            raise

    @property
    def driver(self) -> sqlite3.Connection:
        """The driver's connection, to be used between transactions."""
        return self._open()[1]

    def close(self) -> None:
        """Let the connection go."""
        if self._opened is not None:
            self._opened[0].close()
        self._engine.dispose()

    def _open(self) -> tuple[Connection, sqlite3.Connection]:
        if self._opened is None:
            connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
            # Never ended: whoever works on the connection finds a transaction under way.
            connection.begin()
            driver = cast(sqlite3.Connection, connection.connection.driver_connection)
            self._opened = connection, driver
        return self._opened
