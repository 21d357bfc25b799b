"""One page as a list of PDF drawing operators, in points, measured from the top left."""

import math
from collections.abc import Iterable, Sequence

from service.demo.draw.colours import INK, Colour
from service.demo.draw.font import face
from service.demo.paper import Align

Spot = tuple[float, float]

A4 = (595.0, 842.0)
A4_LANDSCAPE = (842.0, 595.0)
A3_LANDSCAPE = (1191.0, 842.0)

FONT_NAME = "K"
"""What a sheet's operators call the face; the book puts it among the page's resources."""

_MIDDLE = 0.38
"""The height of a sign's middle above the baseline, in parts of the size."""

_BOLD = 0.032
"""The face has one weight: bold is the outline drawn this thick, in parts of the size."""


class Sheet:
    """A page that can be drawn on; nothing is written until a book takes it."""

    def __init__(self, size: tuple[float, float] = A4) -> None:
        self.width, self.height = size
        self.picture: bytes | None = None
        self._operators: list[str] = []

    @property
    def content(self) -> bytes:
        """The page's content stream."""
        return "\n".join(self._operators).encode("ascii")

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        size: float,
        *,
        colour: Colour = INK,
        bold: bool = False,
        align: Align = "left",
        room: float = 0.0,
        degrees: float = 0.0,
    ) -> None:
        """Writes one line; `room` is the width within which it is centred or put to the right."""
        if align != "left":
            spare = room - face().width(text, size)
            x += spare / 2 if align == "centre" else spare
        ink = _numbers(colour)
        weight = f"2 Tr {size * _BOLD:.3f} w {ink} RG" if bold else "0 Tr"
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        place = _numbers((cos, sin, -sin, cos, x, self.height - baseline))
        self._operators.append(f"BT {weight} {ink} rg {place} Tm {_shown(text, size)} ET")

    def line(
        self,
        start: Spot,
        end: Spot,
        *,
        width: float = 0.5,
        colour: Colour = INK,
        dash: Sequence[float] = (),
    ) -> None:
        """A straight stroke."""
        self.shape([start, end], stroke=colour, width=width, dash=dash, closed=False)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        line: float = 0.5,
    ) -> None:
        """A rectangle from its top left corner."""
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        self.shape(corners, fill=fill, stroke=stroke, width=line)

    def shape(
        self,
        spots: Sequence[Spot],
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        width: float = 0.5,
        dash: Sequence[float] = (),
        closed: bool = True,
        smooth: bool = False,
    ) -> None:
        """A polygon or a broken line; `smooth` leads a curve through the same spots."""
        path = _curve(self._turned(spots), closed) if smooth else _straight(self._turned(spots))
        self._paint(path + (" h" if closed else ""), fill, stroke, width, dash)

    def disc(
        self,
        centre: Spot,
        radius: float,
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        width: float = 0.5,
    ) -> None:
        """A circle, smooth through twelve spots (the eye sees no corner)."""
        spots = [
            (
                centre[0] + radius * math.cos(step * math.pi / 6),
                centre[1] + radius * math.sin(step * math.pi / 6),
            )
            for step in range(12)
        ]
        self.shape(spots, fill=fill, stroke=stroke, width=width, smooth=True)

    def clipped(self, spots: Sequence[Spot]) -> None:
        """Until `unclipped`, only what falls inside these spots is seen."""
        self._operators.append(f"q {_straight(self._turned(spots))} h W n")

    def unclipped(self) -> None:
        """Ends the last `clipped`."""
        self._operators.append("Q")

    def _turned(self, spots: Iterable[Spot]) -> list[Spot]:
        return [(x, self.height - y) for x, y in spots]

    def _paint(
        self,
        path: str,
        fill: Colour | None,
        stroke: Colour | None,
        width: float,
        dash: Sequence[float],
    ) -> None:
        ways = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
        parts = ["q 1 j 1 J"]
        if fill is not None:
            parts.append(f"{_numbers(fill)} rg")
        if stroke is not None:
            parts.append(f"{_numbers(stroke)} RG {width:g} w [{_numbers(dash)}] 0 d")
            if dash:
                parts.append("0 J")
        parts += [path, ways[fill is not None, stroke is not None], "Q"]
        self._operators.append(" ".join(parts))


def _numbers(values: Iterable[float]) -> str:
    return " ".join(f"{value:.4g}" if abs(value) < 1 else f"{value:.2f}" for value in values)


def _shown(text: str, size: float) -> str:
    """The text as operators; a sign drawn larger is lowered so that its middle stays."""
    return " ".join(
        f"/{FONT_NAME} {size * larger:g} Tf {size * (1 - larger) * _MIDDLE:.2f} Ts <{codes}> Tj"
        for larger, codes in face().runs(text)
    )


def _straight(spots: Sequence[Spot]) -> str:
    first, *rest = spots
    return " ".join([f"{_numbers(first)} m", *(f"{_numbers(spot)} l" for spot in rest)])


def _curve(spots: Sequence[Spot], closed: bool) -> str:
    """A Catmull-Rom curve through the spots, as Bezier pieces."""
    count = len(spots)
    parts = [f"{_numbers(spots[0])} m"]
    for at in range(count if closed else count - 1):
        before = spots[at - 1] if closed or at else spots[0]
        here, there = spots[at], spots[(at + 1) % count]
        beyond = spots[(at + 2) % count] if closed or at + 2 < count else there
        first = (here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6)
        second = (there[0] - (beyond[0] - here[0]) / 6, there[1] - (beyond[1] - here[1]) / 6)
        parts.append(f"{_numbers((*first, *second, *there))} c")
    return " ".join(parts)
