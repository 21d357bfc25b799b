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
from storage.records import LogLine, MeetingRecord


@dataclass(frozen=True)
class Try:
    """One append: so far from the head, under these command ids, with so many records."""

    stream: str
    off: int
    command_ids: tuple[str, ...]
    record: int | None


tries = st.lists(
    st.builds(
        Try,
        st.sampled_from(["a", "b"]),
        st.sampled_from([0, 0, 0, 0, 1, -1]),
        st.lists(st.text("xyz", min_size=1, max_size=2), max_size=3, unique=True).map(tuple),
        st.none() | st.integers(0, 2),
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
            await storage.log.append(
                attempt.stream, expected, lines, [] if attempt.record is None else records
            )
        except StorageError as error:
            told.append(type(error))
        told.append([await storage.log.find(attempt.stream, name) for name in "xyz"])
    told.append([await storage.log.read(stream, 0) for stream in "ab"])
    told.append(await storage.catalog.meetings())
    return told
