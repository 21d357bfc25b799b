"""The Python half of the golden folds; `fold.test.ts` of the tablet reads the same files."""

import json
from functools import reduce
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from service.meeting.state import apply, apply_note
from service.protocol.events import AnyEvent, Entry
from service.protocol.state import Notes, Snapshot

GOLDEN = Path(__file__).parent / "golden"


def _cases() -> list[dict[str, Any]]:
    files = sorted(GOLDEN.glob("fold_*.json"))
    return [case for file in files for case in json.loads(file.read_text(encoding="utf-8"))]


CASES = _cases()


def _folded(case: dict[str, Any]) -> Snapshot | Notes:
    entries = msgspec.convert(case["entries"], list[Entry])
    if case["stream"] == "notes":
        notes = msgspec.convert(case["start"], Notes)
        return reduce(apply_note, entries, notes)
    return reduce(apply, entries, msgspec.convert(case["start"], Snapshot))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_entries_lead_from_start_to_end(case: dict[str, Any]) -> None:
    assert msgspec.to_builtins(_folded(case)) == msgspec.to_builtins(
        msgspec.convert(case["end"], Notes if case["stream"] == "notes" else Snapshot)
    )


def test_every_event_changes_something_in_some_case() -> None:
    changed = {
        event["type"]
        for case in CASES
        if {**case["start"], "seq": 0} != {**case["end"], "seq": 0}
        for entry in case["entries"]
        for event in entry["events"]
    }
    assert changed == {event.__name__ for event in get_args(AnyEvent)}


@pytest.mark.parametrize("seq", [9, 10, 12])
def test_an_entry_that_is_not_the_next_is_not_folded(seq: int) -> None:
    entry = msgspec.convert(CASES[0]["entries"][0], Entry)
    stray = msgspec.structs.replace(entry, seq=seq)
    with pytest.raises(ValueError, match=f"entry {seq} does not follow 10"):
        apply(Snapshot(seq=10), stray)
    with pytest.raises(ValueError, match=f"entry {seq} does not follow 10"):
        apply_note(Notes(seq=10), stray)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_state_before_stays_as_it_was(case: dict[str, Any]) -> None:
    state: type[Snapshot | Notes] = Notes if case["stream"] == "notes" else Snapshot
    start = msgspec.convert(case["start"], state)
    before = msgspec.json.encode(start)
    for entry in msgspec.convert(case["entries"], list[Entry])[:1]:
        if isinstance(start, Notes):
            apply_note(start, entry)
        else:
            apply(start, entry)
    assert msgspec.json.encode(start) == before
