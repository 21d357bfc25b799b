"""What waits to be sent to one tablet: events in order and never dropped, signals merged.

Bounded both ways: past the bound the tablet is let go and resumes later, because one
that cannot keep up would otherwise hold everybody's memory.

In numbers, for a hall of N tablets that read nothing: frames to all are shared, so their 8 MiB
are there once a meeting; each tablet holds besides its own welcome, at most one answer
(`Connection.caught_up`), 64 KiB in its transport, and 8 bytes a frame that waits: with 2,000
tablets about 150 MiB, and as much again when every one has asked for a page full of ink.
"""

from collections import deque

MAX_FRAMES = 1_000
MAX_BYTES = 8 * 1024 * 1024
"""Everything waiting, shared or not. The first frame may be a whole snapshot; behind it a live
meeting sends a few KiB a second."""

MAX_SIGNALS = 64
"""Pointers and strokes of this many seats at once; more would not be seen on one page."""


class Outbox:
    """Two queues: `push` keeps order and loses nothing, `merge` keeps the newest by key."""

    __slots__ = ("_bytes", "_frames", "_signals")

    def __init__(self) -> None:
        self._frames: deque[bytes] = deque()
        self._signals: dict[str, bytes] = {}
        self._bytes = 0

    def __bool__(self) -> bool:
        return bool(self._frames or self._signals)

    @property
    def byte_count(self) -> int:
        """Bytes waiting."""
        return self._bytes

    def __len__(self) -> int:
        """Frames waiting."""
        return len(self._frames) + len(self._signals)

    def push(self, frame: bytes) -> bool:
        """Add a frame that must arrive; False when the bound is passed and it was not added."""
        full = len(self._frames) >= MAX_FRAMES or (
            self._frames and self._bytes + len(frame) > MAX_BYTES
        )
        if full:
            return False
        self._frames.append(frame)
        self._bytes += len(frame)
        return True

    def merge(self, key: str, frame: bytes) -> None:
        """Add a signal in the place of an unsent one with the same key; dropped when crowded."""
        before = self._signals.get(key)
        more = len(frame) - len(before or b"")
        crowded = before is None and len(self._signals) >= MAX_SIGNALS
        if not crowded and self._bytes + more <= MAX_BYTES:
            self._signals[key] = frame
            self._bytes += more

    def pop(self) -> bytes:
        """The next frame to send: events before signals. Raises IndexError when empty."""
        if self._frames:
            frame = self._frames.popleft()
        elif self._signals:
            frame = self._signals.pop(next(iter(self._signals)))
        else:
            raise IndexError("the outbox is empty")
        self._bytes -= len(frame)
        return frame
