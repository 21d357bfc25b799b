"""What tones a drawing is made of: the facts by which its image format is chosen.

Of sixteen rows two are looked at: enough to tell, and cheap.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from typing import Final

from PIL import Image, ImageChops

SAMPLED_ROWS: Final = 16

SOFT_STEPS: Final = range(1, 16)
"""Neighbouring samples that differ by so little are a shade of tone, not an edge."""

EDGE_REACH: Final = 3
"""Pixels around an edge whose soft steps belong to it: letters are smoothed over two."""

QUIET_STEP: Final = 2
"""What neighbours may differ by in an even area or a slow gradient."""

QUIET_RUN: Final = 8
"""Pixels in a row that must be quiet; those of letters rarely are."""

SEEN_SHARE: Final = 1e-4
"""The part of a page from which on somebody sees an even area: 360 pixels of an A4 page."""

_NEXT: Final = (-QUIET_STEP, -1, 1, QUIET_STEP)
_SOFT: Final = [255 * (step in SOFT_STEPS) for step in range(256)]
_EDGE: Final = [255 * (step >= SOFT_STEPS.stop) for step in range(256)]
_QUIET: Final = [255 * (step <= QUIET_STEP) for step in range(256)]


@dataclass(frozen=True, slots=True)
class Tones:
    """What was found in a drawing.

    `soft`: the share of pixels with a small change of tone beside them and no edge near
    by. `even`: the values of even areas and slow gradients, of all channels, ascending.
    """

    soft: float
    even: tuple[int, ...]

    @property
    def sloping(self) -> tuple[int, ...]:
        """Those of the even values that have another one next to them: the gradients."""
        steps = {value + step for value in self.even for step in _NEXT}
        return tuple(value for value in self.even if value in steps)


def tones_of(picture: Image.Image) -> Tones:
    """The tones of a drawing, of one channel ("L") or three ("RGB")."""
    rows, below = _sampled(picture)
    across = _greatest(ImageChops.difference(_cut(rows, 0, 1), _cut(rows, 1, 0)))
    down = _greatest(ImageChops.difference(rows, below))
    return Tones(_soft(across), _even(rows, across, down))


def levels(kept: Iterable[int], count: int) -> list[int]:
    """Black, white, the kept values, and more spread between them until there are `count`."""
    chosen = sorted({0, 255, *kept})
    gaps = [b - a for a, b in pairwise(chosen)]
    parts = [1] * len(gaps)
    for _ in range(count - len(chosen)):
        widest = max(range(len(gaps)), key=lambda i: gaps[i] / parts[i])
        parts[widest] += 1
    spread = zip(chosen, gaps, parts, strict=False)
    return [low + gap * step // steps for low, gap, steps in spread for step in range(steps)] + [
        255
    ]


def nearest(chosen: list[int]) -> list[int]:
    """For each value from 0 to 255 the nearest of the chosen ones."""
    return [min(chosen, key=lambda level: abs(level - value)) for value in range(256)]


def _sampled(picture: Image.Image) -> tuple[Image.Image, Image.Image]:
    """Every sixteenth row, and the rows right below those."""
    count = max(1, (picture.height - 1) // SAMPLED_ROWS)
    reach = min(SAMPLED_ROWS * count, picture.height)
    shift = min(1, picture.height - reach)
    size = picture.width, count
    first, second = (
        picture.resize(size, Image.Resampling.NEAREST, (0, top, picture.width, top + reach))
        for top in (0, shift)
    )
    return first, second


def _soft(across: Image.Image) -> float:
    reach = 2 * EDGE_REACH + 1
    edges = _runs(across.point(_EDGE), reach, ImageChops.lighter)
    soft = _cut(across.point(_SOFT), EDGE_REACH, EDGE_REACH)
    return _share(ImageChops.subtract(soft, edges))


def _even(rows: Image.Image, across: Image.Image, down: Image.Image) -> tuple[int, ...]:
    """Where a gradient is so steep that it passes tones between sampled rows, those as well."""
    steps = ImageChops.lighter(across, _cut(down, 0, 1))
    quiet = _runs(steps.point(_QUIET), QUIET_RUN, ImageChops.darker)
    left = QUIET_RUN // 2
    moving = ImageChops.darker(quiet, _cut(steps.point(_SOFT), left, QUIET_RUN - 1 - left))
    middle = _cut(rows, left, QUIET_RUN - left)
    seen = max(1, SEEN_SHARE * quiet.width * quiet.height)
    even = _frequent(middle.histogram(quiet), seen)
    sloped = set(_frequent(middle.histogram(moving), seen))
    passed = {
        value
        for low, high in pairwise(even)
        if high - low <= QUIET_STEP * SAMPLED_ROWS and {low, high} & sloped
        for value in range(low, high)
    }
    return tuple(sorted({*even, *passed}))


def _frequent(counts: list[int], least: float) -> list[int]:
    """The values that any channel has so often."""
    return [value for value in range(256) if max(counts[value::256]) > least]


def _greatest(steps: Image.Image) -> Image.Image:
    """The greatest of the channels, pixel for pixel."""
    return reduce(ImageChops.lighter, steps.split())


def _cut(rows: Image.Image, left: int, right: int) -> Image.Image:
    """Without so many pixels on the left and on the right; at least one stays."""
    if rows.width <= left + right:
        return rows.crop((0, 0, 1, rows.height))
    return rows.crop((left, 0, rows.width - right, rows.height))


def _runs(marks: Image.Image, length: int, join: Callable[..., Image.Image]) -> Image.Image:
    """For every run of `length` pixels what `join` makes of them; narrower by length - 1."""
    reach = 1
    while reach < length:
        step = min(reach, length - reach)
        marks = join(_cut(marks, 0, step), _cut(marks, step, 0))
        reach += step
    return marks


def _share(marks: Image.Image) -> float:
    return marks.tobytes().count(255) / (marks.width * marks.height)
