"""Syllables taken apart and put together; pure.

Arithmetic of Unicode 3.12: a syllable is ((initial * 21) + vowel) * 28 + final.
"""

from typing import Final

FIRST: Final = 0xAC00
LAST: Final = 0xD7A3
INITIALS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
FINALS: Final = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_VOWELS: Final = 21
_HALVES: Final[dict[str, tuple[str, str]]] = {
    "ㄳ": ("ㄱ", "ㅅ"),
    "ㄵ": ("ㄴ", "ㅈ"),
    "ㄶ": ("ㄴ", "ㅎ"),
    "ㄺ": ("ㄹ", "ㄱ"),
    "ㄻ": ("ㄹ", "ㅁ"),
    "ㄼ": ("ㄹ", "ㅂ"),
    "ㄽ": ("ㄹ", "ㅅ"),
    "ㄾ": ("ㄹ", "ㅌ"),
    "ㄿ": ("ㄹ", "ㅍ"),
    "ㅀ": ("ㄹ", "ㅎ"),
    "ㅄ": ("ㅂ", "ㅅ"),
}
"""Finals of two consonants."""

_GROWING_VOWELS: Final = {8: 11, 13: 16, 18: 19}
"""Vowels that grow while they are typed, and the last of those they grow into: ㅗ to ㅚ, ㅜ to
ㅟ, ㅡ to ㅢ. The ones between stand side by side."""


def is_syllable(letter: str) -> bool:
    """Whether it is one whole Hangul syllable."""
    return FIRST <= ord(letter) <= LAST


def syllable(initial: int, vowel: int, final: int) -> str:
    """The syllable of these parts."""
    return chr(FIRST + (initial * _VOWELS + vowel) * 28 + final)


def parts(letter: str) -> tuple[int, int, int]:
    """Initial, vowel and final (0: none) of a syllable."""
    place, final = divmod(ord(letter) - FIRST, 28)
    initial, vowel = divmod(place, _VOWELS)
    return initial, vowel, final


def final_of(letter: str) -> str:
    """The final consonant of a syllable, or a space."""
    return FINALS[parts(letter)[2]]


def beginning_with(initial: str) -> str | None:
    """A range for a regular expression: every syllable with this initial; None for no initial."""
    place = INITIALS.find(initial)
    if place < 0:
        return None
    return f"{syllable(place, 0, 0)}-{syllable(place, _VOWELS - 1, 27)}"


def growing(letter: str) -> str:
    """Ranges for a regular expression: the syllables this one may become as it is typed on.

    An open one takes finals and its vowel may grow; a final may be joined by a second.
    """
    initial, vowel, final = parts(letter)
    if final == 0:
        last = _GROWING_VOWELS.get(vowel, vowel)
        return f"{letter}-{syllable(initial, last, 27)}"
    grown = [name for name, halves in _HALVES.items() if halves[0] == FINALS[final]]
    return letter + "".join(syllable(initial, vowel, FINALS.index(name)) for name in grown)


def moving(letter: str) -> tuple[str, str] | None:
    """The syllable and the initial of the next one that this one becomes when a vowel follows.

    Its final (or the second half of it) moves on: 삭 before ㅣ is 사기. None without a final,
    or with one that begins no syllable.
    """
    initial, vowel, final = parts(letter)
    if final == 0:
        return None
    stays, moves = _HALVES.get(FINALS[final], (" ", FINALS[final]))
    return syllable(initial, vowel, FINALS.index(stays)), moves
