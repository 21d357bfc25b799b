"""What every event log asks of the lines it is given, and what its streams' lives are; pure."""

import hashlib
from collections.abc import Sequence

from storage.records import LogLine


def check_run(expected: int, lines: Sequence[LogLine]) -> None:
    """Raise ValueError unless `lines` follow `expected` without gap, each its own command."""
    if [line.seq for line in lines] != list(range(expected + 1, expected + 1 + len(lines))):
        raise ValueError("lines must follow the expected seq without gaps")
    if len({line.command_id for line in lines}) != len(lines):
        raise ValueError("two lines under one command id")


def epoch_of(life: str, stream: str) -> str:
    """The epoch of a stream that is not born yet, made of the log's own life.

    Whoever asks gets the same one without a write; a log that was lost has another life.
    """
    return hashlib.sha256(f"{life} {stream}".encode()).hexdigest()[:16]
