"""Hands in motion: few frames, small ones, to whom they concern, and every hand is seen."""

import random

from service.model import Colour, PageRef, Role, Tool
from service.protocol.signals import Passed, PointerAt, PointerGone, StrokeProgress
from service.realtime.pace import FRAME_BYTES, LINK_BYTES_A_SECOND, frame_bytes, rest_seconds
from tests.support.hall import Hall, Sitter
from tests.support.values import page

SEED = 4


def pointer(x: int = 1, on: PageRef | None = None) -> PointerAt:
    """A pointer."""
    return PointerAt(page=on or page(), x=x, y=1)


def ink(stroke_id: str, start: int, points: int, on: PageRef | None = None) -> StrokeProgress:
    """So many points of a stroke; x is the number of the point."""
    return StrokeProgress(
        stroke_id=stroke_id,
        page=on or page(),
        tool=Tool.PEN,
        colour=Colour.RED,
        width=22,
        start=start,
        points=tuple(n for at in range(start, start + points) for n in (at, 1, 128)),
    )


def passes(hall: Hall, sitter: Sitter, signal: PointerAt | PointerGone | StrokeProgress) -> None:
    """A tablet tells what its hand does."""
    hall.audience.pass_on(sitter.connection, signal)


def signals(sitter: Sitter) -> list[object]:
    """What a tablet was told, without the seats it is from."""
    return [passed.signal for passed in sitter.passed]


def settled(hall: Hall, *sitters: Sitter) -> None:
    """Let everything be told, and note anew."""
    hall.timer.run(3.0)
    for sitter in sitters:
        sitter.forget()


def test_fifty_hands_at_thirty_a_second_stay_within_the_budget_and_all_are_seen() -> None:
    hall, chance = Hall(), random.Random(SEED)  # noqa: S311  a fixed course
    writers = [hall.come(f"w{n}", on=page()) for n in range(50)]
    readers = [hall.come(f"r{n}", on=page()) for n in range(80)]
    elsewhere = [hall.come("e1", on=page(2)), hall.come("e2")]
    settled(hall, *writers, *readers, *elsewhere)
    told = [0] * len(writers)
    began = hall.timer.time()
    for _ in range(90):
        for number, writer in enumerate(writers):
            points = chance.randint(1, 30)
            passes(hall, writer, ink(f"k{number}", told[number], points))
            told[number] += points
            hall.timer.run(0.0333 / len(writers))
    seconds = hall.timer.time() - began
    for tablet in writers + readers:
        noted = [(at, frame) for at, frame in tablet.wire.noted if b'"Passing"' in frame]
        times = [at for at, _ in noted]
        most = max(sum(at <= other < at + 1.0 for other in times) for at in times)
        assert 20 <= most <= 30, f"seed {SEED}"
        assert max(len(frame) for _, frame in noted) <= FRAME_BYTES
        seen = [passed.seat_id for passed in tablet.passed]
        shares = {n: seen.count(f"w{n}") for n in range(50) if writers[n] is not tablet}
        assert min(shares.values()) >= 0.3 * max(shares.values()) >= seconds, f"seed {SEED}"
    for number, writer in enumerate(writers):
        assert f"w{number}" not in {passed.seat_id for passed in writer.passed}
    assert [tablet.passed for tablet in elsewhere] == [[], []]


def test_what_waited_for_a_full_frame_comes_with_the_next() -> None:
    hall = Hall()
    writers = [hall.come(f"w{n}", on=page()) for n in range(50)]
    reader = hall.come("r", on=page())
    settled(hall, reader)
    for number, writer in enumerate(writers):
        passes(hall, writer, ink(f"k{number}", 0, 40))
    hall.timer.run(1.0)
    assert {passed.seat_id for passed in reader.passed} == {f"w{n}" for n in range(50)}
    assert len(reader.wire.noted) > 1


def test_large_halls_tick_slower_and_keep_within_core_and_link() -> None:
    for tablets in (1, 30, 130, 700, 2_000, 5_000):
        writes_a_second = tablets / rest_seconds(tablets)
        assert writes_a_second * 12e-6 <= 0.2501
        if tablets <= 2_000:
            assert writes_a_second * frame_bytes(tablets) <= LINK_BYTES_A_SECOND * 1.001
    assert 1 / rest_seconds(30) <= 30
    assert frame_bytes(130) == FRAME_BYTES


def test_signals_of_one_tick_are_one_frame_with_the_newest_pointer_and_joined_strokes() -> None:
    hall = Hall()
    presenter, member, wall = (
        hall.come("p", on=page()),
        hall.come("m", on=page()),
        hall.come("s", Role.SCREEN, on=page()),
    )
    hall.leads("p")
    settled(hall, presenter, member, wall)
    for x in range(3):
        passes(hall, presenter, pointer(x))
        passes(hall, member, ink("k1", x * 2, 2))
    hall.timer.run(1.0)
    assert len(wall.wire.noted) == 1
    assert signals(wall) == [pointer(2), ink("k1", 0, 6)]
    assert signals(presenter) == [ink("k1", 0, 6)]
    assert signals(member) == [pointer(2)]


def test_the_other_tablet_of_a_seat_hears_what_its_seat_does() -> None:
    hall = Hall()
    one, other = hall.come("p", on=page()), hall.come("p", on=page())
    settled(hall, one, other)
    passes(hall, one, ink("k1", 0, 2))
    hall.timer.run(1.0)
    assert (signals(one), signals(other)) == ([], [ink("k1", 0, 2)])


def test_a_finished_stroke_has_no_more_progress() -> None:
    hall = Hall()
    writer, reader = hall.come("w", on=page()), hall.come("r", on=page())
    settled(hall, reader)
    passes(hall, writer, ink("k1", 0, 2))
    hall.audience.finished("k1")
    hall.timer.run(1.0)
    assert reader.wire.noted == []


def test_a_stroke_goes_with_its_tablet() -> None:
    hall = Hall()
    writer, reader = hall.come("w", on=page()), hall.come("r", on=page())
    settled(hall, reader)
    passes(hall, writer, ink("k1", 0, 2))
    hall.go(writer)
    hall.timer.run(1.0)
    assert reader.passed == []


def test_a_hidden_page_is_not_told_to_those_who_may_not_see_it() -> None:
    hall = Hall()
    hall.hidden.add(page())
    chair, member = hall.come("c", Role.CHAIR, on=page()), hall.come("m", on=page())
    presenter = hall.come("p", on=page())
    hall.leads("p")
    settled(hall, chair, member)
    passes(hall, presenter, pointer())
    passes(hall, presenter, ink("k1", 0, 2))
    hall.timer.run(1.0)
    assert signals(chair) == [pointer(), ink("k1", 0, 2)]
    assert signals(member) == []


def test_a_pointer_that_goes_to_another_page_leaves_the_one_it_was_on() -> None:
    hall = Hall()
    presenter, here, there = (
        hall.come("p", on=page()),
        hall.come("h", on=page()),
        hall.come("t", on=page(2)),
    )
    hall.leads("p")
    settled(hall, presenter, here, there)
    passes(hall, presenter, pointer())
    hall.timer.run(1.0)
    passes(hall, presenter, pointer(on=page(2)))
    hall.timer.run(1.0)
    assert signals(here) == [pointer(), PointerGone()]
    assert signals(there) == [pointer(on=page(2))]
    passes(hall, presenter, PointerGone())
    hall.timer.run(1.0)
    assert signals(here) == [pointer(), PointerGone()]
    assert signals(there) == [pointer(on=page(2)), PointerGone()]
    assert signals(presenter) == []


def test_who_comes_to_a_page_sees_its_pointer_and_forgets_that_of_the_page_before() -> None:
    hall = Hall()
    presenter, member = hall.come("p", on=page()), hall.come("m", on=page(2))
    hall.leads("p")
    settled(hall, presenter, member)
    passes(hall, presenter, pointer())
    hall.timer.run(1.0)
    assert signals(member) == []
    hall.shows(member, page())
    hall.timer.run(1.0)
    assert signals(member) == [pointer()]
    hall.shows(member, page(3))
    hall.timer.run(1.0)
    assert signals(member) == [pointer(), PointerGone()]
    assert signals(presenter) == []


def test_the_pointer_goes_with_its_tablet_and_with_the_lead() -> None:
    hall = Hall()
    one, other, member = (
        hall.come("p", on=page()),
        hall.come("p", on=page()),
        hall.come("m", on=page()),
    )
    hall.leads("p")
    settled(hall, one, other, member)
    passes(hall, one, pointer())
    hall.timer.run(1.0)
    passes(hall, other, PointerGone())
    hall.go(other)
    hall.timer.run(1.0)
    assert signals(member) == [pointer()]
    hall.go(one)
    hall.timer.run(3.0)
    assert signals(member) == [pointer(), PointerGone()]
    again = hall.come("p", on=page())
    passes(hall, again, pointer(5))
    hall.timer.run(1.0)
    hall.leads("m")
    hall.timer.run(1.0)
    assert signals(member)[2:] == [pointer(5), PointerGone()]


def test_a_tablet_that_lags_has_the_newest_frame_and_no_pointer_that_is_gone() -> None:
    hall = Hall()
    presenter, slow = hall.come("p", on=page()), hall.come("m", on=page())
    hall.leads("p")
    settled(hall, presenter, slow)
    passes(hall, presenter, pointer())
    hall.timer.run(1.0)
    slow.wire.stuck = True
    passes(hall, presenter, PointerGone())
    hall.timer.run(1.0)
    for start in range(0, 10, 2):
        passes(hall, presenter, ink("k1", start, 2))
        hall.timer.run(1.0)
    assert signals(slow) == [pointer()]
    slow.wire.reads_on()
    assert signals(slow) == [pointer(), PointerGone(), ink("k1", 8, 2)]
    # What was told while it lagged may be lost, so it is told once more, and then no more.
    for start in (10, 12):
        passes(hall, presenter, ink("k1", start, 2))
        hall.timer.run(1.0)
    assert signals(slow)[3:] == [PointerGone(), ink("k1", 10, 2), ink("k1", 12, 2)]


def test_a_stranger_is_not_heard_and_a_tablet_that_left_is_told_nothing() -> None:
    hall = Hall()
    gone, reader = hall.come("g", on=page()), hall.come("r", on=page())
    settled(hall, gone, reader)
    hall.go(gone)
    hall.go(gone)
    passes(hall, gone, ink("k1", 0, 2))
    hall.timer.run(3.0)
    assert gone.wire.noted == []
    assert reader.passed == []


def test_a_signal_says_whose_it_is() -> None:
    hall = Hall()
    writer, reader = hall.come("w", on=page()), hall.come("r", on=page())
    passes(hall, writer, ink("k1", 0, 1))
    hall.timer.run(1.0)
    assert reader.passed == [Passed(seat_id="w", signal=ink("k1", 0, 1))]
