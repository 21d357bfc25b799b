"""What somebody types, as what is looked for in folded text; pure.

Every letter of the query is a letter to find; what a query adds is where the text may hold
something else between two of them:

    Korean, Hanja   white space and punctuation anywhere, typed or not
    Latin, digits   only where it was typed, else a hyphen or a thousands separator: the AI of
                    a query is not in "data is", nor its 12 in the table cells "1 2"
    a decimal point where it was typed: 3.5 is not 35, 2026.11 is also 2026. 11
    words           a particle may stand at the end of each

Out of it comes one regular expression. It is built from escaped letters and fixed parts
whose repeats give nothing back (possessive), and each word once found is kept (atomic), so
that its time grows with the text alone.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from service.search.folding import folded
from service.search.hangul import beginning_with, growing, is_syllable, moving
from service.search.particles import NO_SYLLABLE, PARTICLE, stem_of

LONGEST_QUERY: Final = 100
"""Characters: a whole sentence."""

MOST_LETTERS: Final = 2 * LONGEST_QUERY
"""Letters looked for: some signs are whole words when folded."""

WORDS_WITH_PARTICLES: Final = 5
"""Each adds some 0.5 ms to making the expression; words after the fifth must be exact."""

Pattern = re.Pattern[str]

_ANYTHING: Final = r"[\W_]*+"
_POINT: Final = r"(?:\.\s*+|[-/])"
_HYPHEN: Final = r"(?:-\n?)?+"
_THOUSANDS: Final = r"(?:-|,(?=[0-9]{3}(?![0-9])))?+"
_PARTICLE_HERE: Final = rf"(?:[^\w\s]*+\n?{PARTICLE})"
_TYPED_THOUSANDS: Final = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_TYPED_JAMO: Final = re.compile(r"[\u3131-\u318e]+$")


@dataclass(frozen=True, slots=True)
class _Letter:
    """One letter of the query; `before` is what was typed between the last one and this.

    `expression` finds it: the letter itself, or what a syllable being composed may become.
    """

    sign: str
    before: str
    expression: str

    @property
    def is_tight(self) -> bool:
        """Whether it belongs to a script that writes words apart."""
        return unicodedata.east_asian_width(self.sign) not in "WF"


_Word = list[_Letter]


@lru_cache(maxsize=256)
def wanted(typed: str, *, typing: bool = False) -> Pattern | None:
    """What to look for in folded text; None when nothing typed yet can be looked for.

    `typing`: an input method is still composing the last syllable.
    """
    words = _words(_letters(typed[:LONGEST_QUERY], typing=typing))
    if not words:
        return None
    made = [_body(_stem(word) or word) for word in words[:-1]] + [_last(words[-1])]
    joints = [_joint(*pair, place) for place, pair in enumerate(pairwise(words))]
    return re.compile(
        made[0]
        + "".join(f"(?>{joint}{word})" for joint, word in zip(joints, made[1:], strict=True))
    )


def _letters(typed: str, *, typing: bool) -> list[_Letter]:
    jamo = _TYPED_JAMO.search(typed) if typing else None
    begun = ""
    if jamo is not None:
        joined = unicodedata.normalize("NFKC", jamo[0])
        is_whole = len(joined) == 1 and is_syllable(joined)
        typed, begun = typed[: jamo.start()] + joined * is_whole, jamo[0][0] * (not is_whole)
    letters: list[_Letter] = []
    before = ""
    for sign in _TYPED_THOUSANDS.sub("", folded(typed)):
        if sign.isalnum():
            letters.append(_Letter(sign, before, re.escape(sign)))
            before = ""
        else:
            before += sign
    del letters[MOST_LETTERS:]
    if not typing or not letters:
        return letters
    last = letters[-1]
    if begun:
        initials = beginning_with(begun)
        return letters + [_Letter(begun, before, f"[{initials}]")] * (initials is not None)
    if not before and is_syllable(last.sign):
        letters[-1] = replace(last, expression=_composing(last.sign))
    return letters


def _composing(syllable: str) -> str:
    """What a syllable that is still composed may stand for.

    Its final may move to the next one (예삭, 예사기), but 예사 with the particle 는 is no 예산.
    """
    whole = f"[{growing(syllable)}]"
    moved = moving(syllable)
    following = None if moved is None else beginning_with(moved[1])
    if moved is None or following is None:
        return whole
    return f"(?:{whole}|{moved[0]}(?!{PARTICLE}{NO_SYLLABLE})[{following}])"


def _words(letters: list[_Letter]) -> list[_Word]:
    words: list[_Word] = []
    for letter in letters:
        if not words or any(sign.isspace() for sign in letter.before):
            words.append([])
        words[-1].append(letter)
    return words


def _stem(word: _Word) -> _Word | None:
    """The word without its particle, where that was typed in one piece."""
    stem = stem_of("".join(letter.sign for letter in word))
    if stem is None or any(letter.before for letter in word[len(stem) + 1 :]):
        return None
    return word[: len(stem)]


def _last(word: _Word) -> str:
    """The last word as typed; or its stem, with any particle or none, as a whole word's end."""
    stem = _stem(word)
    if stem is None:
        return _body(word)
    rest = word[len(stem) :]
    typed = _gap(stem[-1], rest[0]) + _body(rest)
    return f"{_body(stem)}(?:{typed}|{_PARTICLE_HERE}?{NO_SYLLABLE})"


def _joint(word: _Word, following: _Word, place: int) -> str:
    """What may stand between two words: nothing first, so that a word is never half eaten."""
    particle = f"{_PARTICLE_HERE}??" if place < WORDS_WITH_PARTICLES else ""
    return particle + _gap(word[-1], following[0])


def _body(letters: list[_Letter]) -> str:
    gaps = (_gap(*pair) for pair in pairwise(letters))
    rest = "".join(gap + letter.expression for gap, letter in zip(gaps, letters[1:], strict=True))
    return letters[0].expression + rest


def _gap(before: _Letter, letter: _Letter) -> str:
    """What may stand in the text between two letters of the query."""
    if not (before.is_tight and letter.is_tight):
        return _ANYTHING
    both_digits = before.sign.isdigit() and letter.sign.isdigit()
    if not letter.before:
        return _THOUSANDS if both_digits else _HYPHEN
    return _POINT if both_digits and letter.before.strip() == "." else _ANYTHING
