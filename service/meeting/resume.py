"""Tail or snapshot: what a tablet that shows its position should get; pure."""

from service.protocol.message import Position
from storage.records import Head

LONGEST_TAIL = 1_000
"""Entries read from the log before giving up on a tail: a snapshot of a whole meeting is
smaller than a thousand strokes in most meetings we know of, and always bounded."""


def may_have_tail(position: Position | None, head: Head) -> bool:
    """Whether the tablet's position lies in this log's life and not too far back to read."""
    return (
        position is not None
        and position.epoch == head.epoch
        and position.seq <= head.seq
        and head.seq - position.seq <= LONGEST_TAIL
    )


def tail_is_smaller(tail_bytes: int, snapshot_bytes: int) -> bool:
    """Whichever is smaller; a tie goes to the tail, which keeps what the tablet has."""
    return tail_bytes <= snapshot_bytes
