"""What every event log asks of the lines it is given; pure."""

from collections.abc import Sequence

from storage.records import LogLine


def check_run(expected: int, lines: Sequence[LogLine]) -> None:
    """Raise ValueError unless `lines` follow `expected` without gap, each its own command."""
    if [line.seq for line in lines] != list(range(expected + 1, expected + 1 + len(lines))):
        raise ValueError("lines must follow the expected seq without gaps")
    if len({line.command_id for line in lines}) != len(lines):
        raise ValueError("two lines under one command id")
