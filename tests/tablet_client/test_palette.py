"""The inks of the pens can be read on paper: WCAG 2.2 AA for text, computed from the tokens."""

import re
from itertools import combinations
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[2] / "tablet_client/src/style/tokens.css"
READABLE = 4.5
"""The contrast AA asks of text: what is written is text."""

APART = 1.3
"""Two inks of a pen differ in lightness too, for eyes that see no hue."""


def inks() -> dict[str, tuple[int, int, int]]:
    """The inks the style sheet gives the canvas, red, green and blue from 0 to 255."""
    found = re.findall(r"--ink-(\w+): #(\w\w)(\w\w)(\w\w);", TOKENS.read_text())
    return {name: (int(r, 16), int(g, 16), int(b, 16)) for name, r, g, b in found}


def luminance(colour: tuple[int, int, int]) -> float:
    """WCAG's relative luminance."""
    parts = [part / 255 for part in colour]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """WCAG's contrast of two colours."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["red", "blue", "black"])
def test_what_a_pen_writes_is_read_on_white_paper(name: str) -> None:
    assert contrast(inks()[name], (255, 255, 255)) >= READABLE


@pytest.mark.parametrize(("one", "other"), list(combinations(["red", "blue", "black"], 2)))
def test_the_pens_differ_without_their_hue(one: str, other: str) -> None:
    assert contrast(inks()[one], inks()[other]) >= APART


@pytest.mark.parametrize("name", ["yellow", "green", "blue"])
def test_print_is_read_through_the_highlighter(name: str) -> None:
    through = inks()[name]
    red, green, blue = (round(255 * 0.6 + part * 0.4) for part in through)
    assert contrast((0, 0, 0), (red, green, blue)) >= READABLE
