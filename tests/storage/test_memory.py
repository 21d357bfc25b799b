"""Memory and SQLite tell the same story, whatever is asked of them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from storage.errors import StorageError
from storage.open import Storage, memory_storage, open_storage
from storage.records import DropMarks, DropSheets, LogLine, MarkChange, MeetingRecord, PutMark


@dataclass(frozen=True)
class Try:
    """One append so far from the head, or a rebuilding there, and what goes with it."""

    stream: str
    off: int
    command_ids: tuple[str, ...]
    record: int | None
    changes: tuple[MarkChange, ...]
    checkpoint: bytes | None
    rebuild: bool


SHEETS = ["a", "A", "ab", "a_", "a%", "가나"]
sheets = st.sampled_from(SHEETS)
mark_ids = st.text("xyz", min_size=1, max_size=1)
put_marks = st.builds(PutMark, sheets, mark_ids, st.integers(1, 3), mark_ids, st.binary(max_size=2))
changes = st.one_of(
    put_marks,
    put_marks,
    st.builds(DropMarks, sheets, st.lists(mark_ids, max_size=2).map(tuple)),
    st.builds(DropSheets, st.sampled_from([*SHEETS, "_", "%", ""])),
)

tries = st.lists(
    st.builds(
        Try,
        st.sampled_from(["a", "b"]),
        st.sampled_from([0, 0, 0, 0, 1, -1]),
        st.lists(st.text("xyz", min_size=1, max_size=2), max_size=3, unique=True).map(tuple),
        st.none() | st.integers(0, 2),
        st.lists(changes, max_size=4).map(tuple),
        st.none() | st.binary(max_size=2),
        st.sampled_from([False, False, False, True]),
    ),
    max_size=15,
)


@settings(deadline=None, derandomize=True, max_examples=60)
@given(tries)
def test_both_answer_alike(attempts: list[Try]) -> None:
    async def compare() -> None:
        with TemporaryDirectory() as folder:
            on_disk = await open_storage(Path(folder))
            assert await story(on_disk, attempts) == await story(memory_storage(), attempts)
            await on_disk.aclose()

    asyncio.run(compare())


async def story(storage: Storage, attempts: Sequence[Try]) -> list[object]:
    """What each append came to, and all that stands at the end."""
    told: list[object] = []
    for number, attempt in enumerate(attempts):
        expected = max(0, (await storage.log.head(attempt.stream)).seq + attempt.off)
        lines = [
            LogLine(seq, command_id, f"{number}".encode())
            for seq, command_id in enumerate(attempt.command_ids, expected + 1)
        ]
        records = [MeetingRecord(f"m{attempt.record}", "", "", number, "open")]
        try:
            if attempt.rebuild:
                await storage.log.rebuild(attempt.stream, expected, puts_of(attempt), b"rebuilt")
            else:
                await storage.log.append(
                    attempt.stream,
                    expected,
                    lines,
                    [] if attempt.record is None else records,
                    attempt.changes,
                    checkpoint=attempt.checkpoint,
                )
        except StorageError as error:
            told.append(type(error))
        told.append([await storage.log.find(attempt.stream, name) for name in "xyz"])
        told.append([await storage.log.sheet(attempt.stream, name) for name in SHEETS])
        told.append(await storage.log.checkpoint(attempt.stream))
    told.append([await storage.log.read(stream, 0) for stream in "ab"])
    told.append(await storage.catalog.meetings())
    return told


def puts_of(attempt: Try) -> list[PutMark]:
    return [change for change in attempt.changes if isinstance(change, PutMark)]
