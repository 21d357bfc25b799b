"""The station quarter: a plan of blocks in metres, whose areas add up by themselves; pure."""

from dataclasses import dataclass
from typing import Final

WIDE: Final = 600
DEEP: Final = 307
AREA: Final = WIDE * DEEP
"""184,200 square metres."""

HOMES, SHOPS, OFFICE, PARK, PARKING, ROADS = (
    "주거용지",
    "상업·업무용지",
    "공공청사",
    "공원·녹지",
    "주차장",
    "도로·광장",
)
USES: Final = (HOMES, SHOPS, OFFICE, PARK, PARKING, ROADS)


@dataclass(frozen=True, slots=True)
class Plot:
    """A block: its use, the name on the plan, and its rectangle from the north-west corner."""

    use: str
    name: str
    x: int
    y: int
    wide: int
    deep: int

    @property
    def area(self) -> int:
        """Square metres."""
        return self.wide * self.deep


PLOTS: Final = (
    Plot(HOMES, "공동주택 1\n412세대", 10, 10, 150, 90),
    Plot(HOMES, "공동주택 2\n436세대", 10, 114, 150, 94),
    Plot(HOMES, "단독주택", 10, 222, 98, 75),
    Plot(PARK, "어린이공원", 120, 222, 40, 75),
    Plot(SHOPS, "상업 1", 180, 10, 108, 62),
    Plot(SHOPS, "상업 2", 180, 84, 108, 60),
    Plot(OFFICE, "복합청사", 180, 158, 108, 64),
    Plot(PARKING, "주차타워", 180, 236, 108, 61),
    Plot(PARK, "역앞 중앙공원", 312, 10, 110, 134),
    Plot(SHOPS, "환승·업무", 312, 158, 110, 64),
    Plot(SHOPS, "상업 3", 312, 236, 110, 61),
    Plot(HOMES, "공동주택 3\n388세대", 446, 10, 144, 110),
    Plot(HOMES, "주상복합\n264세대", 446, 134, 144, 88),
    Plot(PARK, "완충녹지", 446, 268, 144, 29),
    Plot(PARKING, "공영주차장", 446, 236, 144, 26),
)


def areas() -> dict[str, int]:
    """Square metres of every use; what no plot takes is road."""
    found = {use: sum(plot.area for plot in PLOTS if plot.use == use) for use in USES}
    found[ROADS] = AREA - sum(found.values())
    return found
