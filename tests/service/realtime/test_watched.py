"""What an audience tells whoever watches: messages, signals passed and thinned, what waits."""

from service.model import Colour, Tool
from service.observability.watch import Unwatched
from service.protocol.signals import PointerAt, StrokeProgress
from service.realtime.framing import text_frame
from tests.support.hall import Hall
from tests.support.values import page


class Told(Unwatched):
    """A watch that remembers what an audience tells."""

    def __init__(self) -> None:
        self.messages: list[float] = []
        self.passed = self.thinned = 0

    def published(self, seconds: float) -> None:
        self.messages.append(seconds)

    def signals(self, passed: int, thinned: int) -> None:
        self.passed += passed
        self.thinned += thinned


def ink(stroke_id: str, start: int, points: int) -> StrokeProgress:
    """So many points of a stroke."""
    return StrokeProgress(
        stroke_id=stroke_id,
        page=page(),
        tool=Tool.PEN,
        colour=Colour.RED,
        width=22,
        start=start,
        points=tuple(n for at in range(start, start + points) for n in (at, 1, 128)),
    )


def test_each_message_to_all_is_told_once() -> None:
    told = Told()
    hall = Hall(told)
    sitters = [hall.come(f"s{number}") for number in range(3)]
    hall.audience.publish(b"{}")
    assert all(sitter.wire.noted[-1][1] == text_frame(b"{}") for sitter in sitters)
    assert len(told.messages) == 1
    assert told.messages[0] >= 0


def test_signals_are_passed_or_thinned_and_none_is_counted_twice() -> None:
    told = Told()
    hall = Hall(told)
    presenter, _ = hall.come("a", on=page()), hall.come("b", on=page())
    hall.leads("a")
    for x in range(10):
        hall.audience.pass_on(presenter.connection, PointerAt(page=page(), x=x, y=1))
    for start in range(0, 30, 10):
        hall.audience.pass_on(presenter.connection, ink("k1", start, 10))
    hall.timer.run(1.0)
    assert (told.passed, told.thinned) == (2, 11)


def test_a_signal_that_waits_for_a_later_tick_is_not_thinned() -> None:
    told = Told()
    hall = Hall(told)
    hands = [hall.come(f"s{number}", on=page()) for number in range(60)]
    for number, hand in enumerate(hands):
        hall.audience.pass_on(hand.connection, ink(f"k{number}", 0, 200))
    hall.timer.run(0.001)
    assert 0 < told.passed < 60
    assert told.thinned == 0
    hall.timer.run(5.0)
    assert (told.passed, told.thinned) == (60, 0)


def test_what_waits_for_a_tablet_is_counted() -> None:
    hall = Hall()
    slow = hall.come("a")
    hall.timer.run(5.0)
    assert slow.connection.waiting == (0, 0)
    slow.wire.stuck = True
    backlog = slow.wire.backlog()
    hall.audience.publish(b'{"one":1}')
    hall.audience.publish(b'{"two":2}')
    assert slow.connection.waiting == (2, backlog + 2 * len(text_frame(b'{"one":1}')))
    slow.wire.reads_on()
    assert slow.connection.waiting == (0, 0)


def test_the_moment_of_the_last_turn_is_known() -> None:
    hall = Hall()
    assert hall.audience.turned_at is None
    hall.timer.run(2.0)
    hall.turn(2)
    assert hall.audience.turned_at == hall.now()


def test_everyone_connected_can_be_counted() -> None:
    hall = Hall()
    one, two = hall.come("a"), hall.come("b")
    assert list(hall.audience.connections) == [one.connection, two.connection]
    hall.go(one)
    assert list(hall.audience.connections) == [two.connection]
