"""What every blob store promises."""

import asyncio
import re
from pathlib import Path

import pytest

from storage.errors import BlobMissing, StorageError
from storage.keys import page_key, source_key
from storage.open import Storage

KEY = source_key("a" * 64)
MIB = 1 << 20


@pytest.mark.parametrize("data", [b"", b"%PDF-", bytes(range(256)) * 9_000], ids=len)
async def test_a_blob_comes_back_whole_by_every_way(storage: Storage, data: bytes) -> None:
    await storage.blobs.put(KEY, data)
    pieces = [piece async for piece in storage.blobs.chunks(KEY)]
    assert await storage.blobs.get(KEY) == data
    assert b"".join(pieces) == data
    assert all(0 < len(piece) <= MIB for piece in pieces)
    async with storage.blobs.local(KEY) as path:
        assert bytes_in(path) == data


async def test_a_blob_that_is_not_there_is_missing_by_every_way(storage: Storage) -> None:
    assert not await storage.blobs.exists(KEY)
    with pytest.raises(BlobMissing):
        await storage.blobs.get(KEY)
    with pytest.raises(BlobMissing):
        await anext(storage.blobs.chunks(KEY))
    with pytest.raises(BlobMissing):
        async with storage.blobs.local(KEY):
            pass


async def test_a_deleted_blob_is_gone_and_its_key_free(storage: Storage) -> None:
    await storage.blobs.delete(KEY)
    await storage.blobs.put(KEY, b"old")
    await storage.blobs.delete(KEY)
    assert not await storage.blobs.exists(KEY)
    await storage.blobs.put(KEY, b"new")
    assert await storage.blobs.get(KEY) == b"new"


async def test_a_key_holds_its_first_content_for_ever(storage: Storage) -> None:
    await storage.blobs.put(KEY, b"first")
    await storage.blobs.put(KEY, b"second")
    assert await storage.blobs.get(KEY) == b"first"


async def test_pages_of_one_content_do_not_mix(storage: Storage) -> None:
    keys = [page_key("b" * 64, page, size) for page in (1, 11) for size in ("tablet", "thumb")]
    for key in keys:
        await storage.blobs.put(key, key.encode())
    assert [await storage.blobs.get(key) for key in keys] == [key.encode() for key in keys]


async def test_what_is_written_aside_can_be_looked_at_before_it_is_a_blob(
    storage: Storage,
) -> None:
    async with storage.blobs.writer() as writer:
        await writer.write(b"one ")
        assert bytes_in(writer.path) == b"one "
        await writer.write(b"two")
        assert bytes_in(writer.path) == b"one two"
        assert not await storage.blobs.exists(KEY)
        await writer.commit(KEY)
        assert await storage.blobs.get(KEY) == b"one two"
    assert await storage.blobs.get(KEY) == b"one two"


async def test_what_was_not_committed_is_dropped(storage: Storage) -> None:
    async with storage.blobs.writer() as writer:
        await writer.write(b"half of")
        aside = writer.path
    assert not aside.exists()
    assert not await storage.blobs.exists(KEY)


async def test_an_error_while_writing_drops_what_was_written(storage: Storage) -> None:
    async def cut_off() -> None:
        async with storage.blobs.writer() as writer:
            await writer.write(b"half of")
            raise ConnectionError

    with pytest.raises(ConnectionError):
        await cut_off()
    assert not await storage.blobs.exists(KEY)


async def test_a_committed_blob_takes_no_more(storage: Storage) -> None:
    async with storage.blobs.writer() as writer:
        await writer.commit(KEY)
        with pytest.raises(StorageError, match="committed"):
            await writer.write(b"more")
        with pytest.raises(StorageError, match="committed"):
            await writer.commit(source_key("b" * 64))
    assert await storage.blobs.get(KEY) == b""
    assert not await storage.blobs.exists(source_key("b" * 64))


async def test_of_many_commits_to_one_key_one_stands_whole(storage: Storage) -> None:
    contents = [bytes([number]) * 100_000 for number in range(10)]
    await asyncio.gather(*(storage.blobs.put(KEY, content) for content in contents))
    assert await storage.blobs.get(KEY) in contents


@pytest.mark.parametrize(
    "key",
    ["", "/", "..", "../up", "source/../../up", "/etc/passwd", "a//b", "a/", ".", "a.b", "한",
     "a\0", "a\n", "a" * 65, "a/b/c/d/e/f/g/h/i"],
)  # fmt: skip
async def test_a_key_not_of_our_making_is_refused_everywhere(storage: Storage, key: str) -> None:
    refused = pytest.raises(ValueError, match=re.escape("not a valid key"))
    with refused:
        await storage.blobs.put(key, b"x")
    with refused:
        await storage.blobs.get(key)
    with refused:
        await anext(storage.blobs.chunks(key))
    with refused:
        await storage.blobs.exists(key)
    with refused:
        await storage.blobs.delete(key)
    with refused:
        async with storage.blobs.local(key):
            pass


def bytes_in(path: Path) -> bytes:
    return path.read_bytes()
