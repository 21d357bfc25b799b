"""What waits to be sent to one tablet: events in order and never dropped, signals merged.

Bounded both ways: past the bound the tablet is let go and resumes later, because one
that cannot keep up would otherwise hold everybody's memory.
"""

from collections import deque

MAX_FRAMES = 1_000
MAX_BYTES = 8 * 1024 * 1024
"""The first frame may be a whole snapshot; behind it a live meeting sends a few KiB a second."""

MAX_SIGNALS = 64
"""Pointers and strokes of this many seats at once; more would not be seen on one page."""


class Outbox:
    """Two queues: `push` keeps order and loses nothing, `merge` keeps the newest by key."""

    def __init__(self) -> None:
        self._frames: deque[bytes] = deque()
        self._signals: dict[str, bytes] = {}
        self._bytes = 0

    def __bool__(self) -> bool:
        return bool(self._frames or self._signals)

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
        if key in self._signals or len(self._signals) < MAX_SIGNALS:
            self._signals[key] = frame

    def pop(self) -> bytes:
        """The next frame to send: events before signals. Raises IndexError when empty."""
        if self._frames:
            frame = self._frames.popleft()
            self._bytes -= len(frame)
            return frame
        if not self._signals:
            raise IndexError("the outbox is empty")
        return self._signals.pop(next(iter(self._signals)))
