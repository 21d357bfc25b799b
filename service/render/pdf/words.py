"""The words MuPDF finds on a page, with their boxes, as pieces of lines; in the file's order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from operator import itemgetter, sub
from typing import Any, Final

from service.render.paper import Box
from service.render.pdf.lettering import cleaned, is_clean
from service.render.pdf.library import mupdf, pymupdf
from service.render.pdf.reading_order import Way
from service.render.pdf.spelled import Found, lacks_blanks, spelled

ACROSS: Final = 10_000
"""Page units: the width of every page as it is shown."""

_FLAGS: Final = mupdf.FZ_STEXT_MEDIABOX_CLIP | mupdf.FZ_STEXT_CLIP
"""Ligatures as their letters, white as spaces, hyphens as they stand; nothing outside the
page's box, nothing that is clipped away."""

_STRAIGHT: Final = 0.97
"""Cosine of the 14 degrees a line may lean and still count as level."""


DOUBLE: Final = 0.2
"""Line heights between a line and its double, at most."""

SINGLES: Final = 2
"""Words from which on it matters that most of them have one letter."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Words and their boxes, and the lines they stand in, cut at every wide gap.

    Line n has the words from `starts[n]` to `starts[n + 1]`; `places` are the boxes of
    whole lines, `blocks` the numbers of MuPDF's blocks; `ways` is None on a page where all
    lines run across.
    """

    words: list[str]
    boxes: list[Box]
    starts: list[int]
    places: list[Box]
    blocks: list[int]
    ways: list[Way] | None = None


def lettered(page: Any, more: int = 0) -> Any:
    """MuPDF's structured text of a page as it is shown, in page units."""
    rect = page.rect
    scale = ACROSS / rect.width
    clip = pymupdf.Rect(0, 0, ACROSS, rect.height * scale)
    made = pymupdf.extra.page_get_textpage(
        page.this, clip, _FLAGS | more, pymupdf.Matrix(scale, scale)
    )
    return mupdf.FzStextPage(made)


def lines_of(text: Any, edge: Box) -> Lines:
    """The lines of a structured text; words are cleaned and lie inside the edge."""
    found: list[Found] = pymupdf.extra.extractWORDS(text, None)
    words = list(map(itemgetter(4), found))
    joined = " ".join(words)
    if lacks_blanks(found, joined):
        found = list(spelled(pymupdf.TextPage(text).extractRAWDICT()["blocks"]))
        words = list(map(itemgetter(4), found))
        joined = " ".join(words)
    if not is_clean(joined):
        found = list(_cleaned(found))
        words = list(map(itemgetter(4), found))
    if not found:
        return Lines([], [], [0], [], [])
    # A list for each side, for this is done to every word of every page.
    lefts, tops, rights, bottoms, *_ = zip(*found, strict=True)
    sides = map(int, lefts), map(int, tops), map(ceil, rights), map(ceil, bottoms)
    boxes: list[Box] = list(zip(*sides, strict=True))
    if (
        min(lefts) < edge[0]
        or min(tops) < edge[1]
        or max(rights) > edge[2]
        or max(bottoms) > edge[3]
    ):
        kept = [at for at, box in enumerate(boxes) if _is_seen(box, edge)]
        found = [found[at] for at in kept]
        words = [words[at] for at in kept]
        boxes = [_inside(boxes[at], edge) for at in kept]
    return _lined(text, found, words, boxes)


def _lined(text: Any, found: Sequence[Found], words: list[str], boxes: list[Box]) -> Lines:
    starts: list[int] = []
    places: list[Box] = []
    names: list[tuple[int, int]] = []
    last = None
    backwards = False
    for at, name in enumerate(map(itemgetter(5, 6), found)):
        if name != last:
            starts.append(at)
            places.append(boxes[at])
            names.append(name)
            last = name
        else:
            one, two = places[-1], boxes[at]
            backwards = backwards or two[0] < one[0]
            places[-1] = (
                one[0] if one[0] < two[0] else two[0],
                one[1] if one[1] < two[1] else two[1],
                one[2] if one[2] > two[2] else two[2],
                one[3] if one[3] > two[3] else two[3],
            )
    starts.append(len(words))
    if not places:
        return Lines([], [], [0], [], [])
    ways = None
    if backwards or _may_be_turned(words, starts, places):
        known = _ways(text)
        ways = [known.get(name, Way.ACROSS) for name in names]
        if set(ways) == {Way.ACROSS}:
            ways = None
    return Lines(words, boxes, starts, places, [name[0] for name in names], ways)


def _is_seen(box: Box, edge: Box) -> bool:
    """Whether the middle of a box lies inside the edge."""
    across, down = (box[0] + box[2]) // 2, (box[1] + box[3]) // 2
    return edge[0] <= across < edge[2] and edge[1] <= down < edge[3]


def _inside(box: Box, edge: Box) -> Box:
    return max(edge[0], box[0]), max(edge[1], box[1]), min(edge[2], box[2]), min(edge[3], box[3])


def _cleaned(found: Iterable[Found]) -> Iterator[Found]:
    """Words without what is no letter; one that turns out to be several is parted evenly."""
    for left, top, right, bottom, word, block, line, number in found:
        parts = cleaned(word).split()
        pace = (right - left) / max(1, sum(map(len, parts)) + len(parts) - 1)
        begin = left
        for part in parts:
            yield begin, top, begin + pace * len(part), bottom, part, block, line, number
            begin += pace * (len(part) + 1)


def _may_be_turned(words: Sequence[str], starts: Sequence[int], places: Sequence[Box]) -> bool:
    """Whether some line may run otherwise than across: boxes alone cannot tell for sure.

    A level line of several letters is wider than high; one that is not, and yet is more
    than a letter of this page in either direction, deserves a second look. MuPDF gives
    the letters of vertical writing one by one: so do many words of one letter.
    """
    lefts, tops, rights, bottoms = zip(*places, strict=True)
    heights = list(map(sub, bottoms, tops))
    widths = list(map(sub, rights, lefts))
    middle = len(places) // 2
    letter = min(sorted(heights)[middle], sorted(widths)[middle])
    if len(words) > SINGLES and sum(map(len, words)) < 2 * len(words):
        return True
    return any(
        height > 1.6 * letter
        and height > 0.8 * width
        and (len(words[first]) > 1 or starts[line + 1] - first > 1)
        for line, (height, width, first) in enumerate(zip(heights, widths, starts, strict=False))
    )


def _ways(text: Any) -> dict[tuple[int, int], Way]:
    """Where each line runs, by the numbers of its block and itself."""
    return {
        (block_number, line_number): _way(line.m_internal.dir)
        for block_number, block in enumerate(text)
        if block.m_internal.type == mupdf.FZ_STEXT_BLOCK_TEXT
        for line_number, line in enumerate(block)
    }


def _way(direction: Any) -> Way:
    if abs(direction.x) >= _STRAIGHT:
        return Way.ACROSS if direction.x > 0 else Way.BACK
    if abs(direction.y) >= _STRAIGHT:
        return Way.DOWN if direction.y > 0 else Way.UP
    return Way.ASKEW


def without_doubles(lines: Lines) -> Lines:
    """Without lines that stand twice in almost the same place: bold or a shadow made so."""
    kept: list[int] = []
    seen: dict[tuple[str, ...], list[Box]] = {}
    for line, place in enumerate(lines.places):
        words = tuple(lines.words[lines.starts[line] : lines.starts[line + 1]])
        near = (place[3] - place[1]) * DOUBLE
        before = seen.setdefault(words, [])
        # The last few are enough: a double follows soon, and a hostile page has 20,000 equal ones.
        if any(_distance(place, other) <= near for other in before[-4:]):
            continue
        before.append(place)
        kept.append(line)
    return lines if len(kept) == len(lines.places) else _only(lines, kept)


def _distance(one: Box, two: Box) -> int:
    return max(abs(here - there) for here, there in zip(one, two, strict=True))


def _only(lines: Lines, kept: Sequence[int]) -> Lines:
    slices = [slice(lines.starts[line], lines.starts[line + 1]) for line in kept]
    starts = [0]
    for part in slices:
        starts.append(starts[-1] + part.stop - part.start)
    return Lines(
        words=[word for part in slices for word in lines.words[part]],
        boxes=[box for part in slices for box in lines.boxes[part]],
        starts=starts,
        places=[lines.places[line] for line in kept],
        blocks=[lines.blocks[line] for line in kept],
        ways=None if lines.ways is None else [lines.ways[line] for line in kept],
    )
