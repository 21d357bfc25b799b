"""How many messages one tablet may send: a token bucket each for commands and signals; pure."""

from dataclasses import dataclass


@dataclass(slots=True)
class Budget:
    """`burst` messages at once, `per_second` refilled; times in seconds, handed in."""

    per_second: float
    burst: float
    _left: float = -1.0
    _at: float = 0.0

    def spend(self, now: float) -> bool:
        """Take one; False when the budget is empty (and then nothing is taken)."""
        if self._left < 0:
            self._left, self._at = self.burst, now
        self._left = min(self.burst, self._left + (now - self._at) * self.per_second)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


def command_budget() -> Budget:
    """50 a second, 2,500 at once: a tablet that was away resends a day's outbox in one go."""
    return Budget(per_second=50, burst=2_500)


def signal_budget() -> Budget:
    """90 a second, twice the cadence of a pointer and a stroke together at 33 ms; burst 300."""
    return Budget(per_second=90, burst=300)
