"""The list of who is here: what its changes add up to is what it is."""

from hypothesis import given, settings
from hypothesis import strategies as st

from service.model import Role
from service.protocol.presence import Present
from service.realtime.presence import Roll, present
from tests.support.values import actor

SEATS = st.sampled_from(["a", "b", "c", "d", "e"])
NEWS = st.tuples(SEATS, st.sampled_from(["follows", "reads", "gone", "settle"]))


@settings(deadline=None, derandomize=True, max_examples=300)
@given(st.lists(NEWS, max_size=60))
def test_changes_add_up_to_the_list(news: list[tuple[str, str]]) -> None:
    roll = Roll()
    truth: dict[str, Present] = {}
    told: dict[str, Present] = {}
    for seat_id, what in [*news, ("", "settle")]:
        if what == "settle":
            changes = roll.settle()
            assert not set(changes.gone) - set(told)
            told |= {seat.seat_id: seat for seat in changes.seats}
            for gone in changes.gone:
                del told[gone]
            assert told == truth == {seat.seat_id: seat for seat in roll.seats}
            assert (roll.total, roll.following) == (
                len(truth),
                sum(seat.following for seat in truth.values()),
            )
        elif what == "gone":
            truth.pop(seat_id, None)
            roll.note(seat_id, None)
        else:
            truth[seat_id] = present(actor(seat_id, Role.MEMBER), what == "follows")
            roll.note(seat_id, truth[seat_id])


def test_who_came_and_went_meanwhile_is_no_change() -> None:
    roll = Roll()
    assert roll.note("a", present(actor("a"), True))
    roll.note("a", None)
    assert not roll.settle()
    roll.note("a", present(actor("a"), True))
    assert roll.settle()
    assert not roll.note("a", present(actor("a"), True))
    assert not roll.settle()
