"""What every event log promises."""

import asyncio

import pytest

from storage.errors import AlreadyCounted, AppendConflict, StorageError
from storage.open import Storage
from storage.ports import EventLog
from storage.records import Head, LogLine, MeetingRecord

STREAM = "meeting:m1"
MEETING = MeetingRecord("m1", "간부회의", "소회의실", 1, "open")


def run_of(first: int, *command_ids: str) -> list[LogLine]:
    return [
        LogLine(seq, command_id, f"body of {command_id}".encode())
        for seq, command_id in enumerate(command_ids, first)
    ]


async def test_a_new_stream_is_empty_and_keeps_its_epoch(storage: Storage) -> None:
    born = await storage.log.head(STREAM)
    assert born.seq == 0
    assert born.epoch
    assert await storage.log.head(STREAM) == born
    await storage.log.append(STREAM, 0, run_of(1, "a"))
    assert (await storage.log.head(STREAM)).epoch == born.epoch


async def test_a_stream_that_was_never_appended_to_is_not_born(storage: Storage) -> None:
    before = storage.written()
    for number in range(3):
        assert (await storage.log.head(f"notes:m1:{number}")).seq == 0
    # The first question may write down the life of the log itself.
    assert storage.written()[1] <= before[1] + 1
    assert await storage.log.streams("notes:") == []


async def test_asking_for_more_new_streams_costs_no_write(storage: Storage) -> None:
    await storage.log.head("notes:m1:first")
    before = storage.written()
    heads = [await storage.log.head(f"notes:m1:{number}") for number in range(20)]
    assert storage.written() == before
    assert len({head.epoch for head in heads}) == 20


async def test_a_stream_born_without_being_asked_for_has_the_epoch_it_would_have_had(
    storage: Storage,
) -> None:
    await storage.log.append(STREAM, 0, run_of(1, "a"))
    born = await storage.log.head(STREAM)
    assert born.seq == 1
    await storage.log.append(STREAM, 1, run_of(2, "b"))
    assert await storage.log.head(STREAM) == Head(born.epoch, 2)


async def test_streams_are_found_by_exactly_how_their_names_start(storage: Storage) -> None:
    for stream in ("a:m:2", "a:m:1", "a:m2:1", "A:m:1", "a:m_:1", "a:m", "b:m:1"):
        await storage.log.append(stream, 0, run_of(1, "a"))
    await storage.log.head("a:m:0")
    await storage.log.append("a:m:3", 0, [])
    assert await storage.log.streams("a:m:") == ["a:m:1", "a:m:2"]
    assert await storage.log.streams("a:m") == ["a:m", "a:m2:1", "a:m:1", "a:m:2", "a:m_:1"]
    assert await storage.log.streams("c:") == []


async def test_each_stream_has_an_epoch_of_its_own(storage: Storage) -> None:
    assert await storage.log.head("meeting:m1") != await storage.log.head("meeting:m2")


async def test_many_who_ask_for_a_new_stream_see_one_life(storage: Storage) -> None:
    heads = await asyncio.gather(*(storage.log.head(STREAM) for _ in range(10)))
    assert len(set(heads)) == 1


async def test_lines_come_back_in_order_and_whole(storage: Storage) -> None:
    lines = [LogLine(1, "a", b""), LogLine(2, "b", bytes(range(256))), LogLine(3, "다", b"{}")]
    await storage.log.append(STREAM, 0, lines[:2])
    await storage.log.append(STREAM, 2, lines[2:])
    assert await storage.log.read(STREAM, 0) == lines
    assert (await storage.log.head(STREAM)).seq == 3


async def test_reading_starts_after_a_seq_and_stops_at_the_limit(storage: Storage) -> None:
    lines = run_of(1, "a", "b", "c", "d")
    await storage.log.append(STREAM, 0, lines)
    assert await storage.log.read(STREAM, 1, limit=2) == lines[1:3]
    assert await storage.log.read(STREAM, 3) == lines[3:]
    assert await storage.log.read(STREAM, 4) == []
    assert await storage.log.read("meeting:none", 0) == []


async def test_streams_do_not_see_each_other(storage: Storage) -> None:
    await storage.log.append("meeting:m1", 0, run_of(1, "a"))
    await storage.log.append("meeting:m2", 0, run_of(1, "a", "b"))
    assert len(await storage.log.read("meeting:m1", 0)) == 1
    assert await storage.log.find("meeting:m1", "b") is None


async def test_a_command_id_is_found_where_it_stands(storage: Storage) -> None:
    await storage.log.append(STREAM, 0, run_of(1, "a", "b"))
    assert await storage.log.find(STREAM, "b") == 2
    assert await storage.log.find(STREAM, "c") is None


async def test_records_are_put_with_the_lines(storage: Storage) -> None:
    await storage.log.append(STREAM, 0, run_of(1, "a"), [MEETING])
    assert await storage.catalog.meeting("m1") == MEETING


async def test_records_alone_are_put_at_the_right_head_only(storage: Storage) -> None:
    with pytest.raises(AppendConflict):
        await storage.log.append(STREAM, 1, [], [MEETING])
    assert await storage.catalog.meetings() == []
    await storage.log.append(STREAM, 0, [], [MEETING])
    assert await storage.catalog.meetings() == [MEETING]


@pytest.mark.parametrize("expected", [0, 1, 3])
async def test_an_append_elsewhere_than_the_head_writes_nothing(
    storage: Storage, expected: int
) -> None:
    lines = run_of(1, "a", "b")
    await storage.log.append(STREAM, 0, lines)
    with pytest.raises(AppendConflict):
        await storage.log.append(STREAM, expected, run_of(expected + 1, "c"), [MEETING])
    assert await storage.log.read(STREAM, 0) == lines
    assert await storage.log.find(STREAM, "c") is None
    assert await storage.catalog.meeting("m1") is None


async def test_a_command_id_counts_once_and_its_second_run_writes_nothing(
    storage: Storage,
) -> None:
    lines = run_of(1, "a", "b")
    await storage.log.append(STREAM, 0, lines)
    with pytest.raises(AlreadyCounted):
        await storage.log.append(STREAM, 2, run_of(3, "c", "a"), [MEETING])
    assert await storage.log.read(STREAM, 0) == lines
    assert await storage.log.find(STREAM, "c") is None
    assert await storage.catalog.meeting("m1") is None
    await storage.log.append(STREAM, 2, run_of(3, "c"))


async def test_a_stale_repetition_is_told_to_read_first(storage: Storage) -> None:
    await storage.log.append(STREAM, 0, run_of(1, "a"))
    with pytest.raises(AppendConflict):
        await storage.log.append(STREAM, 0, run_of(1, "a"))


@pytest.mark.parametrize("lines", [run_of(2, "a"), run_of(1, "a", "a")], ids=["gap", "twice"])
async def test_a_run_that_cannot_be_is_the_callers_error(
    storage: Storage, lines: list[LogLine]
) -> None:
    with pytest.raises(ValueError, match="line"):
        await storage.log.append(STREAM, 0, lines)
    assert await storage.log.read(STREAM, 0) == []


async def test_of_many_appends_at_one_place_one_wins(storage: Storage) -> None:
    outcomes = await asyncio.gather(
        *(storage.log.append(STREAM, 0, run_of(1, f"c{n}")) for n in range(20)),
        return_exceptions=True,
    )
    assert outcomes.count(None) == 1
    assert sum(isinstance(outcome, AppendConflict) for outcome in outcomes) == 19
    assert len(await storage.log.read(STREAM, 0)) == 1


async def test_those_who_lost_a_race_read_and_append_again(storage: Storage) -> None:
    async def write_all(log: EventLog, who: str) -> None:
        for number in range(25):
            await append_at_last(log, f"{who}{number}")

    await asyncio.gather(*(write_all(storage.log, who) for who in "가나다"))
    lines = await storage.log.read(STREAM, 0)
    assert [line.seq for line in lines] == list(range(1, 76))
    assert {line.command_id for line in lines} == {f"{w}{n}" for w in "가나다" for n in range(25)}


async def append_at_last(log: EventLog, command_id: str) -> None:
    """Append after whatever the head is; 1,000 lost races in a row are a failure."""
    for _ in range(1_000):
        head = await log.head(STREAM)
        try:
            return await log.append(STREAM, head.seq, run_of(head.seq + 1, command_id))
        except AppendConflict:
            await asyncio.sleep(0)
    raise StorageError("never won")
