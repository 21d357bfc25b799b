"""Sound files damaged at random: each ends accepted or with a name, and the house stands.

More of them: `uv run python -m tests.hostile.mutate 5000 [first seed]`.
"""

import pytest

from service.errors import FileRefused
from tests.support.drawing_house import DrawingHouse
from tests.support.pdfs import good
from tests.support.pdfs.mutated import mutated
from tests.support.pictures import has_ink

pytestmark = pytest.mark.asyncio(loop_scope="package")

SEED = 20_261_122
ROUNDS = 10
FILES_A_ROUND = 15


@pytest.mark.parametrize("first", range(SEED, SEED + ROUNDS * FILES_A_ROUND, FILES_A_ROUND))
async def test_damage_ends_in_a_name(impatient: DrawingHouse, first: int) -> None:
    for seed in range(first, first + FILES_A_ROUND):
        try:
            image = await impatient.first_page(mutated(seed))
        except FileRefused:
            continue
        assert image.data, f"seed {seed}"
    assert has_ink(await impatient.first_page(good(seed=first % 600)))


async def test_a_seed_makes_one_file() -> None:
    assert mutated(SEED) == mutated(SEED)
    assert len({mutated(SEED + step) for step in range(50)}) == 50
