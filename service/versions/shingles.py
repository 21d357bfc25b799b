"""A text as a bounded set of numbers that can be compared with another's; pure.

Shingles are all runs of a few letters of a text; texts are as alike as their sets of
shingles (A. Broder, "On the resemblance and containment of documents", 1997). Each run
is numbered by a rolling hash (R. Karp and M. Rabin, "Efficient randomized
pattern-matching algorithms", 1987); of a long text only the numbers divisible by a power
of two are kept, which is Broder's sampling. Letters are taken without the spaces between
them: another font breaks Korean lines within words.
"""

from dataclasses import dataclass
from typing import Final

RUN: Final = 4
"""Letters of a shingle: two Korean words share four letters in a row only by their stem."""

SAMPLED: Final = 256
"""Shingles kept of a page, about: likeness is then right within 0.06."""

_BASE: Final = 1_000_003
_PRIME: Final = 2**31 - 1
_LEAVING: Final = pow(_BASE, RUN, _PRIME)


@dataclass(frozen=True, slots=True)
class Shingles:
    """Numbers of a text's shingles, all divisible by `step`, a power of two."""

    numbers: frozenset[int]
    step: int

    def sampled(self, step: int) -> frozenset[int]:
        """Those of them that a coarser sampling would have kept."""
        if step <= self.step:
            return self.numbers
        return frozenset(number for number in self.numbers if not number & (step - 1))


def shingles(letters: str, most: int) -> Shingles:
    """The shingles of a text without spaces, of its first `most` letters."""
    taken = letters[:most]
    step = 1
    while len(taken) > SAMPLED * step:
        step *= 2
    codes = [ord(letter) for letter in taken]
    if len(codes) < RUN:
        codes += [0] * (RUN - len(codes)) if codes else []
    value, mask = 0, step - 1
    numbers = set()
    for at, code in enumerate(codes):
        value = (value * _BASE + code) % _PRIME
        if at >= RUN:
            value = (value - _LEAVING * codes[at - RUN]) % _PRIME
        if at >= RUN - 1 and not value & mask:
            numbers.add(value)
    return Shingles(frozenset(numbers), step)
