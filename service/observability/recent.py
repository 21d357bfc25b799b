"""What the last minutes were like, in memory that does not grow with what happened; pure.

Time is cut into slots; a slot is forgotten whole when it is too old. Durations are counted
in steps of a fourth root of two, so that a median is right to within a tenth at any rate;
the worst is exact.
"""

import math
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field

SLOT_SECONDS = 15.0
SLOTS = 20
"""Twenty slots of a quarter minute: what is shown reaches back five minutes."""

MINUTES = round(SLOT_SECONDS * SLOTS / 60)

STEPS_PER_DOUBLING = 4
LEAST = 1e-6
"""Seconds: nothing that is timed here is shorter than a microsecond."""


@dataclass(frozen=True, slots=True)
class Spell:
    """How long something took lately: how often, and seconds of the median and the worst."""

    count: int
    median: float
    worst: float


@dataclass(slots=True)
class _Slot:
    number: int
    counts: Counter[int] = field(default_factory=Counter)
    worst: float = 0.0


class _Slots:
    """The newest slots, the youngest last; `clock` gives seconds and never goes back."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._slots: deque[_Slot] = deque()

    def now(self) -> _Slot:
        """The slot of this moment."""
        number = int(self._clock() / SLOT_SECONDS)
        if not self._slots or self._slots[-1].number != number:
            self._slots.append(_Slot(number))
            self._forget(number)
        return self._slots[-1]

    def living(self) -> list[_Slot]:
        """Every slot that is not too old."""
        self._forget(int(self._clock() / SLOT_SECONDS))
        return list(self._slots)

    def _forget(self, number: int) -> None:
        while self._slots and self._slots[0].number <= number - SLOTS:
            self._slots.popleft()


class RecentTimes:
    """Durations of the last minutes."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._slots = _Slots(clock)

    def add(self, seconds: float) -> None:
        """One more took so long."""
        slot = self._slots.now()
        slot.counts[math.floor(math.log2(max(seconds, LEAST)) * STEPS_PER_DOUBLING)] += 1
        slot.worst = max(slot.worst, seconds)

    def spell(self) -> Spell | None:
        """The last minutes in three numbers; None when nothing happened."""
        slots = self._slots.living()
        counts: Counter[int] = Counter()
        for slot in slots:
            counts.update(slot.counts)
        count = counts.total()
        if count == 0:
            return None
        worst = max(slot.worst for slot in slots)
        return Spell(count, min(_median(counts, count), worst), worst)


class RecentCounts:
    """How often each of a few things happened in the last minutes."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._slots = _Slots(clock)

    def add(self, what: int) -> None:
        """Once more."""
        self._slots.now().counts[what] += 1

    def counts(self) -> dict[int, int]:
        """The last minutes; what did not happen is absent."""
        total: Counter[int] = Counter()
        for slot in self._slots.living():
            total.update(slot.counts)
        return dict(total)


def _median(counts: Counter[int], count: int) -> float:
    """The middle of the step in which the middle one (of two, the lower) lies."""
    before = 0
    for step in sorted(counts):
        before += counts[step]
        if before * 2 >= count:
            return float(2 ** ((step + 0.5) / STEPS_PER_DOUBLING))
    raise ValueError("nothing was counted")
