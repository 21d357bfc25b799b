"""In which order the pieces of text on a page are read; pure.

A cut in the manner of Nagy and Seth's recursive X-Y cut (1984): a page falls into bands
from top to bottom; where consecutive bands leave the same gutter free, they are either
columns, read one after the other, or the rows of a table. The order in which the pieces
stand in the file decides between the two, because the author's program knew; where that
order is neither, lines that fill their column are prose.
"""

from collections.abc import Iterable, Sequence
from enum import Enum
from itertools import accumulate, pairwise
from statistics import median
from typing import Final

from service.render.paper import Box
from service.render.pdf.file_order import (
    BACK,
    BLOCK,
    GLUE,
    LINE,
    PARTED,
    SPACE,
    TOUCHING,
)

Place = tuple[float, float, float, float]
"""Left, top, right, bottom."""

CORE: Final = 0.25
"""Of a line's height, above and below, left out: boxes of tight lines reach into each other."""

GUTTER: Final = 0.5
"""Line heights of white that part columns; words of one line stand closer."""

MARGIN: Final = 1.2
"""Line heights of white that part a page's head or foot from its body."""

DEEPEST: Final = 12
"""Cuts inside cuts; below, lines are read from top to bottom."""

AHEAD: Final = 6
"""Lines a cell may be higher than its neighbours, above."""

MOST: Final = 3_000
"""Pieces that are weighed at all; a page with more is read from top to bottom."""

PROSE_LINES: Final = 3
PROSE_FILL: Final = 0.6
PROSE_WIDTH: Final = 10.0
"""A column of prose has that many lines, which mostly fill that part of its width, and is
that many line heights wide: the cells of a table are shorter."""

FORGIVEN: Final = 8
"""From that many pieces on, one of them may stand in the file where it does not belong."""


class Way(Enum):
    """Where a line of text runs on the page as shown."""

    ACROSS = "across"
    DOWN = "down"
    UP = "up"
    BACK = "back"
    ASKEW = "askew"


def reading_order(
    places: Sequence[Box], blocks: Sequence[int], ways: Sequence[Way] | None = None
) -> tuple[list[int], list[str]]:
    """The order in which lines are read, and what parts each line from the one read before.

    The lines come in the order of the file; a line of a table's row has a place of its own
    in every cell. `blocks` number what MuPDF took for one paragraph. The second list goes
    by line, not by turn: a line feed, two before a new block, a space where a line goes on
    in the same row, nothing where a word does. The way most lines run is the page's; those
    that run otherwise (a margin's label, a stamp) keep together; those askew (a watermark)
    come last.
    """
    if ways is None:
        order = _Cutting(places, [CORE] * len(places)).order()
    else:
        order = _turned_order(places, blocks, ways)
    joints = [BLOCK] * len(places)
    for before, after in pairwise(order):
        one, two = places[before], places[after]
        same_block = blocks[before] == blocks[after]
        if ways is None or (ways[before] is ways[after] is Way.ACROSS):
            joints[after] = _joint(one, two, same_block)
        elif ways[before] is ways[after] is not Way.ASKEW:
            way = ways[after]
            joints[after] = _joint(_turned(one, way), _turned(two, way), same_block)
    return order, joints


def _joint(one: Place, two: Place, same_block: bool) -> str:
    """What stands between two lines read one after the other, both level."""
    lower = min(one[3] - one[1], two[3] - two[1])
    if min(one[3], two[3]) - max(one[1], two[1]) > lower / 2 and two[0] > one[2] - lower * BACK:
        return GLUE if two[0] - one[2] < lower * TOUCHING else SPACE
    near = -lower / 2 < two[1] - one[3] < lower * PARTED
    return LINE if near or (same_block and two[1] > one[1]) else BLOCK


def _turned_order(places: Sequence[Box], blocks: Sequence[int], ways: Sequence[Way]) -> list[int]:
    straight = [index for index, way in enumerate(ways) if way is not Way.ASKEW]
    askew = [index for index, way in enumerate(ways) if way is Way.ASKEW]
    if not straight:
        return askew
    inked = dict.fromkeys(Way, 0)
    for index in straight:
        left, top, right, bottom = places[index]
        inked[ways[index]] += max(right - left, bottom - top)
    main = max(inked, key=inked.__getitem__)
    clumps: list[list[int]] = []
    for index in straight:
        last = clumps[-1][-1] if clumps else None
        if (
            last is not None
            and ways[index] is not main
            and (ways[index], blocks[index]) == (ways[last], blocks[last])
        ):
            clumps[-1].append(index)
        else:
            clumps.append([index])
    turned = [_around([_turned(places[index], main) for index in clump]) for clump in clumps]
    cores = [CORE if ways[clump[0]] is main else 0.0 for clump in clumps]
    order = _Cutting(turned, cores).order()
    return [index for at in order for index in clumps[at]] + askew


def _turned(place: Place, way: Way) -> Place:
    """The place on the page turned so that text of that way runs from left to right."""
    left, top, right, bottom = place
    match way:
        case Way.DOWN:
            return top, -right, bottom, -left
        case Way.UP:
            return -bottom, left, -top, right
        case Way.BACK:
            return -right, -bottom, -left, -top
        case _:
            return place


def _around(places: Sequence[Place]) -> Place:
    lefts, tops, rights, bottoms = zip(*places, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


Band = list[int]
"""Pieces between two lines of white across the region."""


class _Cutting:
    """One page being cut; a piece's index is its turn in the file."""

    def __init__(self, places: Sequence[Place], cores: Sequence[float]) -> None:
        self._left = [place[0] for place in places]
        self._right = [place[2] for place in places]
        self._top = [it[1] + (it[3] - it[1]) * cut for it, cut in zip(places, cores, strict=True)]
        self._bottom = [
            it[3] - (it[3] - it[1]) * cut for it, cut in zip(places, cores, strict=True)
        ]
        self._height = median(it[3] - it[1] for it in places) if places else 0.0

    def order(self) -> list[int]:
        bands = self._bands(range(len(self._left)))
        if len(self._left) > MOST:
            return [index for band in bands for index in self._row(band)]
        first, last = self._head_and_foot(bands)
        body = [index for band in bands[first:last] for index in band]
        head = [self._row(band) for band in bands[:first]]
        foot = [self._row(band) for band in bands[last:]]
        return [*_chained(head), *self._region(sorted(body), 0), *_chained(foot)]

    def _head_and_foot(self, bands: Sequence[Band]) -> tuple[int, int]:
        """Where the body's bands begin and end; a head or foot is one band far from the rest."""
        if len(bands) < 4:
            return 0, len(bands)
        whites = [
            min(map(self._top.__getitem__, below)) - max(map(self._bottom.__getitem__, above))
            for above, below in pairwise(bands)
        ]
        far = max(self._height * MARGIN, 1.5 * median(whites))
        return int(whites[0] > far), len(bands) - int(whites[-1] > far)

    def _bands(self, region: Sequence[int]) -> list[Band]:
        bands: list[Band] = []
        reached = float("-inf")
        for index in sorted(region, key=self._top.__getitem__):
            if self._top[index] >= reached:
                bands.append([])
            bands[-1].append(index)
            reached = max(reached, self._bottom[index])
        return bands

    def _columns(self, region: Sequence[int]) -> list[list[int]]:
        columns: list[list[int]] = []
        reached = float("-inf")
        white = self._height * GUTTER
        for index in sorted(region, key=self._left.__getitem__):
            if self._left[index] - white > reached:
                columns.append([])
            columns[-1].append(index)
            reached = max(reached, self._right[index])
        return [sorted(column) for column in columns]

    def _region(self, region: Sequence[int], depth: int) -> list[int]:
        bands = self._bands(region)
        if len(bands) < 2 or depth > DEEPEST:
            return [index for band in bands for index in self._band(band, depth)]
        done: list[int] = []
        at = 0
        while at < len(bands):
            run = self._run(bands[at:])
            if run == 1:
                done += self._band(bands[at], depth)
            else:
                done += self._stacked(bands[at : at + run], depth)
            at += run
        return done

    def _band(self, band: Band, depth: int) -> list[int]:
        """A band: side by side first, and what cannot be parted so, line by line."""
        if len(band) == 1:
            return band
        columns = self._columns(band)
        if len(columns) == 1 or depth > DEEPEST:
            return self._row(band)
        done: list[int] = []
        for column in columns:
            done += column if len(column) == 1 else self._region(column, depth + 1)
        return done

    def _row(self, band: Band) -> list[int]:
        """Pieces that overlap: by the lines their middles make, from left to right."""
        middle = {index: (self._top[index] + self._bottom[index]) / 2 for index in band}
        lines: list[list[int]] = []
        for index in sorted(band, key=middle.__getitem__):
            if not lines or middle[index] > self._bottom[lines[-1][0]]:
                lines.append([])
            lines[-1].append(index)
        return [index for line in lines for index in sorted(line, key=self._left.__getitem__)]

    def _run(self, bands: Sequence[Band]) -> int:
        """How many bands from the first on leave a common gutter free.

        The first few may all stand on one side of it: the lines of a cell that is higher
        than its neighbours.
        """
        white = self._height * GUTTER
        taken: list[tuple[float, float]] = []
        is_open = False
        for count, band in enumerate(bands):
            if not is_open and len(band) == 1:
                left, right = self._left[band[0]], self._right[band[0]]
                if not taken:
                    taken = [(left, right)]
                elif left - white <= taken[0][1] and right + white >= taken[0][0]:
                    taken = [(min(left, taken[0][0]), max(right, taken[0][1]))]
                else:
                    taken.append((left, right))
            else:
                spans = [(self._left[index], self._right[index]) for index in band]
                taken = _merged([*taken, *spans], white)
            if len(taken) > 1:
                is_open = True
            elif is_open:
                return count
            elif count == AHEAD:
                return 1
        return len(bands) if is_open else 1

    def _stacked(self, bands: Sequence[Band], depth: int) -> list[int]:
        """Bands with a common gutter: columns, or rows."""
        columns = self._columns(_chained(bands))
        side = {index: at for at, column in enumerate(columns) for index in column}
        first, end = _beside(bands, side)
        if (first, end) != (0, len(bands)):
            columns = self._columns(_chained(bands[first:end]))
        within = bands[first:end]
        done = [index for band in bands[:first] for index in self._band(band, depth + 1)]
        if len(columns) > 1 and self._by_columns(within, columns, side):
            for column in columns:
                done += self._region(column, depth + 1)
        else:
            done += self._rows(within, depth)
        return done + [index for band in bands[end:] for index in self._band(band, depth + 1)]

    def _by_columns(
        self, bands: Sequence[Band], columns: Sequence[list[int]], side: dict[int, int]
    ) -> bool:
        grid = all(len(band) == len(columns) for band in bands)
        if grid and len(columns) > 2 and len(bands) > 2:
            return False
        filed = [side[index] for index in sorted(index for band in bands for index in band)]
        turns = sum(one != two for one, two in pairwise(filed))
        if turns <= len(columns) - 1 + (len(filed) >= FORGIVEN and turns < len(bands)):
            return True
        return sum(self._is_prose(column) for column in columns) > 1

    def _is_prose(self, column: Sequence[int]) -> bool:
        left = min(map(self._left.__getitem__, column))
        width = max(map(self._right.__getitem__, column)) - left
        if len(column) < PROSE_LINES or width < PROSE_WIDTH * self._height:
            return False
        lines = [self._right[index] - self._left[index] for index in column]
        return median(lines) > PROSE_FILL * width

    def _rows(self, bands: Sequence[Band], depth: int) -> list[int]:
        """Rows of a table: parted where the file, too, has all above before all below."""
        groups: list[list[Band]] = [[]]
        before, after = _filed_before(bands), _filed_after(bands)
        for at, band in enumerate(bands):
            groups[-1].append(band)
            if before[at + 1] < after[at + 1] and at + 1 < len(bands):
                groups.append([])
        if len(groups) == 1:
            return [index for band in bands for index in self._band(band, depth + 1)]
        done: list[int] = []
        for group in groups:
            if len(group) == 1:
                done += self._band(group[0], depth + 1)
            else:
                done += self._region(_chained(group), depth + 1)
        return done


def _beside(bands: Sequence[Band], side: dict[int, int]) -> tuple[int, int]:
    """From which band to which there really are columns.

    Before them stand bands of a later column that the file has before all others (a date
    on the right), after them bands of an earlier column that it has after all others.
    """
    before, after = _filed_before(bands), _filed_after(bands)
    first, end, last = 0, len(bands), max(side.values())
    while first < end - 1 and all(side[index] > 0 for index in bands[first]):
        if max(bands[first]) > after[first + 1]:
            break
        first += 1
    while end > first + 1 and all(side[index] < last for index in bands[end - 1]):
        if min(bands[end - 1]) < before[end - 1]:
            break
        end -= 1
    return first, end


def _filed_before(bands: Sequence[Band]) -> list[int]:
    """For each band, the latest piece of those above it; one more for them all."""
    return list(accumulate(map(max, bands), max, initial=-1))


def _filed_after(bands: Sequence[Band]) -> list[float]:
    """For each band, the earliest piece of it and those below; one more, for none."""
    earliest: Iterable[float] = map(min, reversed(bands))
    return list(accumulate(earliest, min, initial=float("inf")))[::-1]


def _merged(spans: Sequence[tuple[float, float]], white: float) -> list[tuple[float, float]]:
    """Spans joined where less than that white is between them."""
    joined: list[tuple[float, float]] = []
    for left, right in sorted(spans):
        if joined and left - white <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        else:
            joined.append((left, right))
    return joined


def _chained(lists: Sequence[Sequence[int]]) -> list[int]:
    return [index for part in lists for index in part]
