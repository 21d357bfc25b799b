"""The welcome in the terminal, rendered to a string as wide and narrow terminals show it."""

import io
from pathlib import Path
from typing import Literal

import pytest
import segno
from rich.console import Console

from service.terminal import qr_lines, welcome

ROLES = ("secretary", "presenter", "member", "screen")
LINKS = {
    role: f"http://192.168.0.12:8300/join#{role}-Qk3vX0aYd2Lw9ZpT5nR8sUeHcJm1b" for role in ROLES
}


def shown(width: int, colours: Literal["truecolor"] | None = None, *, codes: bool = True) -> str:
    out = io.StringIO()
    console = Console(
        file=out, width=width, color_system=colours, force_terminal=colours is not None
    )
    welcome(console, "월요일 간부회의", LINKS, Path("/srv/hanjang"), codes=codes)
    return out.getvalue()


def abreast(text: str) -> int:
    """How many codes stand side by side: a code's second line starts with its corner."""
    return max(line.count("█ ▄▄▄▄▄ █") for line in text.splitlines()) // 2


@pytest.mark.parametrize("width", [30, 80, 120, 200])
def test_every_link_stands_whole_on_one_line(width: int) -> None:
    lines = shown(width).splitlines()
    for url in LINKS.values():
        assert sum(url in line for line in lines) == 1


@pytest.mark.parametrize(("width", "side_by_side"), [(45, 1), (90, 2), (200, 4)])
def test_as_many_codes_stand_abreast_as_fit(width: int, side_by_side: int) -> None:
    text = shown(width)
    assert abreast(text) == side_by_side
    assert text.count("참석자 / Member") == 2


def test_a_terminal_too_narrow_for_a_code_says_so() -> None:
    text = shown(30)
    assert "▄" not in text
    assert "wider window" in " ".join(text.split())


def test_codes_are_left_out_on_demand() -> None:
    assert "▄" not in shown(120, codes=False)


def test_it_says_where_the_data_is_and_how_to_stop() -> None:
    text = shown(100)
    assert "/srv/hanjang" in text
    assert "Ctrl+C" in text


def test_a_coloured_code_is_black_on_white() -> None:
    assert "\x1b[38;2;0;0;0;48;2;255;255;255m" in shown(100, "truecolor")


@pytest.mark.parametrize("inverted", [False, True])
def test_the_half_blocks_are_the_code_s_modules(inverted: bool) -> None:
    """Reads the blocks back to modules and compares them with the code they came from."""
    url = LINKS["member"]
    halves = {" ": (False, False), "▀": (True, False), "▄": (False, True), "█": (True, True)}
    rows: list[list[bool]] = []
    for line in qr_lines(url, inverted=inverted):
        rows.append([halves[block][0] != inverted for block in line])
        rows.append([halves[block][1] != inverted for block in line])
    matrix = [
        [bool(cell) for cell in row] for row in segno.make(url, error="l", micro=False).matrix
    ]
    side = len(matrix)
    assert [row[2 : 2 + side] for row in rows[2 : 2 + side]] == matrix
    frame = [*rows[:2], *rows[2 + side :], *([*row[:2], *row[2 + side :]] for row in rows)]
    assert not any(any(row) for row in frame)
