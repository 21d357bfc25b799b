"""Small sound PDFs with damage done at random, by a seed."""

import random
from collections.abc import Callable, Sequence
from typing import Final

from tests.support.pdfs import armed, coded, dressed, lettered, skewed
from tests.support.pdfs.parts import one_page
from tests.support.pdfs.sound import good, linearised

ODD: Final = (
    b"-1",
    b"0",
    b"65536",
    b"2147483648",
    b"99999999999999999999",
    b"1e30",
    b"null",
    b"[]",
    b"<<>>",
    b"()",
    b"/X",
    b"3 0 R",
    b"\0",
    b"\xff",
)
"""What breaks readers more often than noise does."""

STOCK: Final[Sequence[Callable[[], bytes]]] = (
    lambda: good(3),
    linearised,
    skewed.packed,
    lambda: coded.with_picture("JBIG2"),
    lambda: coded.with_picture("JPX"),
    lambda: coded.with_picture("CCITT"),
    lambda: coded.with_picture("JPEG"),
    lambda: dressed.annotated(b"FreeText", b"/DA(/Helv 20 Tf 1 0 0 rg)/Contents(Hello)"),
    lambda: dressed.field(b"/FT/Tx/V(Hello)", stale=True),
    lambda: dressed.layered(b"/OFF[5 0 R]"),
    dressed.signed_and_not,
    lambda: lettered.korean("한장 회의", "Dotum", "UniKS-UCS2-H"),
    lambda: armed.javascript("http://127.0.0.1:9", "/nowhere"),
    one_page,
)


def mutated(seed: int) -> bytes:
    """A file of the stock with one to eight wounds; the same seed makes the same file."""
    chance = random.Random(seed)  # noqa: S311  damage is no secret
    data = bytearray(chance.choice(STOCK)())
    for _ in range(chance.randint(1, 8)):
        _wound(data, chance)
    return bytes(data)


def _wound(data: bytearray, chance: random.Random) -> None:
    place = chance.randrange(8, max(9, len(data)))
    length = chance.randint(1, 40)
    match chance.randrange(6):
        case 0:
            data[place : place + 1] = bytes([chance.randrange(256)])
        case 1:
            del data[place : place + length]
        case 2:
            data[place:place] = data[place : place + length] * chance.randint(1, 20)
        case 3:
            other = chance.randrange(8, max(9, len(data)))
            data[place : place + length] = data[other : other + length]
        case 4:
            data[place : place + chance.randint(0, 4)] = chance.choice(ODD)
        case _:
            _lie_about_a_number(data, chance)


def _lie_about_a_number(data: bytearray, chance: random.Random) -> None:
    digits = [place for place, value in enumerate(data) if 48 <= value <= 57]
    if digits:
        place = chance.choice(digits)
        data[place : place + 1] = chance.choice(ODD)
