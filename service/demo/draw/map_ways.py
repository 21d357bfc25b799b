"""Roads, railway, bridges and names on the town map."""

from service.demo.draw.colours import INK, MUTED, NAVY, WHITE, Colour, rgb
from service.demo.draw.sheet import Sheet, Spot

TRUNK = rgb("f7c873")
TRUNK_EDGE = rgb("c98f2c")
STREET_EDGE = rgb("b9b4a6")
_RIVER_NAME = rgb("2d6f9f")
_WOOD_NAME = rgb("4b7a35")

_STREETS: tuple[tuple[Spot, ...], ...] = (
    ((36, 330), (200, 345), (330, 320), (470, 310), (640, 300), (886, 250)),
    ((330, 60), (345, 200), (360, 330), (330, 470), (270, 600), (260, 794)),
    ((640, 120), (635, 300), (660, 400), (640, 520), (700, 640), (690, 794)),
    ((120, 560), (260, 570), (420, 590), (560, 640), (690, 650), (886, 620)),
    ((430, 60), (440, 190), (455, 310)),
    ((90, 640), (250, 650), (410, 660)),
    ((180, 480), (190, 600), (180, 720)),
)
_TRUNKS: tuple[tuple[Spot, ...], ...] = (
    ((36, 440), (180, 450), (330, 484), (470, 486), (600, 462), (760, 480), (886, 545)),
    ((560, 36), (555, 150), (545, 300), (548, 440), (560, 560), (600, 700), (590, 794)),
)
_RAIL: tuple[Spot, ...] = ((36, 388), (220, 394), (400, 394), (560, 384), (720, 345), (886, 300))
STATION: Spot = (468.0, 391.0)

_NAMES: tuple[tuple[float, float, str, float, Colour, float], ...] = (
    (128, 176, "솔봉산", 14, _WOOD_NAME, 0),
    (130, 191, "(412m)", 9.5, _WOOD_NAME, 0),
    (776, 708, "매봉재", 13, _WOOD_NAME, 0),
    (792, 196, "두물산", 13, _WOOD_NAME, 0),
    (716, 436, "한 내 천", 14, _RIVER_NAME, 38),
    (398, 160, "새빛동", 17, INK, 0),
    (150, 626, "두물읍", 17, INK, 0),
    (690, 566, "한장일반산업단지", 13, INK, 0),
    (60, 434, "국도 37호선", 10, MUTED, -1),
    (571, 92, "시도 3호선", 10, MUTED, -88),
    (70, 381, "한장선", 10, MUTED, -1),
)


def ways(sheet: Sheet) -> None:
    """Streets under trunk roads under the railway."""
    for width, colour in ((6.4, STREET_EDGE), (5.0, WHITE)):
        for street in _STREETS:
            sheet.shape(street, stroke=colour, width=width, closed=False, smooth=True)
    for width, colour in ((10.5, TRUNK_EDGE), (8.4, TRUNK)):
        for trunk in _TRUNKS:
            sheet.shape(trunk, stroke=colour, width=width, closed=False, smooth=True)
    railway(sheet, _RAIL)


def railway(sheet: Sheet, spots: tuple[Spot, ...]) -> None:
    """A dark line with white dashes on it."""
    sheet.shape(spots, stroke=INK, width=4.2, closed=False, smooth=True)
    sheet.shape(spots, stroke=WHITE, width=2.4, dash=(8, 8), closed=False, smooth=True)


def names(sheet: Sheet) -> None:
    """What things are called, and the station's sign."""
    for x, y, text, size, colour, degrees in _NAMES:
        sheet.text(x, y, text, size, colour=colour, bold=size >= 13, degrees=degrees)
    x, y = STATION
    sheet.box(x - 16, y - 7, 32, 14, fill=NAVY, stroke=WHITE, line=1.2)
    sheet.text(x - 16, y + 4, "한장역", 9.5, colour=WHITE, align="centre", room=32)
