"""A ruled table whose rows grow with their text, broken between rows with its head repeated."""

from service.demo.draw.colours import HAIR, INK, MUTED, NAVY, RULE, TINT, WASH, Colour
from service.demo.draw.flow import Flow
from service.demo.draw.font import face
from service.demo.paper import Align, Row, Table

_PADDING = 5.0
_FILLS: dict[str, Colour | None] = {"plain": None, "group": WASH, "sum": TINT}


class _Ruling:
    """The table's columns on the paper."""

    def __init__(self, flow: Flow, table: Table) -> None:
        whole = sum(column.share for column in table.columns)
        self.widths = [flow.width * column.share / whole for column in table.columns]
        self.lefts = [flow.left + sum(self.widths[:at]) for at in range(len(self.widths))]
        self.size = table.size
        self.lead = table.size * 1.36

    def wrapped(self, cells: tuple[str, ...]) -> list[list[str]]:
        """Each cell's lines; a line feed in a cell begins a new one."""
        return [
            [
                line
                for part in cell.split("\n")
                for line in face().lines(part, self.size, width - 2 * _PADDING)
            ]
            for cell, width in zip(cells, self.widths, strict=True)
        ]

    def height(self, cells: list[list[str]]) -> float:
        """How tall a row with these lines is."""
        return max(len(lines) for lines in cells) * self.lead + self.size * 0.62


def table(flow: Flow, block: Table) -> None:
    """Draws the table from the cursor on."""
    ruling = _Ruling(flow, block)
    titles = tuple(column.title for column in block.columns)
    head = ruling.wrapped(titles)
    aligns = [column.align for column in block.columns]
    flow.gap(6)
    if block.unit:
        top = flow.take(15, keep=ruling.height(head) * 3)
        flow.sheet.text(
            flow.left, top + 11, block.unit, 9, colour=MUTED, align="right", room=flow.width
        )
    _head(flow, ruling, head)
    for row in block.rows:
        cells = ruling.wrapped(row.cells)
        height = ruling.height(cells)
        if flow.room < height:
            flow.take(height)
            flow.y -= height
            _head(flow, ruling, head)
        _row(flow, ruling, flow.take(height), height, cells, aligns, row)
    flow.sheet.line((flow.left, flow.y), (flow.left + flow.width, flow.y), width=1.1, colour=NAVY)
    flow.gap(6)


def _head(flow: Flow, ruling: _Ruling, cells: list[list[str]]) -> None:
    height = ruling.height(cells) + 2
    top = flow.take(height, keep=height)
    flow.sheet.box(flow.left, top, flow.width, height, fill=TINT)
    flow.sheet.line((flow.left, top), (flow.left + flow.width, top), width=1.1, colour=NAVY)
    _write(flow, ruling, top, height, cells, ["centre"] * len(cells), bold=True)
    _rules(flow, ruling, top, height, RULE)


def _row(
    flow: Flow,
    ruling: _Ruling,
    top: float,
    height: float,
    cells: list[list[str]],
    aligns: list[Align],
    row: Row,
) -> None:
    fill = _FILLS[row.kind]
    if fill is not None:
        flow.sheet.box(flow.left, top, flow.width, height, fill=fill)
    _write(flow, ruling, top, height, cells, aligns, bold=row.kind != "plain")
    _rules(flow, ruling, top, height, HAIR if row.kind == "plain" else RULE)


def _write(
    flow: Flow,
    ruling: _Ruling,
    top: float,
    height: float,
    cells: list[list[str]],
    aligns: list[Align],
    *,
    bold: bool,
) -> None:
    for lines, align, left, width in zip(cells, aligns, ruling.lefts, ruling.widths, strict=True):
        first = top + (height - len(lines) * ruling.lead) / 2 + ruling.lead * 0.76
        for at, line in enumerate(lines):
            flow.sheet.text(
                left + _PADDING,
                first + at * ruling.lead,
                line,
                ruling.size,
                colour=INK,
                bold=bold,
                align=align,
                room=width - 2 * _PADDING,
            )


def _rules(flow: Flow, ruling: _Ruling, top: float, height: float, below: Colour) -> None:
    for left in ruling.lefts[1:]:
        flow.sheet.line((left, top), (left, top + height), width=0.4, colour=RULE)
    end = flow.left + flow.width
    flow.sheet.line((flow.left, top + height), (end, top + height), width=0.5, colour=below)
