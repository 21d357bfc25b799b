"""What every event log promises of marks by sheet, checkpoints and rebuilding both."""

import asyncio

import pytest

from storage.errors import AlreadyCounted, AppendConflict
from storage.open import Storage
from storage.records import (
    Checkpoint,
    DropMarks,
    DropSheets,
    LogLine,
    MarkChange,
    MarkLine,
    MeetingRecord,
    MoveSheet,
    PutMark,
)

STREAM = "meeting:m1"
SHEET = "d1.1.3"


def mark(mark_id: str, seq: int = 1, sheet: str = SHEET) -> PutMark:
    return PutMark(sheet, mark_id, seq, "김주무관", f"{mark_id} at {seq}".encode())


def standing(*marks: PutMark) -> list[MarkLine]:
    return [MarkLine(it.mark_id, it.seq, it.author, it.body) for it in marks]


async def change(storage: Storage, *changes: MarkChange, stream: str = STREAM) -> None:
    """One line more, and these changes with it."""
    head = await storage.log.head(stream)
    line = LogLine(head.seq + 1, f"c{head.seq + 1}", b"")
    await storage.log.append(stream, head.seq, [line], marks=changes)


async def on(storage: Storage, sheet: str = SHEET, stream: str = STREAM) -> list[str]:
    return [it.mark_id for it in await storage.log.sheet(stream, sheet)]


async def test_marks_come_back_whole_by_seq_and_then_by_id(storage: Storage) -> None:
    marks = [mark("z", 1), mark("다", 2), mark("b", 10), mark("a", 10)]
    marks[0] = PutMark(SHEET, "z", 1, "", bytes(range(256)))
    await change(storage, *reversed(marks))
    expected = standing(marks[0], marks[1], marks[3], marks[2])
    assert await storage.log.sheet(STREAM, SHEET) == expected


async def test_a_mark_put_again_replaces_the_one_before(storage: Storage) -> None:
    await change(storage, mark("a", 1), mark("b", 2))
    await change(storage, mark("a", 3))
    assert await storage.log.sheet(STREAM, SHEET) == standing(mark("b", 2), mark("a", 3))


async def test_one_id_may_stand_on_many_sheets_and_in_many_streams(storage: Storage) -> None:
    await change(storage, mark("a"), mark("a", sheet="d1.1.4"))
    await change(storage, mark("a"), stream="meeting:m2")
    await change(storage, DropMarks(SHEET, ("a",)))
    assert await on(storage) == []
    assert await on(storage, "d1.1.4") == ["a"]
    assert await on(storage, stream="meeting:m2") == ["a"]
    assert await on(storage, stream="meeting:none") == []


async def test_dropped_marks_are_gone_and_missing_ones_no_error(storage: Storage) -> None:
    await change(storage, mark("a"), mark("b"), mark("c"))
    await change(storage, DropMarks(SHEET, ("a", "none", "c")), DropMarks("none", ("b",)))
    await change(storage, DropMarks(SHEET, ()))
    assert await on(storage) == ["b"]


async def test_changes_are_made_in_the_order_given(storage: Storage) -> None:
    await change(storage, mark("a"), DropMarks(SHEET, ("a",)), mark("b"), DropSheets("d1."))
    await change(storage, DropSheets("d1."), mark("c"), DropMarks(SHEET, ("d",)), mark("d"))
    assert await on(storage) == ["c", "d"]


@pytest.mark.parametrize(
    ("prefix", "gone"),
    [
        ("d_.", {"d_.1.1"}),
        ("d%", {"d%.1.1"}),
        ("d1.", {"d1.1.1", "d1.2.1"}),
        ("d1.1", {"d1.1.1"}),
        ("D1.", {"D1.1.1"}),
        ("가_", {"가_.1.1"}),
        ("d1.1.1.1", set()),
        ("' OR 1=1 --", set()),
        ("", {"d_.1.1", "d%.1.1", "d1.1.1", "d1.2.1", "D1.1.1", "dx.1.1", "가_.1.1", "가나.1.1"}),
    ],
)
async def test_sheets_are_dropped_by_exactly_how_they_begin(
    storage: Storage, prefix: str, gone: set[str]
) -> None:
    sheets = {"d_.1.1", "d%.1.1", "d1.1.1", "d1.2.1", "D1.1.1", "dx.1.1", "가_.1.1", "가나.1.1"}
    everywhere = [mark("a", sheet=sheet) for sheet in sorted(sheets)]
    await change(storage, *everywhere)
    await change(storage, *everywhere, stream="meeting:m2")
    await change(storage, DropSheets(prefix))
    assert {sheet for sheet in sheets if not await on(storage, sheet)} == gone
    assert all([await on(storage, sheet, "meeting:m2") for sheet in sheets])


async def test_a_sheet_moves_with_all_that_stands_on_it(storage: Storage) -> None:
    marks = [mark("a", 1), mark("b", 2)]
    await change(storage, *marks, mark("z", sheet="d1.1.4"))
    await change(storage, *marks, stream="meeting:m2")
    await change(storage, MoveSheet(SHEET, "d1.2.1"), MoveSheet("none", "d1.2.2"))
    assert await storage.log.sheet(STREAM, "d1.2.1") == [
        MarkLine(it.mark_id, it.seq, it.author, it.body) for it in marks
    ]
    assert await on(storage) == []
    assert await on(storage, "d1.2.2") == []
    assert await on(storage, "d1.1.4") == ["z"]
    assert await on(storage, stream="meeting:m2") == ["a", "b"]
    await change(storage, DropMarks("d1.2.1", ("a",)), mark("c", 3))
    assert await on(storage, "d1.2.1") == ["b"]
    assert await on(storage) == ["c"]


async def test_a_sheet_moves_to_others_and_what_comes_counts(storage: Storage) -> None:
    there = [mark("a", 5, "d1.2.1"), mark("c", 6, "d1.2.1")]
    await change(storage, mark("a", 1), mark("b", 2), *there)
    await change(storage, MoveSheet(SHEET, "d1.2.1"))
    assert await storage.log.sheet(STREAM, "d1.2.1") == standing(
        mark("a", 1), mark("b", 2), there[1]
    )


async def test_sheets_that_follow_one_another_move_in_the_order_given(storage: Storage) -> None:
    await change(storage, mark("a", sheet="d1.1.1"), mark("b", sheet="d1.1.2"))
    moves = [MoveSheet("d1.1.1", "d1.2.2"), MoveSheet("d1.1.2", "d1.2.1")]
    await change(storage, *moves, MoveSheet("d1.2.1", "d1.3.7"))
    assert await on(storage, "d1.2.2") == ["a"]
    assert await on(storage, "d1.2.1") == []
    assert await on(storage, "d1.3.7") == ["b"]


async def test_a_stream_has_its_last_checkpoint_or_none(storage: Storage) -> None:
    assert await storage.log.checkpoint(STREAM) is None
    await change(storage, mark("a"))
    assert await storage.log.checkpoint(STREAM) is None
    lines = [LogLine(2, "a", b""), LogLine(3, "b", b"")]
    await storage.log.append(STREAM, 1, lines, checkpoint=b"")
    assert await storage.log.checkpoint(STREAM) == Checkpoint(3, b"")
    await change(storage)
    assert await storage.log.checkpoint(STREAM) == Checkpoint(3, b"")
    await storage.log.append(STREAM, 4, [], checkpoint=bytes(range(256)))
    assert await storage.log.checkpoint(STREAM) == Checkpoint(4, bytes(range(256)))
    assert await storage.log.checkpoint("meeting:m2") is None


@pytest.mark.parametrize(
    ("expected", "line", "error"),
    [
        (2, LogLine(3, "new", b""), AppendConflict),
        (1, LogLine(2, "c1", b""), AlreadyCounted),
    ],
    ids=["elsewhere", "counted"],
)
async def test_a_refused_append_changes_no_mark_and_no_checkpoint(
    storage: Storage, expected: int, line: LogLine, error: type[Exception]
) -> None:
    await change(storage, mark("a"))
    with pytest.raises(error):
        await storage.log.append(
            STREAM,
            expected,
            [line],
            [MeetingRecord("m1", "", "", 1, "open")],
            [DropSheets(""), mark("b")],
            checkpoint=b"wrong",
        )
    assert await on(storage) == ["a"]
    assert await storage.log.checkpoint(STREAM) is None
    assert await storage.catalog.meetings() == []


async def test_rebuilding_replaces_everything_of_one_stream(storage: Storage) -> None:
    await change(storage, mark("a"), mark("b", sheet="d1.1.4"))
    await change(storage, mark("a"), stream="meeting:m2")
    await storage.log.rebuild(STREAM, 1, [mark("c", 7), mark("d", 6)], b"anew")
    assert await storage.log.sheet(STREAM, SHEET) == standing(mark("d", 6), mark("c", 7))
    assert await on(storage, "d1.1.4") == []
    assert await on(storage, stream="meeting:m2") == ["a"]
    assert await storage.log.checkpoint(STREAM) == Checkpoint(1, b"anew")
    await storage.log.rebuild(STREAM, 1, [], b"empty")
    assert await on(storage) == []
    await change(storage, mark("e"))
    assert await on(storage) == ["e"]
    assert len(await storage.log.read(STREAM, 0)) == 2


async def test_a_new_stream_can_be_rebuilt_and_then_lives(storage: Storage) -> None:
    await storage.log.rebuild(STREAM, 0, [], b"nothing yet")
    assert await storage.log.checkpoint(STREAM) == Checkpoint(0, b"nothing yet")
    assert await storage.log.head(STREAM) == await storage.log.head(STREAM)


@pytest.mark.parametrize("seq", [0, 2])
async def test_rebuilding_from_elsewhere_than_the_head_changes_nothing(
    storage: Storage, seq: int
) -> None:
    await storage.log.append(STREAM, 0, [LogLine(1, "c1", b"")], marks=[mark("a")], checkpoint=b"1")
    with pytest.raises(AppendConflict):
        await storage.log.rebuild(STREAM, seq, [mark("b")], b"wrong")
    assert await on(storage) == ["a"]
    assert await storage.log.checkpoint(STREAM) == Checkpoint(1, b"1")


async def test_of_rebuilding_and_appending_at_once_no_mark_is_lost(storage: Storage) -> None:
    await change(storage, mark("old"))
    await asyncio.gather(
        storage.log.rebuild(STREAM, 1, [mark("old")], b"1"),
        storage.log.append(STREAM, 1, [LogLine(2, "c2", b"")], marks=[mark("new", 2)]),
        return_exceptions=True,
    )
    assert await on(storage) == ["old", "new"]
