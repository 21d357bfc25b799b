"""What the person who runs the service should look at, from the numbers; pure."""

from collections.abc import Mapping
from enum import StrEnum

from service.observability.recent import Spell

LEAST_DISK = 2_000_000_000
"""Bytes: room for four of the largest PDFs with their pages."""

LEAST_MEMORY = 512 * 1024**2
"""Bytes: half of what one drawing child may take; below it the kernel picks what to end."""

SLOW_COMMIT = 0.1
"""Seconds of the median: a spinning disk needs 0.02, people notice from 0.1 on."""

SLOW_FAN_OUT = 0.1
"""Seconds of the median: four times what 2,000 tablets take."""

LATE_LOOP = 0.05
"""Seconds of the median: an idle loop is a millisecond late, a busy one ten."""

SLOW_TABLETS = 3
"""Tablets let go in the last minutes for being slow: one or two are theirs, three the Wi-Fi's."""


class Attention(StrEnum):
    """What may be wrong; stable names."""

    STOPPING = "stopping"
    STORAGE_READ = "storage_read"
    STORAGE_WRITE = "storage_write"
    DRAWING = "drawing"
    DISK_LOW = "disk_low"
    MEMORY_LOW = "memory_low"
    COMMIT_SLOW = "commit_slow"
    FAN_OUT_SLOW = "fan_out_slow"
    LOOP_LATE = "loop_late"
    TABLETS_SLOW = "tablets_slow"


def worth_a_look(
    *,
    parts: Mapping[str, bool],
    disk_free: int,
    memory_available: int | None,
    commit: Spell | None,
    fan_out: Spell | None,
    lag: Spell | None,
    slow_closes: int,
) -> tuple[Attention, ...]:
    """Everything that is not as it should be, the gravest first.

    `parts`, by the names of `Attention`: whether each works. Sizes in bytes.
    """
    said = {
        **{each: not parts.get(each.value, True) for each in Attention},
        Attention.DISK_LOW: disk_free < LEAST_DISK,
        Attention.MEMORY_LOW: memory_available is not None and memory_available < LEAST_MEMORY,
        Attention.COMMIT_SLOW: _slower(commit, SLOW_COMMIT),
        Attention.FAN_OUT_SLOW: _slower(fan_out, SLOW_FAN_OUT),
        Attention.LOOP_LATE: _slower(lag, LATE_LOOP),
        Attention.TABLETS_SLOW: slow_closes >= SLOW_TABLETS,
    }
    return tuple(each for each in Attention if said[each])


def _slower(spell: Spell | None, seconds: float) -> bool:
    return spell is not None and spell.median > seconds
