"""Bytes on their way in are counted, hashed and bounded."""

import hashlib
from collections.abc import AsyncIterator

import pytest

from service.errors import Code, FileRefused
from service.ingest.receive import Incoming, receive
from storage.blobs.memory import MemoryBlobs


async def body(*chunks: bytes) -> AsyncIterator[bytes]:
    for chunk in chunks:
        yield chunk


async def take(declared: int | None, limit: int, *chunks: bytes) -> tuple[str, int]:
    async with MemoryBlobs().writer() as writer:
        incoming = Incoming(writer, limit)
        await receive(body(*chunks), declared, incoming)
        return incoming.sha256, incoming.byte_count


@pytest.mark.parametrize("declared", [None, 6])
async def test_bytes_are_counted_and_hashed_on_the_way(declared: int | None) -> None:
    expected = hashlib.sha256(b"abcdef").hexdigest(), 6
    assert await take(declared, 6, b"abc", b"", b"def") == expected


@pytest.mark.parametrize(
    ("declared", "limit", "chunks", "code"),
    [
        (None, 10, (), Code.EMPTY_FILE),
        (0, 10, (b"",), Code.EMPTY_FILE),
        (5, 10, (b"abc",), Code.UPLOAD_CUT_OFF),
        (5, 10, (b"abcdef",), Code.UPLOAD_CUT_OFF),
        (None, 5, (b"abc", b"def"), Code.FILE_TOO_LARGE),
        (3, 5, (b"abc", b"def"), Code.FILE_TOO_LARGE),
    ],
)
async def test_what_is_wrong_has_a_name(
    declared: int | None, limit: int, chunks: tuple[bytes, ...], code: Code
) -> None:
    with pytest.raises(FileRefused) as refused:
        await take(declared, limit, *chunks)
    assert refused.value.code is code


async def test_a_file_that_says_it_is_too_large_is_not_even_read() -> None:
    async def never() -> AsyncIterator[bytes]:
        pytest.fail("the body was read")
        yield b""

    async with MemoryBlobs().writer() as writer:
        with pytest.raises(FileRefused) as refused:
            await receive(never(), 501, Incoming(writer, 500))
    assert refused.value.code is Code.FILE_TOO_LARGE
