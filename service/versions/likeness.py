"""How alike two pages are, from 0 to 1, by text and picture; pure."""

from typing import Final

from service.versions.looks import picture_likeness, turned
from service.versions.traits import Traits

RARE: Final = 3
"""How much more a rare shingle counts than a common one."""

WORDY: Final = 200
"""Letters from which on a page's text says it all; with fewer its picture counts as well."""

PICTURE_FLOOR: Final = 0.65
"""Correlation below which two pictures are strangers; see `leaf.PRINT_SIDE` for the figures."""

SCAN_FLOOR: Final = 0.8
"""The same for a page with text and one without: a paper and its scan, perhaps."""

SCAN_WORTH: Final = 0.6
"""How sure such a resemblance is at best."""


def likeness(old: Traits, new: Traits) -> float:
    """How alike the two pages are."""
    if old.body and new.body:
        return _worded(old, new)
    if not old.print or not new.print:
        return float(old.letters == new.letters != "")
    if old.body or new.body:
        found = picture_likeness(old.print, new.print)
        return SCAN_WORTH * found if found >= SCAN_FLOOR else 0.0
    found = picture_likeness(old.print, new.print)
    if found < PICTURE_FLOOR:
        found = 0.99 * max(picture_likeness(turned(old.print, d), new.print) for d in TURNS)
    return found if found >= PICTURE_FLOOR else 0.0


def containment(part: Traits, whole: Traits) -> float:
    """How much of one page's text stands on the other (Broder's containment)."""
    step = max(part.shingles.step, whole.shingles.step)
    numbers = part.shingles.sampled(step)
    rare = numbers & part.rare
    told = rare if len(rare) * 4 >= len(numbers) else numbers
    return len(told & whole.shingles.numbers) / len(told) if told else 0.0


TURNS: Final = (90, 180, 270)


def _worded(old: Traits, new: Traits) -> float:
    text = _resemblance(old, new)
    letters = max(len(old.body), len(new.body))
    if letters >= WORDY or not text or not old.print or not new.print:
        return text
    weight = (1 + letters / WORDY) / 2
    picture = picture_likeness(old.print, new.print)
    return float(text**weight * picture ** (1 - weight))


def _resemblance(old: Traits, new: Traits) -> float:
    """Shared shingles among all, the rare ones counted more."""
    if old.body == new.body:
        return 1.0
    step = max(old.shingles.step, new.shingles.step)
    first, second = old.shingles.sampled(step), new.shingles.sampled(step)
    first_rare, second_rare = first & old.rare, second & new.rare
    both = len(first & second)
    rare_both = len(first_rare & second_rare)
    either = len(first) + len(second) - both
    rare_either = len(first_rare) + len(second_rare) - rare_both
    whole = either + RARE * rare_either
    return (both + RARE * rare_both) / whole if whole else 0.0
