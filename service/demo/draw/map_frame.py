"""What stands around a map: the border, the panel with title and legend, the arrow, the scale."""

from collections.abc import Callable
from dataclasses import dataclass

from service.demo.draw.colours import INK, MUTED, NAVY, RULE, TINT, WHITE
from service.demo.draw.sheet import Sheet, Spot

LEFT, TOP, RIGHT, BOTTOM = 36.0, 36.0, 886.0, 806.0
"""The map's own window on the A3 sheet."""

PANEL = RIGHT + 16
PANEL_WIDTH = 253.0

Swatch = Callable[[Sheet, float, float], None]
"""Draws a legend's sign into 34 x 14 points from this corner."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How many points a metre takes, and the length of the scale bar in metres."""

    ratio: int
    bar: int

    @property
    def points(self) -> float:
        """Points a metre: 72 to the inch, 0.0254 m to the inch."""
        return 72 / 0.0254 / self.ratio


def window() -> list[Spot]:
    """The corners of the map."""
    return [(LEFT, TOP), (RIGHT, TOP), (RIGHT, BOTTOM), (LEFT, BOTTOM)]


def frame(sheet: Sheet, title: str, under: str, scale: Scale, day: str) -> None:
    """The border and the panel's fixed parts."""
    sheet.box(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP, stroke=INK, line=1.4)
    sheet.box(24, 24, 1191 - 48, 842 - 48, stroke=INK, line=0.7)
    sheet.box(PANEL, TOP, PANEL_WIDTH, 92, fill=NAVY)
    sheet.text(PANEL + 16, TOP + 28, "한장 도시관리계획", 12, colour=TINT)
    sheet.text(PANEL + 16, TOP + 56, title, 22, colour=WHITE, bold=True)
    sheet.text(PANEL + 16, TOP + 78, under, 11.5, colour=TINT)
    _north(sheet, (RIGHT - 44, TOP + 52))
    _bar(sheet, scale)
    facts = (("축척", f"1:{scale.ratio:,} (A3)"), ("작성", f"한장시 도시계획과, {day}"))
    for at, (name, value) in enumerate(facts):
        y = BOTTOM - 32 + at * 22
        sheet.line((PANEL, y - 15), (PANEL + PANEL_WIDTH, y - 15), colour=RULE)
        sheet.text(PANEL + 4, y, name, 11, colour=MUTED)
        sheet.text(PANEL + 50, y, value, 11)


def legend(sheet: Sheet, top: float, rows: list[tuple[str, Swatch]]) -> float:
    """Signs and what they mean; gives where it ends."""
    heading(sheet, top, "범례")
    for at, (name, swatch) in enumerate(rows):
        y = top + 20 + at * 24
        swatch(sheet, PANEL + 4, y)
        sheet.text(PANEL + 52, y + 11.5, name, 12)
    return top + 20 + len(rows) * 24


def heading(sheet: Sheet, top: float, text: str) -> None:
    """A heading of the panel, on its rule."""
    sheet.text(PANEL, top, text, 13.5, colour=NAVY, bold=True)
    sheet.box(PANEL, top + 7, PANEL_WIDTH, 1.4, fill=NAVY)


def _north(sheet: Sheet, centre: Spot) -> None:
    x, y = centre
    sheet.disc(centre, 25, fill=WHITE, stroke=RULE)
    sheet.shape([(x, y - 19), (x + 8, y + 14), (x, y + 8)], fill=INK)
    sheet.shape([(x, y - 19), (x - 8, y + 14), (x, y + 8)], fill=WHITE, stroke=INK)
    sheet.text(x - 10, y - 29, "N", 13, bold=True, align="centre", room=20)


def _bar(sheet: Sheet, scale: Scale) -> None:
    quarter = scale.bar * scale.points / 4
    x, y = LEFT + 24, BOTTOM - 26
    sheet.box(x - 12, y - 20, quarter * 4 + 46, 36, fill=WHITE, stroke=RULE)
    for at in range(4):
        sheet.box(x + at * quarter, y, quarter, 6, fill=WHITE if at % 2 else INK, stroke=INK)
    for at in (0, 2, 4):
        far = f"{scale.bar * at // 4}" + ("m" if at == 4 else "")
        sheet.text(x + at * quarter - 20, y - 5, far, 9.5, align="centre", room=40)
