"""Sessions of thirty tablets, hundreds of steps and a killed service: every promise is kept."""

import pytest

from tests.chaos.session import session

SEEDS = (1, 2, 4)
"""A few of each night's (`python -m tests.chaos --night 100`)."""

FOUND = {
    3: "after kill -9 a document stayed unsurveyed for good: its meeting, still catching up,"
    " was not live yet when the survey was told",
}
"""Seeds whose sessions broke something once, and what it was."""


@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", [*SEEDS, *FOUND])
async def test_a_session_keeps_every_promise(seed: int) -> None:
    outcome = await session(seed)
    assert not outcome.faults, str(outcome)
