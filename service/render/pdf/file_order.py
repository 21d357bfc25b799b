"""Pages whose lines stand in the file row by row, as most do; pure.

For them nothing need be cut and weighed: one look at each line is enough.
"""

from collections.abc import Sequence
from typing import Final

from service.render.paper import Box

TOUCHING: Final = 0.08
"""Line heights between two pieces of one word; the narrowest space is twice as wide."""

PARTED: Final = 0.6
"""Line heights of white between lines of two blocks that make them two paragraphs."""

BACK: Final = 0.3
"""Line heights a piece may reach back into the one before it in its line."""

TIGHT: Final = 0.25
"""Of a line's height, that lines above each other may share: fonts' boxes are generous."""

WIDE: Final = 10
"""Line heights: a piece that is wider may be a line of prose in a column of its own."""

SIDE_BY_SIDE: Final = 3
"""Rows with two wide pieces: that many may be columns of prose."""

GLUE: Final = ""
SPACE: Final = " "
LINE: Final = "\n"
BLOCK: Final = "\n\n"


def file_order(places: Sequence[Box], blocks: Sequence[int]) -> tuple[list[int], list[str]] | None:
    """The order of the lines and what parts each from the one before; None if it is not so plain.

    Stretches of the file that each go down the page row by row may stand in any order (a
    foot drawn before its page), if they do not stand beside each other.
    """
    joints: list[str] = []
    stretches: list[tuple[float, float, int]] = []
    side_by_side = 0
    # The row so far: its top, bottom and right, whether it has a wide piece; the stretch's reach.
    top = bottom = right = 0
    wide = False
    begin = reach = float("-inf")
    block = -1
    for index, (left, high, end, low) in enumerate(places):
        height = low - high
        core = high + height * TIGHT
        if high + low < 2 * bottom and high + low > 2 * top and left > right - height * BACK:
            joints.append(GLUE if left - right < height * TOUCHING else SPACE)
            if end - left > WIDE * height:
                side_by_side += wide
                wide = True
            right = end
            reach = max(reach, low - height * TIGHT)
            block = blocks[index]
            continue
        if core >= reach and index:
            same = blocks[index] == block or high - bottom < height * PARTED
            joints.append(LINE if same else BLOCK)
        else:
            if index:
                stretches.append((begin, reach, index))
            joints.append(BLOCK)
            begin = core
        reach = low - height * TIGHT
        top, bottom, right, wide = high, low, end, end - left > WIDE * height
        block = blocks[index]
    if side_by_side >= SIDE_BY_SIDE:
        return None
    if not stretches:
        return list(range(len(places))), joints
    return _put_in_order([*stretches, (begin, reach, len(places))], joints)


def _put_in_order(
    stretches: Sequence[tuple[float, float, int]], joints: list[str]
) -> tuple[list[int], list[str]] | None:
    firsts = [0, *(end for _, _, end in stretches)]
    order: list[int] = []
    reached = float("-inf")
    for top, bottom, first, end in sorted(
        (top, bottom, first, end)
        for first, (top, bottom, end) in zip(firsts, stretches, strict=False)
    ):
        if top < reached:
            return None
        reached = bottom
        order += range(first, end)
    return order, joints
