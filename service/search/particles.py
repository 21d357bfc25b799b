"""조사: what Korean hangs on a noun; pure.

Taken off a query word, so that it also finds the noun with another one or none; known in
the text by the same closed grammar.
"""

import re
from typing import Final

from service.search.hangul import final_of, is_syllable

_OF_PLACE: Final = "에(?:서(?:부터)?|게서?|까지)?|한테서?|께서|으?로(?:서|써|부터)?|만으로"
_OF_MEASURE: Final = "까지|부터|보다|마다|조차|마저|처럼|대로|밖에"
_OF_LINKS: Final = "[와과]|하고|이?(?:랑|나|란|라도)|이며"
PARTICLE: Final = (
    f"(?:(?:{_OF_PLACE}|{_OF_MEASURE}|{_OF_LINKS})[은는도만의]?|만?[을를이가은는의]|[도만께])"
)
"""A regular expression for one particle, or two as they go together: 에서는, 까지도, 만을."""

NO_SYLLABLE: Final = "(?![가-힣])"
"""A regular expression for the end of a Korean word."""

_PARTICLE: Final = re.compile(PARTICLE)
_AFTER_A_FINAL: Final = ("을", "은", "과", "으", "이")
"""Particles that begin so follow a closed syllable."""

_AFTER_A_VOWEL: Final = ("를", "가", "는", "와", "로", "나", "라", "란", "랑")
"""Particles that begin so follow an open syllable."""

SHORTEST_STEM: Final = 2
"""Letters left when a particle is taken off: 회의 is no 회 with 의."""

LONGEST_PARTICLE: Final = 5


def stem_of(word: str) -> str | None:
    """The word without its particle, the longest that fits; None when it ends in none."""
    for size in range(min(LONGEST_PARTICLE, len(word) - SHORTEST_STEM), 0, -1):
        stem, particle = word[:-size], word[-size:]
        if _PARTICLE.fullmatch(particle) and _fits(stem[-1], particle):
            return stem
    return None


def _fits(before: str, particle: str) -> bool:
    """Whether a particle may follow this letter: many have a form for each kind of syllable.

    Of a Latin letter or a digit nobody knows how it is read; 로 follows ㄹ too.
    """
    if not is_syllable(before):
        return True
    final = final_of(before)
    if particle.startswith("로") and final == "ㄹ":
        return True
    return not particle.startswith(_AFTER_A_VOWEL if final != " " else _AFTER_A_FINAL)
