"""A token bucket refills with time, up to its burst, and never below nothing."""

from service.realtime.budget import Budget


def test_a_burst_is_allowed_and_then_the_rate() -> None:
    budget = Budget(per_second=10, burst=5)
    assert [budget.spend(0.0) for _ in range(6)] == [True] * 5 + [False]
    assert not budget.spend(0.05)
    assert budget.spend(0.15)
    assert not budget.spend(0.15)


def test_rest_refills_to_the_burst_and_no_further() -> None:
    budget = Budget(per_second=10, burst=5)
    budget.spend(0.0)
    assert [budget.spend(3_600.0) for _ in range(6)] == [True] * 5 + [False]
