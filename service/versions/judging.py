"""What changed between two pages that are one; pure."""

from typing import Final, Literal

from service.versions.likeness import TURNS
from service.versions.looks import SAME_SCAN, looks_same, picture_likeness, turned
from service.versions.page_map import Change, Pair
from service.versions.traits import Traits

UPRIGHT: Final = 0.9
"""Correlation from which on nobody turned the page."""

TURNED: Final = 0.93
"""Correlation with a turned print that says the page was turned: drawn anew, it is not the
same to the level, because a turned page is drawn to another size."""


def judged(old: Traits, new: Traits, *, moved: bool) -> Pair:
    """The pair of two pages, with all that differs between them."""
    degrees = _turned(old, new)
    return Pair(
        old=old.at + 1,
        new=new.at + 1,
        moved=moved,
        change=_change(old, new, degrees),
        turned=degrees,
    )


def _turned(old: Traits, new: Traits) -> Literal[0, 90, 180, 270]:
    if not old.print or not new.print:
        return 0
    upright = picture_likeness(old.print, new.print)
    if upright >= UPRIGHT:
        return 0
    found: Literal[0, 90, 180, 270] = 0
    best = max(upright, TURNED)
    for degrees in TURNS:
        alike = picture_likeness(turned(old.print, degrees), new.print)
        if alike > best:
            found, best = degrees, alike
    return found


def _change(old: Traits, new: Traits, degrees: int) -> Change:
    if old.body != new.body and not (degrees and _same_words(old, new)):
        return Change.TEXT
    renumbered = old.letters != new.letters
    before = turned(old.print, degrees)
    if degrees:
        seen = False
    elif old.body:
        seen = not looks_same(before, new.print, within_margins=renumbered)
    else:
        seen = picture_likeness(before, new.print) < SAME_SCAN and bool(before and new.print)
    if seen:
        return Change.LOOKS
    if renumbered and not degrees:
        return Change.MARGINS
    # The same letters and the same picture, yet other words: spaces were mended.
    return Change.TEXT if not degrees and old.words != new.words else Change.NONE


def _same_words(old: Traits, new: Traits) -> bool:
    """Whether the words are the same in any order: a turned page may be read otherwise."""
    return sorted(old.words.split()) == sorted(new.words.split())
