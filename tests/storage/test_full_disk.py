"""A disk that is really full, and what goes on once there is space again."""

import asyncio
from contextlib import suppress
from pathlib import Path

import pytest

from storage.errors import StorageFull
from storage.open import Storage, open_storage
from storage.records import LogLine, MeetingRecord, PutMark

STREAM = "meeting:m1"
KIB = 1 << 10


def fill(disk: Path) -> Path:
    """Take all the space that is left."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(KIB))
    return filler


async def append_until_full(storage: Storage) -> int:
    """How many lines were acknowledged before the disk refused; 10,000 would be no disk."""
    for seq in range(10_000):
        line = LogLine(seq + 1, f"c{seq}", bytes(10 * KIB))
        try:
            await storage.log.append(STREAM, seq, [line], [meeting(seq + 1)])
        except StorageFull:
            return seq
    pytest.fail("the disk never filled")


def meeting(number: int) -> MeetingRecord:
    return MeetingRecord("m1", "", "", number, "open")


async def test_a_refused_append_leaves_all_before_it_and_nothing_of_itself(
    small_disk: Path,
) -> None:
    storage = await open_storage(small_disk / "data")
    filler = small_disk / "filler"
    filler.write_bytes(bytes(500 * KIB))
    kept = await append_until_full(storage)
    assert kept > 0
    assert len(await storage.log.read(STREAM, 0)) == kept
    assert await storage.catalog.meeting("m1") == meeting(kept)

    filler.unlink()
    await storage.log.append(STREAM, kept, [LogLine(kept + 1, "again", b"x")])
    await storage.aclose()

    storage = await open_storage(small_disk / "data")
    lines = await storage.log.read(STREAM, 0)
    assert [line.seq for line in lines] == list(range(1, kept + 2))
    assert lines[-1].command_id == "again"
    await storage.aclose()


async def test_a_group_the_disk_refuses_is_refused_to_all_in_it_and_leaves_nothing(
    small_disk: Path,
) -> None:
    storage = await open_storage(small_disk / "data")
    streams = [f"meeting:m{number}" for number in range(40)]
    for stream in streams:
        await storage.log.append(stream, 0, [LogLine(1, "first", b"x")])
    filler = fill(small_disk)

    async def append(stream: str) -> None:
        lines = [LogLine(2, "second", bytes(50 * KIB)), LogLine(3, "third", b"")]
        await storage.log.append(stream, 1, lines, marks=[PutMark("d1.1.1", "m", 2, "", b"")])

    outcomes = await asyncio.gather(*map(append, streams), return_exceptions=True)
    assert {type(outcome) for outcome in outcomes} == {StorageFull}
    await check_all(storage, streams, ["first"], 0)

    filler.unlink()
    for stream in streams:
        await storage.log.append(stream, 1, [LogLine(2, "again", b"x")])
    await storage.aclose()
    storage = await open_storage(small_disk / "data")
    await check_all(storage, streams, ["first", "again"], 0)
    await storage.aclose()


async def check_all(
    storage: Storage, streams: list[str], command_ids: list[str], marks: int
) -> None:
    for stream in streams:
        assert [line.command_id for line in await storage.log.read(stream, 0)] == command_ids
        assert len(await storage.log.sheet(stream, "d1.1.1")) == marks


async def test_a_refused_blob_leaves_no_bytes_behind(small_disk: Path) -> None:
    storage = await open_storage(small_disk / "data")
    await storage.blobs.put("source/small", b"kept")
    with pytest.raises(StorageFull):
        await storage.blobs.put("source/large", bytes(4_000 * KIB))
    assert not await storage.blobs.exists("source/large")
    assert await storage.blobs.get("source/small") == b"kept"
    await storage.blobs.put("source/large", bytes(1_000 * KIB))
    await storage.aclose()


async def test_opening_on_a_full_disk_says_so_and_holds_nothing(small_disk: Path) -> None:
    filler = fill(small_disk)
    with pytest.raises(StorageFull):
        await open_storage(small_disk / "data")
    filler.unlink()
    await (await open_storage(small_disk / "data")).aclose()
