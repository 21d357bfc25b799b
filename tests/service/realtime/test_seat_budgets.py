"""All tablets of one seat share what one person may send."""

from service.realtime import budget
from service.realtime.budget import SEVERAL, SeatBudgets, budgets


def test_commands_and_signals_are_counted_apart() -> None:
    mine = budgets()
    while mine.spend(0.0, command=False):
        pass
    assert mine.spend(0.0, command=True)
    assert not mine.spend(0.0, command=False)


def test_three_tablets_have_what_two_have() -> None:
    seats, tablets = SeatBudgets(), [budgets() for _ in range(3)]
    sent = 0
    for tablet in tablets:
        while tablet.spend(0.0, command=True) and seats.spend("one", 0.0, command=True):
            sent += 1
    assert sent == SEVERAL * budget.command_budget().burst
    assert seats.spend("another", 0.0, command=True)


def test_coming_back_does_not_refill_it() -> None:
    seats = SeatBudgets()
    while seats.spend("one", 0.0, command=False):
        pass
    assert not seats.spend("one", 0.0, command=False)
    assert seats.spend("one", 1.0, command=False)


def test_a_hall_of_seats_is_forgotten_when_it_is_quiet_and_no_sooner() -> None:
    seats = SeatBudgets()
    while seats.spend("busy", 99.9, command=False):
        pass
    for number in range(budget.MANY_SEATS - 1):
        seats.spend(str(number), 0.0, command=True)
    assert len(seats) == budget.MANY_SEATS
    seats.spend("late", 100.0, command=True)
    assert len(seats) == 2
    assert not seats.spend("busy", 99.9, command=False)
