"""What stands after the process that wrote it was killed with SIGKILL."""

import asyncio
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from storage.errors import FolderInUse
from storage.open import open_storage
from storage.records import Checkpoint
from storage.sql.event_log import SqlEventLog
from storage.sql.sqlite import sqlite_database
from tests.storage.children import append_forever, die_in_group, write_blob

ROOT = Path(__file__).parents[2]


@contextmanager
def child(module: str, folder: Path, *more: str) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", module, str(folder), *more]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def killed_after(acknowledged: int, folder: Path) -> dict[str, int]:
    """Kill a child that appends, after so many lines; the last seq it saw of each stream."""
    seen: dict[str, int] = {}
    with child(append_forever.__name__, folder) as process:
        out = output_of(process)
        for _ in range(acknowledged):
            note(seen, out.readline())
        process.kill()
        for line in out:
            note(seen, line)
    return seen


def note(seen: dict[str, int], line: str) -> None:
    stream, seq = line.split()
    seen[stream] = int(seq)


def output_of(process: "subprocess.Popen[str]") -> IO[str]:
    assert process.stdout is not None
    return process.stdout


@pytest.mark.parametrize("acknowledged", [1, 100, 1_000])
def test_no_acknowledged_line_is_lost_and_none_stands_twice(
    tmp_path: Path, acknowledged: int
) -> None:
    seen = killed_after(acknowledged, tmp_path)
    standing = asyncio.run(check_what_stands(tmp_path, seen))
    seen = killed_after(acknowledged, tmp_path)
    asyncio.run(check_what_stands(tmp_path, standing | seen))


async def check_what_stands(folder: Path, seen: dict[str, int]) -> dict[str, int]:
    """Each append whole or not at all, none missing that was seen; each stream's last seq."""
    assert seen
    storage = await open_storage(folder)
    standing: dict[str, int] = {}
    for stream in append_forever.STREAMS:
        lines = await storage.log.read(stream, 0, limit=100_000)
        assert [line.seq for line in lines] == list(range(1, len(lines) + 1))
        assert [line.command_id for line in lines] == [f"command-{line.seq}" for line in lines]
        # One append may have been on disk before its acknowledgement could be printed.
        assert len(lines) - seen.get(stream, 0) in (0, append_forever.LINES_EACH)
        assert (await storage.log.head(stream)).seq == len(lines)
        record = await storage.catalog.meeting(stream)
        assert (record.starts_at if record else 0) == len(lines)
        marks = await storage.log.sheet(stream, append_forever.SHEET)
        each = append_forever.LINES_EACH
        assert [mark.seq for mark in marks] == list(range(each, len(lines) + 1, each))
        last = Checkpoint(len(lines), f"{len(lines)}".encode()) if lines else None
        assert await storage.log.checkpoint(stream) == last
        standing[stream] = len(lines)
    await storage.aclose()
    return standing


@pytest.mark.parametrize(
    ("moment", "standing"),
    [("work", 0), ("commit", 0), ("answer", len(die_in_group.STREAMS))],
)
def test_a_group_stands_whole_or_not_at_all(tmp_path: Path, moment: str, standing: int) -> None:
    with child(die_in_group.__name__, tmp_path, moment) as process:
        assert process.wait() == -signal.SIGKILL

    async def heads() -> list[int]:
        database = sqlite_database(tmp_path / die_in_group.FILE)
        log = SqlEventLog(database)
        found = [(await log.head(stream)).seq for stream in die_in_group.STREAMS]
        await database.aclose()
        return found

    assert sum(asyncio.run(heads())) == standing


def test_a_half_written_blob_leaves_nothing_and_a_put_one_stands(tmp_path: Path) -> None:
    with child(write_blob.__name__, tmp_path) as process:
        aside = Path(output_of(process).readline().strip())
        assert aside.is_file()

    async def look() -> None:
        storage = await open_storage(tmp_path)
        assert await storage.blobs.get(write_blob.PUT) == write_blob.DATA
        assert not await storage.blobs.exists(write_blob.HALF)
        await storage.aclose()

    assert aside.is_file()
    asyncio.run(look())
    assert not aside.exists()


def test_a_folder_is_served_by_one_process_and_freed_by_its_death(tmp_path: Path) -> None:
    async def open_and_close() -> None:
        await (await open_storage(tmp_path)).aclose()

    with child(write_blob.__name__, tmp_path) as process:
        output_of(process).readline()
        with pytest.raises(FolderInUse):
            asyncio.run(open_and_close())
    asyncio.run(open_and_close())
