"""The last minutes: a median right to a tenth, an exact worst, and all of it forgotten in time."""

import random
from statistics import median

import pytest

from service.observability.recent import SLOT_SECONDS, SLOTS, RecentCounts, RecentTimes
from tests.support.clock import Clock

SEED = 11
SLOT = round(SLOT_SECONDS * 1_000)
"""Milliseconds of one slot."""


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def times(clock: Clock) -> RecentTimes:
    return RecentTimes(lambda: clock.now / 1_000)


def test_nothing_happened(times: RecentTimes) -> None:
    assert times.spell() is None


@pytest.mark.parametrize("scale", [1e-4, 1e-3, 0.05, 2.0])
def test_the_median_is_right_to_a_tenth_and_the_worst_exact(
    times: RecentTimes, scale: float
) -> None:
    dice = random.Random(SEED)  # noqa: S311  the same times each run
    taken = [scale * dice.lognormvariate(0, 1) for _ in range(1_001)]
    for seconds in taken:
        times.add(seconds)
    spell = times.spell()
    assert spell is not None
    assert (spell.count, spell.worst) == (1_001, max(taken))
    assert spell.median == pytest.approx(median(taken), rel=0.1), f"seed {SEED}"


def test_a_single_time_is_never_shown_longer_than_it_was(times: RecentTimes) -> None:
    times.add(0.0101)
    spell = times.spell()
    assert spell is not None
    assert spell.median <= spell.worst == 0.0101


@pytest.mark.parametrize("seconds", [0.0, -1.0])
def test_no_time_at_all_is_a_time(times: RecentTimes, seconds: float) -> None:
    times.add(seconds)
    spell = times.spell()
    assert spell is not None
    assert spell.count == 1


def test_what_is_old_is_forgotten_slot_by_slot(times: RecentTimes, clock: Clock) -> None:
    clock.now -= clock.now % SLOT
    times.add(9.0)
    clock.advance(SLOT)
    times.add(1.0)
    clock.advance(SLOT * (SLOTS - 2))
    both = times.spell()
    clock.advance(SLOT)
    younger = times.spell()
    clock.advance(SLOT)
    assert both is not None
    assert younger is not None
    assert (both.count, both.worst) == (2, 9.0)
    assert (younger.count, younger.worst) == (1, 1.0)
    assert times.spell() is None


def test_counts_are_kept_as_long(clock: Clock) -> None:
    counts = RecentCounts(lambda: clock.now / 1_000)
    counts.add(4)
    counts.add(4)
    counts.add(7)
    assert counts.counts() == {4: 2, 7: 1}
    clock.advance(SLOT * SLOTS)
    counts.add(7)
    assert counts.counts() == {7: 1}
