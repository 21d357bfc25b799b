"""What the driver's errors mean for whoever stores."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from storage.errors import StorageError, StorageFull, StorageReadOnly

# An extended SQLite code keeps its family in the lowest byte.
_FAMILY = 0xFF
_MEANS: dict[int, type[StorageError]] = {
    sqlite3.SQLITE_FULL: StorageFull,
    sqlite3.SQLITE_READONLY: StorageReadOnly,
    sqlite3.SQLITE_CANTOPEN: StorageReadOnly,
    sqlite3.SQLITE_PERM: StorageReadOnly,
}


@contextmanager
def sql_errors() -> Iterator[None]:
    """Turn a database error inside the block into the StorageError it means.

    A value that no column holds (a lone surrogate, a number over 64 bits) fails in the
    driver before any SQL runs, as a ValueError or OverflowError, and is a StorageError too.
    """
    try:
        yield
    except DBAPIError as error:
        raise _meaning(error.orig)(str(error.orig)) from error
    except sqlite3.Error as error:
        raise _meaning(error)(str(error)) from error
    except (SQLAlchemyError, UnicodeEncodeError, OverflowError) as error:
        raise StorageError(str(error)) from error


def _meaning(error: BaseException | None) -> type[StorageError]:
    code = getattr(error, "sqlite_errorcode", None)
    return StorageError if code is None else _MEANS.get(code & _FAMILY, StorageError)
