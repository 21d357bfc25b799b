"""The district plan on landscape A3: where the station quarter lies, and what may be built."""

from datetime import date

from service.demo.calendar import full
from service.demo.draw import map_land, map_ways
from service.demo.draw.book import Book
from service.demo.draw.colours import INK, RED, WHITE
from service.demo.draw.map_district import district_plan
from service.demo.draw.map_frame import PANEL, Scale, Swatch, frame, heading, legend, window
from service.demo.draw.sheet import A3_LANDSCAPE, Sheet, Spot
from service.demo.papers.district import AREA, DEEP, WIDE

_SCALE = Scale(ratio=12_500, bar=1_000)
_QUARTER: Spot = (400.0, 408.0)
"""Where the north-west corner of the quarter lies on the map: just south of the station."""


def town_map(monday: date) -> Book:
    """Two sheets: the town, then the quarter."""
    book = Book("한장역 역세권 위치도", "한장시 도시계획과")
    book.add(_position(full(monday)), numbered=False)
    book.mark(1, "위치도")
    book.add(district_plan(full(monday)), numbered=False)
    book.mark(1, "토지이용계획도(안)")
    return book


def _position(day: str) -> Sheet:
    sheet = Sheet(A3_LANDSCAPE)
    sheet.clipped(window())
    map_land.land(sheet)
    map_ways.ways(sheet)
    _quarter(sheet)
    map_ways.names(sheet)
    sheet.unclipped()
    frame(sheet, "위치도", "한장역 역세권 도시개발구역", _SCALE, day)
    end = legend(sheet, 166, _signs())
    heading(sheet, end + 26, "구역 개요")
    facts = (
        ("위치", "한장시 새빛동 산 12 일원"),
        ("면적", f"{AREA:,}㎡"),
        ("수용", "1,500세대, 3,450명"),
        ("방식", "수용·사용(공영개발)"),
        ("기간", "구역지정 후 6년"),
    )
    for at, (name, value) in enumerate(facts):
        y = end + 54 + at * 24
        sheet.text(PANEL + 4, y, name, 12)
        sheet.text(PANEL + 52, y, value, 12)
    return sheet


def _quarter(sheet: Sheet) -> None:
    """The quarter at its true size: hatched, ringed in red, with its name on a flag."""
    x, y = _QUARTER
    wide, deep = WIDE * _SCALE.points, DEEP * _SCALE.points
    corners = [(x, y), (x + wide, y), (x + wide, y + deep), (x, y + deep)]
    sheet.clipped(corners)
    step = 7.0
    for at in range(int((wide + deep) / step) + 1):
        sheet.line((x + at * step, y), (x + at * step - deep, y + deep), width=0.9, colour=RED)
    sheet.unclipped()
    sheet.shape(corners, stroke=RED, width=2.6, dash=(9, 4))
    flag = (x + wide + 72, y + 112)
    sheet.line((x + wide - 14, y + deep - 8), flag, width=1.2, colour=RED)
    sheet.box(flag[0], flag[1] - 13, 176, 40, fill=WHITE, stroke=RED, line=1.2)
    sheet.text(flag[0] + 10, flag[1] + 4, "역세권 도시개발구역", 13, colour=RED, bold=True)
    sheet.text(flag[0] + 10, flag[1] + 20, f"A = {AREA:,}㎡", 11, colour=INK)


def _signs() -> list[tuple[str, Swatch]]:
    def area(colour: tuple[float, float, float]) -> Swatch:
        return lambda sheet, x, y: sheet.box(x, y, 34, 14, fill=colour, stroke=INK, line=0.4)

    def trunk(sheet: Sheet, x: float, y: float) -> None:
        line = [(x, y + 7), (x + 34, y + 7)]
        sheet.shape(line, stroke=map_ways.TRUNK_EDGE, width=8, closed=False)
        sheet.shape(line, stroke=map_ways.TRUNK, width=6, closed=False)

    def quarter(sheet: Sheet, x: float, y: float) -> None:
        sheet.box(x, y, 34, 14, stroke=RED, line=2)

    def rail(sheet: Sheet, x: float, y: float) -> None:
        map_ways.railway(sheet, ((x, y + 7), (x + 34, y + 7)))

    return [
        ("도시개발구역", quarter),
        ("주거지역", area(map_land.HOMES)),
        ("상업지역", area(map_land.SHOPS)),
        ("공업지역", area(map_land.WORKS)),
        ("녹지지역", area(map_land.WOOD)),
        ("하천", area(map_land.WATER)),
        ("간선도로", trunk),
        ("철도", rail),
    ]
