"""Going round: once for many wishes, in slices, with rests, and never two rounds at once."""

from collections.abc import Iterator

import pytest

from service.realtime.round import SLICE, Round
from tests.support.hall import HandedTimer


class Telling:
    """A round of so many tablets, and when each was told."""

    def __init__(self, tablets: int, gather: float = 0.0, rest: float = 0.0) -> None:
        self.timer = HandedTimer()
        self.tablets, self.told, self.rounds = tablets, 0, list[float]()
        self.round = Round(lambda: self.timer, self._tell, lambda: gather, lambda _: rest)

    def _tell(self) -> Iterator[None]:
        self.rounds.append(round(self.timer.time() - 100.0, 3))
        for _ in range(self.tablets):
            self.told += 1
            yield


def test_many_wishes_are_one_round_after_gathering() -> None:
    telling = Telling(3, gather=0.25)
    for _ in range(5):
        telling.round.soon()
        telling.timer.run(0.01)
    assert telling.rounds == []
    telling.timer.run(1.0)
    assert telling.rounds == [0.25]
    telling.round.soon()
    telling.timer.run(1.0)
    assert telling.rounds == [0.25, 1.3]


def test_a_round_rests_before_the_next_and_the_first_is_at_once() -> None:
    telling = Telling(1, rest=0.1)
    for _ in range(95):
        telling.round.soon()
        telling.timer.run(0.01)
    assert telling.rounds == [round(n * 0.1, 3) for n in range(10)]


def test_others_have_the_loop_between_two_slices() -> None:
    telling, seen = Telling(3 * SLICE), list[int]()
    telling.round.soon()
    for _ in range(3):
        telling.timer.call_later(0.0, lambda: seen.append(telling.told))
    telling.timer.run(0.0)
    assert seen[0] == SLICE
    assert telling.told == 3 * SLICE


def test_a_wish_during_a_round_is_another_round() -> None:
    telling = Telling(2 * SLICE)
    telling.round.soon()
    telling.timer.call_later(0.0, telling.round.soon)
    telling.timer.run(0.0)
    assert len(telling.rounds) == 2
    assert telling.told == 4 * SLICE


def test_a_step_that_fails_does_not_end_all_rounds() -> None:
    timer, tries = HandedTimer(), list[int]()

    def tell() -> Iterator[None]:
        tries.append(1)
        yield
        raise ValueError

    once = Round(lambda: timer, tell)
    for _ in range(2):
        once.soon()
        with pytest.raises(ValueError):  # noqa: PT011  any will do
            timer.run(1.0)
    assert len(tries) == 2
