"""How many messages a tablet, and a person with several, may send: token buckets; pure."""

from dataclasses import dataclass

SEVERAL = 2
"""A seat's budget in tablets: one person writes on a tablet and on a laptop, on no third."""

MANY_SEATS = 4_096
"""Seats remembered before those that have been quiet are forgotten: a full hall, twice."""


@dataclass(slots=True)
class Budget:
    """`burst` messages at once, `per_second` refilled; times in seconds, handed in."""

    per_second: float
    burst: float
    _left: float = -1.0
    _at: float = 0.0

    def spend(self, now: float) -> bool:
        """Take one; False when the budget is empty (and then nothing is taken)."""
        self._refill(now)
        if self._left < 1:
            return False
        self._left -= 1
        return True

    def is_full(self, now: float) -> bool:
        """Whether it is as good as new."""
        self._refill(now)
        return self._left >= self.burst

    def _refill(self, now: float) -> None:
        if self._left < 0:
            self._left, self._at = self.burst, now
        self._left = min(self.burst, self._left + (now - self._at) * self.per_second)
        self._at = now


def command_budget(tablets: int = 1) -> Budget:
    """50 a second, 2,500 at once: a tablet that was away resends a day's outbox in one go."""
    return Budget(per_second=50 * tablets, burst=2_500 * tablets)


def signal_budget(tablets: int = 1) -> Budget:
    """90 a second, twice the cadence of a pointer and a stroke together at 33 ms; burst 300."""
    return Budget(per_second=90 * tablets, burst=300 * tablets)


@dataclass(slots=True)
class Budgets:
    """What one tablet, or one seat with all its tablets, may send."""

    commands: Budget
    signals: Budget

    def spend(self, now: float, *, command: bool) -> bool:
        """Take one; False when that budget is empty."""
        return (self.commands if command else self.signals).spend(now)

    def are_full(self, now: float) -> bool:
        """Whether both are as good as new."""
        return self.commands.is_full(now) and self.signals.is_full(now)


def budgets(tablets: int = 1) -> Budgets:
    """Full budgets for this many tablets."""
    return Budgets(command_budget(tablets), signal_budget(tablets))


class SeatBudgets:
    """One budget a seat, kept over its tablets' comings and goings until it is full again."""

    def __init__(self) -> None:
        self._seats: dict[str, Budgets] = {}
        self._tidy_at = MANY_SEATS

    def __len__(self) -> int:
        return len(self._seats)

    def spend(self, seat_id: str, now: float, *, command: bool) -> bool:
        """Take one from the seat's budget; False when it is empty."""
        found = self._seats.get(seat_id)
        if found is None:
            if len(self._seats) >= self._tidy_at:
                self._forget_quiet(now)
            found = self._seats[seat_id] = budgets(SEVERAL)
        return found.spend(now, command=command)

    def _forget_quiet(self, now: float) -> None:
        """Whoever has a full budget finds the same one later."""
        self._seats = {k: kept for k, kept in self._seats.items() if not kept.are_full(now)}
        self._tidy_at = max(MANY_SEATS, 2 * len(self._seats))
