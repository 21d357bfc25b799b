"""How often signals are passed on and how large a frame of them may be; pure.

Three bounds at once: what an eye needs, what a core can give, what a link can carry.
"""

TICK_SECONDS = 0.034
"""Between two frames of signals to one tablet: just under 30 a second, smooth to the eye."""

WRITE_SECONDS = 12e-6
"""What one frame to one tablet costs the process: 2,000 sockets took 22 to 30 ms (two cores,
the sans-I/O protocol's transports; system call included)."""

CORE_SHARE = 0.25
"""Of one core, for signals; the rest is for turns, ink that must arrive, and pages."""

FRAME_BYTES = 8 * 1024
"""Signals of one page in one frame. Some 27 hands at a time, or 500 points; 30 a second are
2 Mbit/s a tablet, which a room of 130 has on its Wi-Fi, images of pages beside it."""

LINK_BYTES_A_SECOND = 50_000_000
"""To all tablets together: two fifths of a gigabit cable."""

SMALLEST_FRAME_BYTES = 1_024
"""So that at least two hands move in each frame, however large the hall."""


def rest_seconds(tablets: int) -> float:
    """From the beginning of a tick that told so many tablets to the next: 96 ms for 2,000."""
    return max(TICK_SECONDS, tablets * WRITE_SECONDS / CORE_SHARE)


def frame_bytes(tablets: int) -> int:
    """The budget of each page in a tick that tells so many tablets: 2,400 bytes for 2,000."""
    share = LINK_BYTES_A_SECOND * rest_seconds(tablets) / max(1, tablets)
    return max(SMALLEST_FRAME_BYTES, min(FRAME_BYTES, int(share)))
