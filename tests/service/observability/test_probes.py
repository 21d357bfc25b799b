"""The looks at storage leave nothing behind, and fail when storage does."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from service.observability.probes import STREAM, can_read, can_write
from storage.errors import StorageError
from storage.open import Storage, memory_storage, open_storage


@pytest.fixture(params=["memory", "folder"])
async def storage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Storage]:
    if request.param == "memory":
        yield memory_storage()
        return
    opened = await open_storage(tmp_path / "data")
    yield opened
    await opened.aclose()


async def test_a_working_storage_is_fit_again_and_again(storage: Storage) -> None:
    for _ in range(3):
        await can_read(storage.log)
        await can_write(storage.log, storage.blobs)
    assert (await storage.log.head(STREAM)).seq == 0


async def test_nothing_is_left_behind(tmp_path: Path) -> None:
    storage = await open_storage(tmp_path / "data")
    try:
        before = files(tmp_path)
        await can_read(storage.log)
        await can_write(storage.log, storage.blobs)
        assert files(tmp_path) == before
    finally:
        await storage.aclose()


def files(folder: Path) -> set[Path]:
    """Every file below a folder."""
    return {path for path in folder.rglob("*") if path.is_file()}


async def test_a_closed_storage_can_neither_be_read_nor_written(tmp_path: Path) -> None:
    storage = await open_storage(tmp_path / "data")
    await storage.aclose()
    with pytest.raises(StorageError):
        await can_read(storage.log)
    with pytest.raises(StorageError):
        await can_write(storage.log, storage.blobs)


async def test_a_missing_folder_cannot_be_written(tmp_path: Path) -> None:
    storage = await open_storage(tmp_path / "data")
    try:
        (tmp_path / "data" / "blobs").rename(tmp_path / "elsewhere")
        with pytest.raises(StorageError):
            await can_write(storage.log, storage.blobs)
    finally:
        await storage.aclose()
