"""Group commit: writes that wait at the same time share one transaction and one sync.

The sync is what a commit costs; what a work does in its few rows is cheap beside it. While
one group is being synced the next one gathers, so that the fuller the hall, the fewer syncs
a write: nobody is made to wait for company, and a lone write is a group of one.
"""

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import Any, Generic, Protocol, TypeVar, cast

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from storage.errors import StorageError
from storage.sql.failures import sql_errors

T = TypeVar("T")

# A work was measured at 0.15 to 0.3 ms and a commit at 0.3 to 0.6 ms: the last of 64 shares the
# price of its sync down to a hundredth, and the first waits some 15 ms for it. More would
# only make it wait longer.
_MOST = 64


class Transactions(Protocol):
    """Where the writing goes: transactions, one at a time."""

    def transaction(self) -> AbstractContextManager[Connection]:
        """Commit what the block wrote, or take it back and raise."""

    def close(self) -> None:
        """Let go of whatever is open."""


class GroupCommit:
    """One thread and one connection that do all the writing, in the order it was asked for.

    Nobody hears of an outcome, good or bad, before the group's COMMIT has returned. A work
    that fails is taken back alone (its SAVEPOINT); the others of its group stand. When the
    transaction itself fails, everyone in it hears that failure, and nothing of it stands.

    `commits` and `works` are counted for whoever watches: transactions synced, works in them.
    """

    def __init__(self, writer: Transactions, after: Callable[[], None]) -> None:
        """Own the writer; `after` runs in the thread once a group has its answers."""
        self._writer = writer
        self._after = after
        self._thread = ThreadPoolExecutor(1, "storage-write")
        self._lock = threading.Lock()
        self._waiting: deque[_Write[Any]] = deque()
        self._awake = False
        self._closed = False
        self.commits = self.works = 0

    def submit(self, work: Callable[[Connection], T]) -> "Future[T]":
        """Queue `work`; cancelling the answer before its turn keeps it from being begun.

        Raises StorageError once closed. The answer's error is a StorageError, or whatever
        else `work` raised.
        """
        write = _Write(work)
        with self._lock:
            if self._closed:
                raise StorageError("the database is closed")
            self._waiting.append(write)
            if not self._awake:
                self._awake = True
                self._thread.submit(self._write_all)
        return write.answer

    def close(self) -> None:
        """Refuse new works, let the waiting ones end, then let the connection go; blocks."""
        with self._lock:
            self._closed = True
        self._thread.shutdown()
        self._writer.close()

    def _write_all(self) -> None:
        while group := self._next_group():
            self._commit(group)
            self._after()

    def _next_group(self) -> "list[_Write[Any]]":
        with self._lock:
            group = [self._waiting.popleft() for _ in range(min(_MOST, len(self._waiting)))]
            self._awake = bool(group)
            return group

    def _commit(self, group: "list[_Write[Any]]") -> None:
        try:
            with sql_errors(), self._writer.transaction() as connection:
                for write in group:
                    write.run(connection, alone=len(group) == 1)
        except BaseException as error:
            # Refusals are not told either: "counted already" may have meant a line of this
            # very group, which is now gone.
            for write in group:
                write.tell_failure(error)
        else:
            self.commits += 1
            self.works += len(group)
            for write in group:
                write.tell()


class _Write(Generic[T]):
    """One work, from its waiting to its answer."""

    def __init__(self, work: Callable[[Connection], T]) -> None:
        self.answer: Future[T] = Future()
        self._work = work
        self._begun = False
        self._result: T | None = None
        self._error: Exception | None = None

    def run(self, connection: Connection, *, alone: bool) -> None:
        """Do the work unless nobody wants it any more, and take back what it wrote if it fails.

        Raises only when the transaction is to go: it is lost already, or was this work's alone.
        """
        if not self._begin():
            return
        if not alone:
            connection.exec_driver_sql("SAVEPOINT work")
        try:
            with sql_errors():
                self._result = self._work(connection)
        except Exception as error:
            self._error = error
            if alone:
                raise
            _take_back(connection, error)
        if not alone:
            connection.exec_driver_sql("RELEASE work")

    def tell(self) -> None:
        """Give the answer; to be called after the commit."""
        if not self._begun:
            return
        if self._error is not None:
            self.answer.set_exception(self._error)
        else:
            self.answer.set_result(cast(T, self._result))

    def tell_failure(self, error: BaseException) -> None:
        """Answer that nothing was written; each asker gets an error of its own to raise."""
        if error is self._error:
            self.answer.set_exception(error)
        elif self._begun or self._begin():
            kind = type(error) if isinstance(error, StorageError) else StorageError
            own = kind(*error.args)
            own.__cause__ = error
            self.answer.set_exception(own)

    def _begin(self) -> bool:
        self._begun = self.answer.set_running_or_notify_cancel()
        return self._begun


def _take_back(connection: Connection, error: Exception) -> None:
    try:
        connection.exec_driver_sql("ROLLBACK TO work")
    except SQLAlchemyError:
        # After some errors (a full disk is one) SQLite has ended the whole transaction.
        raise error from None
