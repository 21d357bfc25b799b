"""Writes to twenty streams in one group and kills itself at the moment it is told.

"work": after ten of the works; "commit": all are done and COMMIT has not begun; "answer": the
first of the twenty has its answer.
"""

import asyncio
import os
import signal
import sqlite3
import sys
import threading
from pathlib import Path

from sqlalchemy import Connection

from storage.records import LogLine
from storage.sql.event_log import SqlEventLog
from storage.sql.migrate import bring_up_to_date
from storage.sql.sqlite import sqlite_database

FILE = "group.db"
STREAMS = tuple(f"meeting-{number}" for number in range(20))


def die(_connection: Connection | None = None) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_at_this_commit(connection: Connection) -> None:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    driver.set_trace_callback(lambda words: die() if words == "COMMIT" else None)


async def main(folder: Path, moment: str) -> None:
    database = sqlite_database(folder / FILE)
    await database.write(bring_up_to_date)
    log = SqlEventLog(database)
    begun, may_end = threading.Event(), threading.Event()

    def hold(_connection: Connection) -> None:
        begun.set()
        may_end.wait()

    async def append(stream: str) -> None:
        await log.append(stream, 0, [LogLine(1, "a", b"")])
        if moment == "answer":
            die()

    holding = asyncio.create_task(database.write(hold))
    await asyncio.to_thread(begun.wait)
    writing = [asyncio.create_task(append(stream)) for stream in STREAMS[:10]]
    if moment == "work":
        writing.append(asyncio.create_task(database.write(die)))
    if moment == "commit":
        writing.append(asyncio.create_task(database.write(die_at_this_commit)))
    writing += [asyncio.create_task(append(stream)) for stream in STREAMS[10:]]
    await asyncio.sleep(0)
    may_end.set()
    await asyncio.gather(holding, *writing)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2]))
