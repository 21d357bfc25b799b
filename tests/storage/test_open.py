"""Opening, closing and opening again."""

import os
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from storage.errors import FolderInUse, SchemaTooNew, StorageError, StorageReadOnly
from storage.open import memory_storage, open_storage
from storage.records import Checkpoint, LogLine, MarkLine, MeetingRecord, PutMark

MEETING = MeetingRecord("m1", "주간회의", "", 1, "open")


async def test_what_was_stored_is_there_after_opening_again(tmp_path: Path) -> None:
    storage = await open_storage(tmp_path)
    await storage.log.append("meeting:m1", 0, [LogLine(1, "a", b"x")], [MEETING])
    await storage.blobs.put("source/a", b"bytes")
    head = await storage.log.head("meeting:m1")
    await storage.aclose()

    storage = await open_storage(tmp_path)
    assert await storage.log.head("meeting:m1") == head
    assert await storage.log.read("meeting:m1", 0) == [LogLine(1, "a", b"x")]
    assert await storage.catalog.meeting("m1") == MEETING
    assert await storage.blobs.get("source/a") == b"bytes"
    await storage.aclose()


async def test_a_missing_folder_is_made_and_closed_to_others(tmp_path: Path) -> None:
    folder = tmp_path / "회의 자료 50%" / "data"
    await (await open_storage(folder)).aclose()
    assert folder.stat().st_mode & 0o077 == 0


async def test_an_open_folder_is_not_opened_twice(tmp_path: Path) -> None:
    storage = await open_storage(tmp_path)
    with pytest.raises(FolderInUse):
        await open_storage(tmp_path)
    await storage.aclose()
    await (await open_storage(tmp_path)).aclose()


async def test_closing_twice_is_no_error(tmp_path: Path) -> None:
    storage = await open_storage(tmp_path)
    await storage.aclose()
    await storage.aclose()


async def test_a_closed_store_refuses(tmp_path: Path) -> None:
    storage = await open_storage(tmp_path)
    await storage.aclose()
    with pytest.raises(StorageError, match="closed"):
        await storage.catalog.put(MEETING)


async def test_a_newer_schema_is_refused_and_left_alone(tmp_path: Path) -> None:
    await (await open_storage(tmp_path)).aclose()
    newest = str(revision(tmp_path))
    write_revision(tmp_path, "9999")
    with pytest.raises(SchemaTooNew, match="9999"):
        await open_storage(tmp_path)
    assert revision(tmp_path) == "9999"
    write_revision(tmp_path, newest)
    await (await open_storage(tmp_path)).aclose()


async def test_a_folder_from_before_marks_keeps_its_lines_and_can_be_rebuilt(
    tmp_path: Path,
) -> None:
    storage = await open_storage(tmp_path)
    await storage.log.append("meeting:m1", 0, [LogLine(1, "a", b"x")])
    await storage.aclose()
    go_back_before_marks(tmp_path)

    storage = await open_storage(tmp_path)
    assert await storage.log.read("meeting:m1", 0) == [LogLine(1, "a", b"x")]
    assert await storage.log.checkpoint("meeting:m1") is None
    await storage.log.rebuild("meeting:m1", 1, [PutMark("d1.1.1", "a", 1, "", b"x")], b"1")
    assert await storage.log.checkpoint("meeting:m1") == Checkpoint(1, b"1")
    assert await storage.log.sheet("meeting:m1", "d1.1.1") == [MarkLine("a", 1, "", b"x")]
    await storage.aclose()


async def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    rubbish = b"not a database " * 1_000
    (tmp_path / "hanjang.db").write_bytes(rubbish)
    with pytest.raises(StorageError, match="not a database"):
        await open_storage(tmp_path)
    assert (tmp_path / "hanjang.db").read_bytes() == rubbish


async def test_a_file_in_the_folders_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"")
    with pytest.raises(StorageError, match="exists"):
        await open_storage(tmp_path / "data")


async def test_a_read_only_disk_is_refused_as_such(small_disk: Path) -> None:
    await (await open_storage(small_disk / "data")).aclose()
    make_read_only(small_disk)
    with pytest.raises(StorageReadOnly):
        await open_storage(small_disk / "data")
    with pytest.raises(StorageReadOnly):
        await open_storage(small_disk / "new")


async def test_a_folder_of_someone_else_is_refused_as_read_only(tmp_path: Path) -> None:
    with not_ours(tmp_path), pytest.raises(StorageReadOnly):
        await open_storage(tmp_path)


async def test_memory_storages_are_apart() -> None:
    first, second = memory_storage(), memory_storage()
    await first.catalog.put(MEETING)
    assert await second.catalog.meetings() == []


def make_read_only(disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)


@contextmanager
def not_ours(folder: Path) -> Iterator[None]:
    """Take the right to write away for a while, and root's power too where tests have it."""
    folder.chmod(0o500)
    own = os.geteuid()
    if own == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(own)
        folder.chmod(0o700)


def go_back_before_marks(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "hanjang.db")) as connection:
        connection.executescript("DROP TABLE marks; DROP TABLE checkpoints;")
    write_revision(folder, "0002")


def write_revision(folder: Path, number: str) -> None:
    connection = sqlite3.connect(folder / "hanjang.db")
    connection.execute("UPDATE alembic_version SET version_num = ?", (number,))
    connection.commit()
    connection.close()


def revision(folder: Path) -> object:
    connection = sqlite3.connect(folder / "hanjang.db")
    (found,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    connection.close()
    return found
