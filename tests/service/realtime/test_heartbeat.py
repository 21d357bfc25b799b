"""One clock for all: everyone once a round, the round in slices."""

from service.realtime.heartbeat import BEAT_SECONDS, SLICES, Heartbeat
from tests.support.until import until


class Counted:
    """Counts its beats."""

    def __init__(self) -> None:
        self.beats = 0

    def beat(self) -> None:
        self.beats += 1


async def test_everyone_is_beaten_once_a_round_and_in_slices() -> None:
    heartbeat, everyone = Heartbeat(3_600), [Counted() for _ in range(3 * SLICES)]
    for one in everyone:
        heartbeat.enter(one)
    for so_far in range(1, SLICES + 1):
        heartbeat.beat()
        assert sum(one.beats for one in everyone) == 3 * so_far
    assert {one.beats for one in everyone} == {1}


async def test_who_left_is_not_beaten() -> None:
    heartbeat, one = Heartbeat(3_600), Counted()
    heartbeat.enter(one).discard(one)
    for _ in range(SLICES):
        heartbeat.beat()
    assert one.beats == 0


async def test_it_rests_while_nobody_is_there_and_beats_on_for_the_next() -> None:
    heartbeat, first, second = Heartbeat(0.018), Counted(), Counted()
    place = heartbeat.enter(first)
    await until(lambda: first.beats > 1)
    place.discard(first)
    await until(lambda: not heartbeat.runs)
    heartbeat.enter(second)
    await until(lambda: second.beats > 1)


def test_a_dead_line_is_found_within_twenty_seconds() -> None:
    assert 2 * BEAT_SECONDS + 2 * BEAT_SECONDS / SLICES < 20
