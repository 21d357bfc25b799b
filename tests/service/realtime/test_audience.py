"""Who is here, who lags behind and who has lost the lead: told in time and within bounds."""

from service.model import Role
from service.protocol.closing import CloseCode
from service.protocol.presence import Presence
from service.realtime.presence import FEW
from tests.support.hall import Hall, Sitter
from tests.support.values import page

SECONDS = 3.0
"""Longer than changes gather in the largest hall."""


def fill(hall: Hall, seats: int, first: int = 0) -> list[Sitter]:
    """So many members enter."""
    return [hall.come(f"s{number}") for number in range(first, first + seats)]


def settled(hall: Hall, *sitters: Sitter) -> None:
    """Let everything be told, and note anew."""
    hall.timer.run(SECONDS)
    for sitter in sitters:
        sitter.forget()


def test_the_whole_list_on_entering_and_changes_afterwards() -> None:
    hall = Hall()
    one, two = fill(hall, 2)
    hall.timer.run(SECONDS)
    assert [(told.whole, told.total) for told in one.presences] == [(True, 2)]
    assert one.names() == two.names() == {"s0": True, "s1": True}
    [three] = fill(hall, 1, 2)
    hall.shows(two, page(), following=False)
    hall.timer.run(SECONDS)
    assert [told.whole for told in one.presences] == [True, False]
    assert [seat.seat_id for seat in one.presences[1].seats] == ["s2", "s1"]
    assert one.presences[1].following == 2
    assert three.presences[0].whole
    hall.go(two)
    hall.timer.run(SECONDS)
    assert (one.presences[2].seats, one.presences[2].gone) == ((), ("s1",))
    assert one.names() == three.names() == {"s0": True, "s2": True}


def test_several_tablets_of_a_seat_are_one_and_the_newest_counts() -> None:
    hall = Hall()
    older, newer = hall.come("a"), hall.come("a")
    hall.shows(older, page(), following=False)
    hall.timer.run(SECONDS)
    assert (older.presences[0].total, older.names()) == (1, {"a": True})
    hall.go(newer)
    hall.timer.run(SECONDS)
    assert older.names() == {"a": False}
    assert hall.audience.has_seat("a")
    assert len(hall.audience) == 1


def test_pages_turned_by_themselves_are_no_news_of_presence() -> None:
    hall = Hall()
    sitters = fill(hall, 5)
    settled(hall, *sitters)
    for number in range(1, 20):
        for sitter in sitters:
            hall.shows(sitter, page(number))
        hall.timer.run(0.1)
    settled_frames = [len(sitter.wire.noted) for sitter in sitters]
    assert settled_frames == [0] * 5


def test_a_tablet_that_lagged_gets_the_whole_list_and_nobody_else_does() -> None:
    hall = Hall()
    slow, quick = fill(hall, 2)
    settled(hall, quick)
    slow.wire.stuck = True
    for number in range(2, 6):
        fill(hall, 1, number)
        hall.timer.run(SECONDS)
    assert len(slow.presences) == 1
    slow.wire.reads_on()
    hall.timer.run(SECONDS)
    assert [told.whole for told in slow.presences] == [True, True]
    assert slow.names() == {f"s{number}": True for number in range(6)}
    assert [told.whole for told in quick.presences] == [False] * 4
    hall.timer.run(SECONDS)
    assert len(slow.presences) == 2


def test_past_the_bound_names_are_for_those_who_lead_or_steer_and_come_back_below_it() -> None:
    hall = Hall()
    chair, presenter = hall.come("chair", Role.CHAIR), hall.come("p", Role.PRESENTER)
    members = fill(hall, FEW - 2)
    hall.timer.run(SECONDS)
    member = members[0]
    assert len(member.names()) == len(chair.names()) == FEW
    late = hall.come("late")
    hall.timer.run(SECONDS)
    assert member.names() == late.names() == presenter.names() == {}
    assert member.presences[-1] == Presence(whole=True, total=FEW + 1, following=FEW + 1)
    assert len(chair.names()) == FEW + 1
    assert not chair.presences[-1].whole
    hall.leads("p")
    hall.timer.run(SECONDS)
    assert len(presenter.names()) == FEW + 1
    hall.leads("chair")
    hall.timer.run(SECONDS)
    assert presenter.names() == {}
    hall.go(late)
    hall.timer.run(SECONDS)
    assert len(member.names()) == len(presenter.names()) == len(chair.names()) == FEW
    assert "late" not in member.names()


def test_two_thousand_joins_within_ten_seconds_cost_few_frames_and_bytes() -> None:
    hall = Hall()
    steering = [hall.come("chair", Role.CHAIR), hall.come("secretary", Role.SECRETARY)]
    hall.leads("chair")
    members = []
    for number in range(2_000):
        members += fill(hall, 1, number)
        hall.timer.run(10.0 / 2_000)
    hall.timer.run(SECONDS)
    told = [frame for sitter in members for _, frame in sitter.wire.noted]
    steered = [frame for sitter in steering for _, frame in sitter.wire.noted]
    assert all(sitter.presences[-1].total == 2_002 for sitter in (*members, *steering))
    # 9,047 frames and 1.8 MB to all members; 48 frames and 0.3 MB to the two who steer. A
    # frame to each for every join would be two million.
    assert len(told) <= 10_000
    assert sum(map(len, told)) <= 2_000_000
    assert all(len(sitter.names()) == 2_002 for sitter in steering)
    assert len(steered) <= 60
    assert sum(map(len, steered)) <= 400_000


def test_the_loss_of_the_leading_seat_is_told_with_its_time_and_its_return() -> None:
    hall = Hall()
    [member] = fill(hall, 1)
    one, other = hall.come("p"), hall.come("p")
    hall.leads("p")
    settled(hall, member)
    assert hall.audience.lead_lost_since is None
    hall.go(one)
    assert hall.audience.lead_lost_since is None
    hall.go(other)
    lost = hall.now()
    assert hall.audience.lead_lost_since == lost
    hall.timer.run(SECONDS)
    assert member.presences[-1].lost_since == lost
    hall.come("p")
    assert hall.audience.lead_lost_since is None
    hall.timer.run(SECONDS)
    assert member.presences[-1].lost_since is None
    hall.leads("nobody here")
    assert hall.audience.lead_lost_since == hall.now()
    hall.timer.run(SECONDS)
    assert member.presences[-1].lost_since == hall.now() - 3_000
    hall.leads(None)
    hall.timer.run(SECONDS)
    assert member.presences[-1].lost_since is hall.audience.lead_lost_since is None


def test_receipts_go_to_those_who_lead_or_steer_and_follow_the_lead() -> None:
    hall = Hall()
    chair, presenter = hall.come("c", Role.CHAIR), hall.come("p")
    members = fill(hall, 3)
    hall.leads("p")
    hall.turn(2)
    hall.timer.run(SECONDS)
    assert [(told.reached, told.of) for told in presenter.receipts] == [(0, 4)]
    for member in members:
        hall.shows(member, page(2))
    hall.timer.run(SECONDS)
    for tablet in (presenter, chair):
        assert tablet.receipts[-1].reached == 3
        assert [one.seat_id for one in tablet.receipts[-1].behind] == ["c"]
    assert [member.receipts for member in members] == [[], [], []]
    given = len(presenter.receipts)
    hall.leads("s0")
    hall.timer.run(SECONDS)
    assert members[0].receipts[-1].reached == 2
    hall.turn(3)
    hall.timer.run(SECONDS)
    assert len(presenter.receipts) == given
    assert (members[0].receipts[-1].page, members[0].receipts[-1].reached) == (page(3), 0)
    hall.leads("p")
    hall.timer.run(SECONDS)
    assert presenter.receipts[-1].page == page(3)
    given = len(presenter.receipts)
    for seat_id in ("s1", "p"):
        hall.leads(seat_id)
        hall.timer.run(SECONDS)
    assert len(presenter.receipts) == given + 1


def test_receipts_are_no_more_than_four_a_second_and_none_without_news() -> None:
    hall = Hall()
    presenter, members = hall.come("p"), fill(hall, 50)
    hall.leads("p")
    hall.turn(1)
    settled(hall, presenter)
    for number in range(500):
        hall.shows(members[number % 50], page(1 + number // 50 % 2))
        hall.timer.run(0.01)
    assert 5 <= len(presenter.receipts) <= 20
    settled(hall, presenter)
    hall.shows(members[0], members[0].connection.page)
    hall.timer.run(60.0)
    assert presenter.wire.noted == []


def test_who_lost_the_link_is_missed_and_who_was_sent_away_is_not() -> None:
    hall = Hall()
    presenter, member, stranger = hall.come("p"), hall.come("m"), hall.come("x", link="l2")
    hall.leads("p")
    hall.turn(1)
    for tablet in (member, stranger):
        hall.shows(tablet, page(1))
    settled(hall, presenter)
    hall.audience.close_link("l2", CloseCode.REVOKED)
    member.connection.close(CloseCode.SLOW)
    assert (stranger.wire.closed, member.wire.closed) == (CloseCode.REVOKED, CloseCode.SLOW)
    hall.go(stranger)
    hall.go(member)
    hall.timer.run(SECONDS)
    [away] = presenter.receipts[-1].behind
    assert (away.seat_id, away.away, away.since) == ("m", True, hall.now() - 3_000)


def test_a_message_goes_to_all_or_to_some_or_to_one_seat() -> None:
    hall = Hall()
    chair, one, other = hall.come("c", Role.CHAIR), hall.come("a"), hall.come("a")
    settled(hall, chair, one, other)
    hall.audience.publish(b"all")
    hall.audience.publish(b"some", to=lambda actor: actor.role is Role.CHAIR)
    hall.audience.publish_to_seat("a", b"seat")
    hall.audience.publish_to_seat("nobody", b"seat")
    noted = [[frame[2:] for _, frame in sitter.wire.noted] for sitter in (chair, one, other)]
    assert noted == [[b"all", b"some"], [b"all", b"seat"], [b"all", b"seat"]]
    assert hall.audience.names() == {"name of c", "name of a"}


def test_endless_comings_and_goings_leave_nothing_behind() -> None:
    hall = Hall()
    hall.leads("p")
    hall.turn(1)
    for number in range(3_000):
        sitter = hall.come(f"s{number}", on=page(number % 7 + 1))
        hall.timer.run(0.01)
        hall.go(sitter)
    hall.timer.run(31 * 60.0)
    watcher = hall.come("c", Role.CHAIR)
    hall.timer.run(SECONDS)
    assert watcher.presences[-1].total == 1
    assert watcher.receipts[-1].of == 1
    assert [one.seat_id for one in watcher.receipts[-1].behind] == ["c"]
