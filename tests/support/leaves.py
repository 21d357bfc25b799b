"""Made-up pages to compare: each number is a page of its own, the same every time."""

import random
from functools import cache

from service.versions.leaf import PRINT_SIDE, Leaf

WHITE = bytes([255]) * (PRINT_SIDE * PRINT_SIDE)
BLANK = Leaf("", WHITE)
LINE = 9
"""Words on a line."""


@cache
def words(page: int, count: int = 120) -> tuple[str, ...]:
    """Words of a page; hardly a run of letters is found on another."""
    rng = random.Random(page)  # noqa: S311  a fixed seed, no secret
    return tuple(
        "".join(chr(0xAC00 + rng.randrange(11_172)) for _ in range(rng.randint(1, 5)))
        for _ in range(count)
    )


@cache
def picture(page: int) -> bytes:
    """The print of a picture that is like no other page's."""
    rng = random.Random(~page)  # noqa: S311  a fixed seed, no secret
    return rng.randbytes(PRINT_SIDE * PRINT_SIDE)


def leaf(page: int, *, edited: bool = False) -> Leaf:
    """The page; edited, three words in a row are others."""
    found = words(page)
    if edited:
        found = (*found[:40], *words(-page - 1, 3), *found[43:])
    return Leaf(lined(found), picture(page))


def lined(found: tuple[str, ...]) -> str:
    """Words in lines."""
    return "\n".join(" ".join(found[at : at + LINE]) for at in range(0, len(found), LINE))


def scanned(print_: bytes, seed: int, noise: int = 20) -> bytes:
    """The print as another scan has it: paler, with some grain."""
    rng = random.Random(seed)  # noqa: S311  a fixed seed, no secret
    return bytes(min(255, 25 + level * 4 // 5 + rng.randrange(noise)) for level in print_)
