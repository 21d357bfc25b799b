"""Receipts: who shows the page, who does not and since when, in bounded memory."""

from service.model import PageRef, Role
from service.protocol.presence import Behind, Receipts
from service.realtime.attendance import AWAY_MS, AWAY_SEATS, NAMED, Attendance
from tests.support.clock import Clock
from tests.support.values import OBSERVER, PRESENTER, SCREEN, actor, page

HIDDEN = page(7)


def sitting() -> tuple[Attendance, Clock]:
    """A meeting at page 1, led by s-pre; page 7 is not for observers."""
    clock = Clock(0)
    attendance = Attendance(lambda who, on: who.role is not Role.OBSERVER or on != HIDDEN, clock)
    attendance.lead_passed(PRESENTER.seat_id)
    attendance.seat_is(PRESENTER, page(1), True)
    attendance.turned(page(1))
    clock.advance(1_000)
    return attendance, clock


def behind(
    seat_id: str, on: PageRef | None, since: int, *, away: bool = False, following: bool = True
) -> Behind:
    """A line of the receipts."""
    return Behind(
        seat_id=seat_id,
        name=f"name of {seat_id}",
        page=on,
        following=following,
        away=away,
        since=since,
    )


def test_a_turn_begins_anew_and_each_arrives_in_its_time() -> None:
    attendance, clock = sitting()
    for seat_id in ("a", "b"):
        attendance.seat_is(actor(seat_id), page(1), True)
    attendance.seat_is(SCREEN, page(1), True)
    assert attendance.receipts() == Receipts(page=page(1), reached=3, of=3)
    attendance.turned(page(2))
    clock.advance(500)
    attendance.seat_is(SCREEN, page(2), True)
    attendance.seat_is(actor("b"), page(3), False)
    late = (behind("a", page(1), 1_000), behind("b", page(3), 1_000, following=False))
    assert attendance.receipts() == Receipts(page=page(2), reached=1, of=3, behind=late)


def test_since_is_when_it_fell_behind() -> None:
    attendance, clock = sitting()
    attendance.seat_is(actor("late"), None, True)
    attendance.seat_is(actor("leafs"), page(1), True)
    clock.advance(1_000)
    attendance.seat_is(actor("leafs"), page(2), False)
    clock.advance(1_000)
    attendance.seat_is(actor("leafs"), page(3), False)
    assert attendance.receipts().behind == (
        behind("late", None, 1_000),
        behind("leafs", page(3), 2_000, following=False),
    )
    attendance.seat_is(actor("leafs"), page(1), True)
    clock.advance(1_000)
    attendance.seat_is(actor("leafs"), page(3), False)
    assert attendance.receipts().behind[1].since == 4_000


def test_who_went_along_and_left_is_missed_for_half_an_hour() -> None:
    attendance, clock = sitting()
    for seat_id in ("back", "lost", "read", "revoked"):
        attendance.seat_is(actor(seat_id), page(1), seat_id != "read")
    clock.advance(1_000)
    for seat_id in ("back", "lost", "read"):
        attendance.seat_left(seat_id, missed=True)
    attendance.seat_left("revoked", missed=False)
    attendance.seat_left("never here", missed=True)
    away = [behind(seat_id, page(1), 2_000, away=True) for seat_id in ("back", "lost")]
    assert attendance.receipts() == Receipts(page=page(1), reached=0, of=0, behind=tuple(away))
    clock.advance(1)
    attendance.seat_is(actor("back"), page(1), True)
    attendance.turned(page(2))
    clock.advance(AWAY_MS - 2)
    assert [one.seat_id for one in attendance.receipts().behind] == ["lost", "back"]
    clock.advance(1)
    assert [one.seat_id for one in attendance.receipts().behind] == ["back"]


def test_nobody_is_missed_on_a_page_it_may_not_see_or_before_the_first_turn() -> None:
    attendance, _ = sitting()
    attendance.seat_is(actor("a"), None, True)
    attendance.seat_is(OBSERVER, None, True)
    attendance.turned(HIDDEN)
    told = attendance.receipts()
    assert (told.of, [one.seat_id for one in told.behind]) == (1, ["a"])
    attendance.turned(None)
    assert attendance.receipts() == Receipts(page=None, reached=0, of=2)


def test_who_leads_is_not_waited_for_and_who_led_is() -> None:
    attendance, clock = sitting()
    attendance.seat_is(actor("a"), page(1), True)
    assert attendance.receipts().of == 1
    clock.advance(1_000)
    attendance.seat_left(PRESENTER.seat_id, missed=True)
    assert attendance.receipts().behind == ()
    attendance.lead_passed("a")
    assert [one.seat_id for one in attendance.receipts().behind] == [PRESENTER.seat_id]
    assert attendance.receipts().of == 0


def test_a_hundred_are_named_the_longest_first_and_the_rest_counted() -> None:
    attendance, clock = sitting()
    for number in range(2_000):
        attendance.seat_is(actor(f"s{number}"), page(2) if number % 2 else page(1), True)
        clock.advance(1)
    told = attendance.receipts()
    assert (told.reached, told.of, len(told.behind), told.more) == (1_000, 2_000, NAMED, 900)
    assert [one.seat_id for one in told.behind] == [f"s{n}" for n in range(1, 200, 2)]


def test_endless_new_seats_are_not_kept() -> None:
    attendance, clock = sitting()
    for number in range(10 * AWAY_SEATS):
        attendance.seat_is(actor(f"s{number}"), None, True)
        attendance.seat_left(f"s{number}", missed=True)
        clock.advance(1)
    told = attendance.receipts()
    assert len(told.behind) + told.more == AWAY_SEATS
    assert told.behind[0].seat_id == f"s{9 * AWAY_SEATS}"
    held = [value for value in vars(attendance).values() if isinstance(value, dict)]
    assert sum(len(value) for value in held) <= AWAY_SEATS + 1
