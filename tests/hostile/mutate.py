"""Thousands of damaged files through a house: `uv run python -m tests.hostile.mutate 5000`.

Prints the seed it began with, every seed with an end that has no name, and how many ended
how. A second number is the first seed.
"""

import asyncio
import sys
from collections import Counter

from service.errors import FileRefused
from tests.hostile.conftest import CHILD, SHORT
from tests.support.drawing_house import DrawingHouse, drawing_house
from tests.support.pdfs import good
from tests.support.pdfs.mutated import mutated
from tests.support.pictures import has_ink


async def _end_of(house: DrawingHouse, seed: int) -> str:
    try:
        await house.first_page(mutated(seed))
    except FileRefused as refused:
        return refused.code.value
    except Exception as error:
        _say(f"seed {seed}: {error!r}")
        return "no name"
    return "drawn"


async def _run(count: int, first: int) -> int:
    ends: Counter[str] = Counter()
    _say(f"{count} files from seed {first}")
    async with drawing_house(SHORT, CHILD) as house:
        for seed in range(first, first + count):
            ends[await _end_of(house, seed)] += 1
        stands = has_ink(await house.first_page(good(seed=1)))
    for end, times in ends.most_common():
        _say(f"{times:>7}  {end}")
    _say("the house draws on" if stands else "THE HOUSE IS BROKEN")
    return 0 if stands and not ends["no name"] else 1


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    counted = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    begun = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    sys.exit(asyncio.run(_run(counted, begun)))
