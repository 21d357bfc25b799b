"""What the terminal says once the service stands: a link and a QR code for everybody."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import segno
from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.style import Style
from rich.table import Table
from rich.text import Text

_CAPTIONS: Mapping[str, tuple[str, str]] = {
    "trust": ("처음 오는 태블릿: 인증서", "New tablets: certificate"),
    "secretary": ("간사", "Secretary"),
    "chair": ("의장", "Chair"),
    "presenter": ("발표자", "Presenter"),
    "member": ("참석자", "Member"),
    "observer": ("배석자", "Observer"),
    "screen": ("회의실 화면", "Wall screen"),
}
_QUIET = 2
"""Light modules around a code. The standard asks for four; cameras are content with two as
long as they are light, and a narrower code lets two stand side by side in 100 columns."""

_PAPER = Style(color="#000000", bgcolor="#ffffff")
"""Set on purpose: a code must be dark on light, whatever the terminal's own colours are."""

_BETWEEN = 3


def welcome(
    console: Console,
    meeting: str,
    links: Mapping[str, str],
    data: Path,
    *,
    codes: bool = True,
    trust: str | None = None,
) -> None:
    """Prints the links by role, their QR codes as many abreast as fit, and how to stop.

    `trust` is the page where a tablet learns to trust the certificate; its code comes first.

    `links` is role name to address, in the order to show; `meeting` is the heading. Links
    are never broken over lines. A code too wide for the terminal is left out, and said so.
    """
    console.print(Rule(Text(f"한장 Hanjang  ·  {meeting}", style="bold")))
    if trust is not None:
        links = {"trust": trust, **links}
    for role, url in links.items():
        line = _caption(role)
        line.append("  ")
        line.append(url, style=Style(color="blue", link=url))
        console.print(line, soft_wrap=True)
    console.print()
    if codes:
        _print_codes(console, links)
    console.print(Text(f"자료 폴더 / Data folder: {data}", style="dim"), soft_wrap=True)
    console.print(Text("끝내려면 Ctrl+C / Press Ctrl+C to stop", style="dim"))


def qr_lines(url: str, *, inverted: bool = False) -> list[str]:
    """The QR code as lines of half blocks: two rows of modules a line, one a column.

    A block is dark ink. `inverted` swaps ink and paper: without colours, the ink of a dark
    terminal is light.
    """
    # Level L: a screen has no dirt, and every module saved makes the others larger.
    matrix = [
        [bool(module) for module in row] for row in segno.make(url, error="l", micro=False).matrix
    ]
    side = len(matrix) + 2 * _QUIET
    empty = [False] * side
    margin = [False] * _QUIET
    rows = [*[empty] * _QUIET, *([*margin, *row, *margin] for row in matrix), *[empty] * _QUIET]
    if len(rows) % 2:
        rows.append(empty)
    blocks = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
    return [
        "".join(
            blocks[above != inverted, below != inverted]
            for above, below in zip(upper, lower, strict=True)
        )
        for upper, lower in zip(rows[::2], rows[1::2], strict=True)
    ]


def _print_codes(console: Console, links: Mapping[str, str]) -> None:
    colourless = console.color_system is None
    cells = [(role, qr_lines(url, inverted=colourless)) for role, url in links.items()]
    wide = max((len(lines[0]) for _, lines in cells), default=0)
    if wide > console.width:
        console.print(
            "QR 코드를 보려면 창을 넓혀 다시 시작하세요. / "
            "Start again in a wider window to see the QR codes."
        )
        return
    abreast = max(1, (console.width + _BETWEEN) // (wide + _BETWEEN))
    for first in range(0, len(cells), abreast):
        grid = Table.grid(padding=(0, _BETWEEN, 0, 0))
        row = cells[first : first + abreast]
        grid.add_row(*(_cell(role, lines) for role, lines in row))
        console.print(grid)
        console.print()


def _cell(role: str, lines: Sequence[str]) -> RenderableType:
    code = Text("\n".join(lines), style=_PAPER, no_wrap=True)
    return Group(_caption(role), code)


def _caption(role: str) -> Text:
    korean, english = _CAPTIONS[role]
    return Text.assemble((korean, "bold"), " / ", english)
