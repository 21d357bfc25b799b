"""What only blobs on a disk can get wrong."""

import asyncio
import os
from pathlib import Path

import pytest

from storage.blobs.disk import DiskBlobs
from storage.keys import page_key, source_key

KEY = source_key("a" * 64)
MIB = 1 << 20


async def test_what_was_left_aside_is_removed_and_blobs_stay(tmp_path: Path) -> None:
    blobs = await DiskBlobs.open(tmp_path)
    await blobs.put(KEY, b"kept")
    leave_half(tmp_path / "aside" / "left")
    reopened = await DiskBlobs.open(tmp_path)
    assert files_in(tmp_path / "aside") == []
    assert await reopened.get(KEY) == b"kept"


async def test_a_cancelled_upload_leaves_nothing(tmp_path: Path) -> None:
    blobs = await DiskBlobs.open(tmp_path)
    under_way = asyncio.Event()

    async def upload() -> None:
        async with blobs.writer() as writer:
            while True:
                await writer.write(bytes(MIB))
                under_way.set()

    task = asyncio.create_task(upload())
    await under_way.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert files_in(tmp_path / "aside") == []


async def test_a_page_lies_in_the_folder_of_its_content(tmp_path: Path) -> None:
    blobs = await DiskBlobs.open(tmp_path)
    await blobs.put(page_key("b" * 64, 12, "thumb"), b"x")
    assert files_in(tmp_path / "kept" / "page" / ("b" * 64)) == ["12.thumb"]


async def test_local_is_the_blobs_own_file(tmp_path: Path) -> None:
    blobs = await DiskBlobs.open(tmp_path)
    await blobs.put(KEY, b"x")
    async with blobs.local(KEY) as path:
        assert path == tmp_path / "kept" / "source" / ("a" * 64)


async def test_bytes_are_on_disk_before_their_name_and_the_name_before_the_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blobs = await DiskBlobs.open(tmp_path)
    await blobs.put(KEY, b"makes the folder")
    steps: list[str] = []
    sync, rename = os.fsync, Path.rename

    def seen_sync(handle: int) -> None:
        steps.append(f"sync {Path(f'/proc/self/fd/{handle}').readlink().parent.name}")
        sync(handle)

    def seen_rename(self: Path, target: Path) -> Path:
        steps.append("rename")
        return rename(self, target)

    monkeypatch.setattr(os, "fsync", seen_sync)
    monkeypatch.setattr(Path, "rename", seen_rename)
    await blobs.put(source_key("c" * 64), b"x")
    assert steps == ["sync aside", "rename", "sync kept"]


async def test_a_name_that_could_not_be_synced_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blobs = await DiskBlobs.open(tmp_path)
    await blobs.put(KEY, b"makes the folder")
    broken = OSError(5, "Input/output error")

    def fail(_folder: Path) -> None:
        raise broken

    with monkeypatch.context() as patched:
        patched.setattr("storage.blobs.aside.sync_folder", fail)
        with pytest.raises(Exception, match="Input/output error"):
            await blobs.put(source_key("d" * 64), b"x")
    assert not await blobs.exists(source_key("d" * 64))


def leave_half(path: Path) -> None:
    path.write_bytes(b"half of")


def files_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]
