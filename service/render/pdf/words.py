"""The words MuPDF finds on a page, with their boxes, as pieces of lines; in the file's order."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from statistics import median
from typing import Any, Final, NamedTuple

from service.render.paper import Box
from service.render.pdf.lettering import cleaned, is_clean
from service.render.pdf.library import mupdf, pymupdf
from service.render.pdf.reading_order import Piece, Way

ACROSS: Final = 10_000
"""Page units: the width of every page as it is shown."""

_FLAGS: Final = mupdf.FZ_STEXT_MEDIABOX_CLIP | mupdf.FZ_STEXT_CLIP
"""Ligatures as their letters, white as spaces, hyphens as they stand; nothing outside the
page's box."""

_STRAIGHT: Final = 0.97
"""Cosine of the 14 degrees a line may lean and still count as level."""


_Found = tuple[float, float, float, float, str, int, int, int]
"""MuPDF's word: left, top, right, bottom, text, and the numbers of block, line and word."""


class Line(NamedTuple):
    """A piece of a line: its words and their boxes in page units."""

    piece: Piece
    words: list[str]
    boxes: list[Box]


def lettered(page: Any, more: int = 0) -> Any:
    """MuPDF's structured text of a page as it is shown, in page units."""
    rect = page.rect
    scale = ACROSS / rect.width
    clip = pymupdf.Rect(0, 0, ACROSS, rect.height * scale)
    made = pymupdf.extra.page_get_textpage(
        page.this, clip, _FLAGS | more, pymupdf.Matrix(scale, scale)
    )
    return mupdf.FzStextPage(made)


def lines_of(text: Any, edge: Box) -> list[Line]:
    """The lines of a structured text; words are cleaned and lie inside the edge."""
    found = pymupdf.extra.extractWORDS(text, None)
    clean = is_clean(" ".join(map(itemgetter(4), found)))
    lines = {
        name: line
        for name, words in groupby(found, key=itemgetter(5, 6))
        if (line := _line(name[0], words if clean else _cleaned(words), edge)) is not None
    }
    if lines and _seems_turned(lines.values()):
        ways = _ways(text)
        lines = {name: _running(line, ways.get(name, Way.ACROSS)) for name, line in lines.items()}
    return list(lines.values())


def _line(block: int, found: Iterable[_Found], edge: Box) -> Line | None:
    lowest_left, lowest_top, highest_right, highest_bottom = edge
    words, boxes = [], []
    for left, top, right, bottom, word, *_ in found:
        box = (
            max(lowest_left, int(left)),
            max(lowest_top, int(top)),
            min(highest_right, int(right) + 1),
            min(highest_bottom, int(bottom) + 1),
        )
        if box[0] < box[2] and box[1] < box[3]:
            words.append(word)
            boxes.append(box)
    if not boxes:
        return None
    if len(boxes) == 1:
        return Line(Piece(boxes[0], block), words, boxes)
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Line(Piece((min(lefts), min(tops), max(rights), max(bottoms)), block), words, boxes)


def _cleaned(found: Iterable[_Found]) -> Iterator[_Found]:
    """Words without what is no letter; one that turns out to be several is parted evenly."""
    for left, top, right, bottom, word, *rest in found:
        parts = cleaned(word).split(" ")
        pace = (right - left) / max(1, sum(map(len, parts)) + len(parts) - 1)
        for part in parts:
            if part:
                yield left, top, left + pace * len(part), bottom, part, *rest
            left += pace * (len(part) + 1)


def _seems_turned(lines: Iterable[Line]) -> bool:
    """Whether some line may run otherwise than across: boxes alone cannot tell for sure.

    A level line of several letters is wider than high; one that is not, and yet is more
    than a letter of this page in either direction, deserves a second look.
    """
    places = [line.piece.place for line in lines]
    thick = median(min(it[2] - it[0], it[3] - it[1]) for it in places)
    for line, (left, top, right, bottom) in zip(lines, places, strict=True):
        if bottom - top > max(1.6 * thick, 0.8 * (right - left)) and (
            len(line.words) > 1 or len(line.words[0]) > 1
        ):
            return True
        if len(line.boxes) > 1 and line.boxes[0][0] > line.boxes[-1][0]:
            return True
    return False


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


def _running(line: Line, way: Way) -> Line:
    return line._replace(piece=line.piece._replace(way=way))
