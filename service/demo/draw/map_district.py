"""The second map sheet: the quarter's plots by use, to scale, with the table of areas."""

from service.demo.draw.colours import INK, MUTED, NAVY, RED, RULE, TINT, WHITE, Colour, rgb
from service.demo.draw.map_frame import (
    BOTTOM,
    LEFT,
    PANEL,
    PANEL_WIDTH,
    RIGHT,
    TOP,
    Scale,
    Swatch,
    frame,
    heading,
    legend,
    window,
)
from service.demo.draw.map_land import FIELD, HOUSE, WATER
from service.demo.draw.map_ways import railway
from service.demo.draw.sheet import A3_LANDSCAPE, Sheet
from service.demo.papers.district import (
    AREA,
    DEEP,
    HOMES,
    OFFICE,
    PARK,
    PARKING,
    PLOTS,
    ROADS,
    SHOPS,
    USES,
    WIDE,
    Plot,
    areas,
)

_SCALE = Scale(ratio=2_200, bar=200)
_COLOURS: dict[str, Colour] = {
    HOMES: rgb("fbe9a0"),
    SHOPS: rgb("f3b3b0"),
    OFFICE: rgb("b9cdf3"),
    PARK: rgb("c3e2b0"),
    PARKING: rgb("d9dce1"),
    ROADS: WHITE,
}
_X = (LEFT + RIGHT) / 2 - WIDE * _SCALE.points / 2
_Y = TOP + 214.0


def district_plan(day: str) -> Sheet:
    """Plots, streets between them, and the sum of every use."""
    sheet = Sheet(A3_LANDSCAPE)
    sheet.clipped(window())
    _around(sheet)
    wide, deep = WIDE * _SCALE.points, DEEP * _SCALE.points
    sheet.box(_X, _Y, wide, deep, fill=WHITE)
    for plot in PLOTS:
        _plot(sheet, plot)
    sheet.shape(
        [(_X, _Y), (_X + wide, _Y), (_X + wide, _Y + deep), (_X, _Y + deep)],
        stroke=RED, width=3, dash=(12, 5),
    )  # fmt: skip
    sheet.unclipped()
    frame(sheet, "토지이용계획도(안)", "한장역 역세권 도시개발구역", _SCALE, day)
    end = legend(sheet, 166, [(use, _swatch(use)) for use in USES])
    _areas(sheet, end + 30)
    return sheet


def _around(sheet: Sheet) -> None:
    sheet.box(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP, fill=FIELD)
    railway(sheet, ((LEFT, 168), (300, 172), (600, 166), (RIGHT, 150)))
    sheet.box(398, 150, 132, 36, fill=NAVY)
    sheet.text(398, 174, "한장역", 17, colour=WHITE, bold=True, align="centre", room=132)
    # The square between station and quarter, and the trunk road along its southern side.
    sheet.box(424, 186, 80, _Y - 186, fill=rgb("ece7da"))
    sheet.text(424, 222, "역 광장", 12, colour=MUTED, align="centre", room=80)
    south = _Y + DEEP * _SCALE.points + 30
    sheet.box(LEFT, south, RIGHT - LEFT, 34, fill=rgb("f7c873"))
    middle = south + 17
    sheet.line((LEFT, middle), (RIGHT, middle), width=1.2, colour=WHITE, dash=(14, 10))
    sheet.text(LEFT + 40, south + 22, "국도 37호선 (폭 30m)", 12, colour=INK)
    sheet.box(LEFT, south + 66, RIGHT - LEFT, BOTTOM - south - 66, fill=WATER)
    sheet.text(LEFT + 560, south + 102, "한 내 천", 16, colour=rgb("2d6f9f"), bold=True)
    for at in range(26):
        if 11 <= at <= 15 or at >= 22:
            continue
        sheet.box(LEFT + 16 + at * 32.6, 84, 21, 30 + at % 3 * 7, fill=HOUSE)


def _plot(sheet: Sheet, plot: Plot) -> None:
    points = _SCALE.points
    x, y = _X + plot.x * points, _Y + plot.y * points
    wide, deep = plot.wide * points, plot.deep * points
    sheet.box(x, y, wide, deep, fill=_COLOURS[plot.use], stroke=MUTED, line=0.8)
    texts = [*plot.name.split("\n"), f"{plot.area:,}㎡"]
    size = 12.5 if wide > 100 else 10
    first = y + deep / 2 - (len(texts) - 1) * 8.5 + 4
    for at, text in enumerate(texts):
        last = at == len(texts) - 1
        sheet.text(
            x, first + at * 17, text, size - 2 if last else size, bold=at == 0,
            colour=MUTED if last else INK, align="centre", room=wide,
        )  # fmt: skip


def _swatch(use: str) -> Swatch:
    return lambda sheet, x, y: sheet.box(x, y, 34, 14, fill=_COLOURS[use], stroke=INK, line=0.4)


def _areas(sheet: Sheet, top: float) -> None:
    heading(sheet, top, "용도별 면적")
    rows = [(use, area) for use, area in areas().items()]
    right = PANEL + PANEL_WIDTH
    for at, (name, area) in enumerate([*rows, ("합계", AREA)]):
        y = top + 12 + at * 25
        whole = name == "합계"
        if whole:
            sheet.box(PANEL, y, PANEL_WIDTH, 25, fill=TINT)
        sheet.text(PANEL + 6, y + 17, name, 12, bold=whole)
        sheet.text(right - 150, y + 17, f"{area:,}㎡", 12, bold=whole, align="right", room=90)
        share = f"{area / AREA:.1%}"
        sheet.text(right - 56, y + 17, share, 12, colour=MUTED, align="right", room=52)
        sheet.line((PANEL, y + 25), (right, y + 25), colour=RULE)
