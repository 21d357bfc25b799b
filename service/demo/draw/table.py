"""A ruled table whose rows grow with their text, broken between rows with its head repeated."""

from dataclasses import dataclass
from typing import Literal

from service.demo.draw.colours import HAIR, MUTED, NAVY, RULE, TINT, WASH, Colour
from service.demo.draw.flow import Flow
from service.demo.draw.font import face
from service.demo.draw.sheet import Sheet
from service.demo.paper import Align, Table

_PADDING = 5.0
_Kind = Literal["head", "plain", "group", "sum"]
_FILLS: dict[_Kind, Colour | None] = {"head": TINT, "plain": None, "group": WASH, "sum": TINT}


@dataclass(frozen=True, slots=True)
class _Band:
    """The head or a row: each cell's lines, and what it is."""

    cells: list[list[str]]
    kind: _Kind


class _Ruling:
    """The table's columns on the paper."""

    def __init__(self, flow: Flow, table: Table) -> None:
        whole = sum(column.share for column in table.columns)
        self.widths = [flow.width * column.share / whole for column in table.columns]
        self.lefts = [flow.left + sum(self.widths[:at]) for at in range(len(self.widths))]
        self.aligns: list[Align] = [column.align for column in table.columns]
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

    def height(self, band: _Band) -> float:
        """How tall the band is; the head gets a little more air."""
        lines = max(len(cell) for cell in band.cells)
        return lines * self.lead + self.size * 0.62 + (2 if band.kind == "head" else 0)


def table(flow: Flow, block: Table) -> None:
    """Draws the table from the cursor on."""
    ruling = _Ruling(flow, block)
    head = _Band(ruling.wrapped(tuple(column.title for column in block.columns)), "head")
    flow.gap(6)
    if block.unit:
        top = flow.take(15, keep=ruling.height(head) * 3)
        flow.sheet.text(
            flow.left, top + 11, block.unit, 9, colour=MUTED, align="right", room=flow.width
        )
    _draw(flow, ruling, head, keep=ruling.height(head))
    for row in block.rows:
        band = _Band(ruling.wrapped(row.cells), row.kind)
        if flow.room < ruling.height(band):
            flow.fresh()
            _draw(flow, ruling, head)
        _draw(flow, ruling, band)
    flow.sheet.line((flow.left, flow.y), (flow.left + flow.width, flow.y), width=1.1, colour=NAVY)
    flow.gap(6)


def _draw(flow: Flow, ruling: _Ruling, band: _Band, *, keep: float = 0.0) -> None:
    """One band across the table; `keep` is room wanted below it on the same sheet."""
    height = ruling.height(band)
    top = flow.take(height, keep=keep)
    sheet, end = flow.sheet, flow.left + flow.width
    fill = _FILLS[band.kind]
    if fill is not None:
        sheet.box(flow.left, top, flow.width, height, fill=fill)
    if band.kind == "head":
        sheet.line((flow.left, top), (end, top), width=1.1, colour=NAVY)
    _write(sheet, ruling, band, top, height)
    for left in ruling.lefts[1:]:
        sheet.line((left, top), (left, top + height), width=0.4, colour=RULE)
    below = HAIR if band.kind == "plain" else RULE
    sheet.line((flow.left, top + height), (end, top + height), width=0.5, colour=below)


def _write(sheet: Sheet, ruling: _Ruling, band: _Band, top: float, height: float) -> None:
    aligns: list[Align] = ["centre"] * len(band.cells) if band.kind == "head" else ruling.aligns
    columns = zip(band.cells, aligns, ruling.lefts, ruling.widths, strict=True)
    for lines, align, left, width in columns:
        first = top + (height - len(lines) * ruling.lead) / 2 + ruling.lead * 0.76
        for at, line in enumerate(lines):
            sheet.text(
                left + _PADDING,
                first + at * ruling.lead,
                line,
                ruling.size,
                bold=band.kind != "plain",
                align=align,
                room=width - 2 * _PADDING,
            )
