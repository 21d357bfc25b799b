"""The same seed gives the same steps, and every kind of step and trouble comes about."""

from typing import get_args

import msgspec
import pytest

from service.protocol.commands import AnyCommand
from tests.chaos import steps as s
from tests.chaos.cast import FEWEST, cast
from tests.chaos.generator import steps_of

SEEDS = range(10)
STEPS, TABLETS = 300, 30


def test_a_seed_has_its_steps() -> None:
    assert steps_of(7, STEPS, TABLETS) == steps_of(7, STEPS, TABLETS)
    assert steps_of(7, STEPS, TABLETS) != steps_of(8, STEPS, TABLETS)


def test_everything_happens_sooner_or_later() -> None:
    steps = [step for seed in SEEDS for step in steps_of(seed, STEPS, TABLETS)]
    kinds = {type(step) for step in steps}
    assert kinds == {s.Give, s.Upload, s.Replace, s.Kill, s.Restart, *get_args(s.OfTablet)}
    commands = {type(step.command) for step in steps if isinstance(step, s.Give)}
    assert commands == set(get_args(AnyCommand))
    assert all(s.told(step) for step in steps)


@pytest.mark.parametrize("seed", SEEDS)
def test_steps_can_be_taken(seed: int) -> None:
    """No command id twice, no start of a service that is up, nothing from a tablet that is off."""
    up, off, ids = True, set[int](), set[str]()
    for step in steps_of(seed, STEPS, TABLETS):
        match step:
            case s.Kill():
                assert up
                up = False
            case s.Restart():
                assert not up
                up = True
            case s.Leave(tablet=tablet):
                off.add(tablet)
            case s.Return(tablet=tablet):
                off.remove(tablet)
            case s.Give(tablet=tablet, command=command):
                assert tablet not in off
                assert command.command_id not in ids
                ids.add(command.command_id)
                assert len(msgspec.json.encode(command)) < 128 * 1024
            case _:
                pass


def test_the_cast_fits_the_hall() -> None:
    for tablets in (FEWEST, 30, 80):
        places = cast(tablets)
        assert [place.tablet for place in places] == list(range(tablets))
        assert len({place.seat for place in places}) < tablets
    with pytest.raises(ValueError, match="a session needs"):
        cast(FEWEST - 1)
