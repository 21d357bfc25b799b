"""The ground of the town map: hills with contours, land use, the river, houses."""

import math
import random

from service.demo.draw.colours import Colour, rgb
from service.demo.draw.map_frame import BOTTOM, LEFT, RIGHT, TOP
from service.demo.draw.sheet import Sheet, Spot

FIELD = rgb("f4f3e4")
WOOD = rgb("dcebcf")
CONTOUR = rgb("b4cda0")
HOMES = rgb("fdf3c4")
SHOPS = rgb("f9d3d0")
WORKS = rgb("dcd6ee")
WATER = rgb("b9dcf2")
BANK = rgb("8fc1e3")
HOUSE = rgb("d9c998")

_SEED = 47
_HILLS = ((170.0, 170.0, 190.0, 7), (800.0, 700.0, 150.0, 5), (820.0, 190.0, 120.0, 4))
_AREAS: tuple[tuple[Colour, tuple[Spot, ...]], ...] = (
    (HOMES, ((300, 110), (520, 90), (640, 150), (630, 330), (420, 360), (290, 300))),
    (HOMES, ((90, 500), (300, 470), (430, 520), (420, 700), (250, 740), (80, 690))),
    (SHOPS, ((400, 330), (640, 310), (660, 420), (430, 440))),
    (WORKS, ((600, 520), (780, 480), (800, 600), (660, 640))),
)
RIVER = ((930, 330), (800, 350), (700, 450), (580, 480), (480, 560), (470, 660), (400, 830))
_BROOK = ((180, 250), (270, 380), (345, 470), (400, 530), (474, 572))


def land(sheet: Sheet) -> None:
    """Everything that lies under roads and names."""
    # Fixed seed: the same town on every run.
    chance = random.Random(_SEED)
    sheet.box(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP, fill=FIELD)
    for x, y, radius, rings in _HILLS:
        _hill(sheet, (x, y), radius, rings, chance)
    for colour, spots in _AREAS:
        sheet.shape(spots, fill=colour, smooth=True)
    for _, spots in _AREAS[:2]:
        _houses(sheet, spots, chance)
    sheet.shape(_BROOK, stroke=BANK, width=6, closed=False, smooth=True)
    sheet.shape(_BROOK, stroke=WATER, width=4.4, closed=False, smooth=True)
    sheet.shape(RIVER, stroke=BANK, width=33, closed=False, smooth=True)
    sheet.shape(RIVER, stroke=WATER, width=30, closed=False, smooth=True)


def _hill(sheet: Sheet, top: Spot, radius: float, rings: int, chance: random.Random) -> None:
    waves = [(chance.uniform(0.04, 0.13), chance.uniform(0, math.tau)) for _ in range(3)]
    for ring in range(rings):
        reach = radius * (1 - ring / rings) ** 0.86
        spots = []
        for step in range(28):
            angle = step * math.tau / 28
            bend = 1 + sum(
                size * math.sin((at + 2) * angle + turn)
                for at, (size, turn) in enumerate(waves)
            )  # fmt: skip
            spots.append(
                (top[0] + reach * bend * math.cos(angle), top[1] + reach * bend * math.sin(angle))
            )
        sheet.shape(
            spots, fill=WOOD if ring == 0 else None, stroke=CONTOUR,
            width=1.1 if ring % 3 == 0 else 0.6, smooth=True,
        )  # fmt: skip


def _houses(sheet: Sheet, area: tuple[Spot, ...], chance: random.Random) -> None:
    """Rows of roofs along streets that lie ten degrees askew, inside the area only."""
    cos, sin = math.cos(math.radians(-10)), math.sin(math.radians(-10))
    middle = (sum(x for x, _ in area) / len(area), sum(y for _, y in area) / len(area))
    for row in range(-14, 15):
        for column in range(-16, 17):
            if row % 4 == 0 or column % 5 == 0 or chance.random() < 0.12:
                continue
            along, across = column * 11.5, row * 10.0
            x = middle[0] + along * cos - across * sin
            y = middle[1] + along * sin + across * cos
            if not _inside((x, y), area):
                continue
            wide, deep = chance.uniform(5.5, 8.5), chance.uniform(4.5, 6.5)
            roof = [
                (x + a * wide * cos - b * deep * sin, y + a * wide * sin + b * deep * cos)
                for a, b in ((0, 0), (1, 0), (1, 1), (0, 1))
            ]
            sheet.shape(roof, fill=HOUSE)


def _inside(spot: Spot, area: tuple[Spot, ...]) -> bool:
    """Whether the spot lies within the polygon (even-odd rule)."""
    x, y = spot
    inside = False
    for (ax, ay), (bx, by) in zip(area, (*area[1:], area[0]), strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside
