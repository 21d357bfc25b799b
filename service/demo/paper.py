"""What a Korean office paper is made of, as data: headings, points, tables, charts; pure."""

from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A numbered part of a longer report; stands in the outline."""

    numeral: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A "□" line."""

    text: str


@dataclass(frozen=True, slots=True)
class Point:
    """A "○" line under a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Detail:
    """A "-" line under a point."""

    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A "※" line, smaller and quieter."""

    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column; `share` is its part of the width, relative to the others."""

    title: str
    share: float
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row, with as many cells as the table has columns."""

    cells: tuple[str, ...]
    kind: Literal["plain", "group", "sum"] = "plain"


@dataclass(frozen=True, slots=True)
class Table:
    """Breaks between rows, its head repeated; `size` is the letters' height in points."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    unit: str = ""
    size: float = 10.5


@dataclass(frozen=True, slots=True)
class Bars:
    """Lying bars, one a row; `label` is what is written behind the bar."""

    rows: tuple[tuple[str, float, str], ...]


@dataclass(frozen=True, slots=True)
class Pillars:
    """Standing bars in pairs; each row has a name and one figure for every series."""

    series: tuple[str, str]
    rows: tuple[tuple[str, float, float], ...]
    unit: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Steps over months; each row has a name and its first and last slot, counted from 0."""

    slots: tuple[str, ...]
    rows: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class NewPage:
    """The next block begins on a new page of this direction."""

    landscape: bool = False


Block = Chapter | Section | Point | Detail | Note | Table | Bars | Pillars | Timeline | NewPage


@dataclass(frozen=True, slots=True)
class Paper:
    """One document; `summary` is the box under the title, `agenda` the line above it.

    `landscape` is the direction of its first page; a NewPage may turn it.
    """

    title: str
    department: str
    day: str
    agenda: str
    summary: tuple[str, ...]
    blocks: tuple[Block, ...]
    landscape: bool = False


def number(value: int) -> str:
    """A figure as an office writes it: 12,345, and △1,234 when it is less than nothing."""
    return f"{value:,}" if value >= 0 else f"△{-value:,}"


def change(value: int) -> str:
    """A difference: +165, △83 or 0."""
    return f"+{value:,}" if value > 0 else number(value)


def percent(part: float, whole: float) -> str:
    """A share with one decimal: 42.5%."""
    return f"{part / whole:.1%}"
