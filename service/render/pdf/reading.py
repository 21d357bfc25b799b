"""The words of pages with their boxes, in reading order, and the links on them."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Any, Final

from msgspec import msgpack, structs

from service.render.fence.messages import Read, Trouble, Written
from service.render.paper import MAX_WORDS, Box, PageText
from service.render.pdf.file_order import GLUE, file_order
from service.render.pdf.handing_over import hand_over
from service.render.pdf.library import mupdf, pymupdf
from service.render.pdf.links import links_of
from service.render.pdf.opening import page_of
from service.render.pdf.reading_order import reading_order
from service.render.pdf.troubled import PDF_ERRORS, Troubled, mind_warnings
from service.render.pdf.words import ACROSS, Lines, lettered, lines_of, without_doubles

MAX_LETTERS: Final = 1_000_000
LOWEST: Final = 1_000_000
"""Page units: the highest ordinate there is, a hundred widths down the page."""

COVERED: Final = 0.5
"""Of a page under pictures that makes it a scan: margins and a letterhead may be cut away."""

_WORD: Final = re.compile(r"\S+")

SPARE: Final = 96
"""Bytes a page takes in an answer even if nothing of it fits."""


def read(job: Read, document: Any, memory: int) -> Written:
    """Write the pages' texts, one for each; where the room ends, the rest is cut."""
    bodies: list[bytes] = []
    left = job.room - 5
    for place, page in enumerate(job.pages):
        room = left - SPARE * (len(job.pages) - place - 1)
        body = _fitting(_page_text(document, page), room)
        bodies.append(body)
        left -= len(body)
    return hand_over(_array_of(bodies), memory, job.room)


def _array_of(bodies: list[bytes]) -> bytes:
    """The MessagePack of a sequence whose members are packed already ("array 32")."""
    return b"\xdd" + len(bodies).to_bytes(4, "big") + b"".join(bodies)


def _fitting(text: PageText, room: int) -> bytes:
    """The text packed, with as many words and links as there is room for."""
    body = msgpack.encode(text)
    share = 1.0
    while len(body) > room:
        share = 0.0 if share < 0.01 else share * min(0.9, room / len(body))
        body = msgpack.encode(_first_part(text, share))
        if share == 0.0:
            break
    return body


def _first_part(text: PageText, share: float) -> PageText:
    words, links = int(len(text.boxes) * share), int(len(text.links) * share)
    return structs.replace(
        text,
        text=first_words(text.text, words),
        boxes=text.boxes[:words],
        links=text.links[:links],
        cut=True,
    )


def first_words(text: str, count: int) -> str:
    """The text up to the end of its word of that number."""
    ends = [word.end() for word in islice(_WORD.finditer(text), count)]
    return text[: ends[-1]] if ends else ""


def _page_text(document: Any, page: int) -> PageText:
    pymupdf.TOOLS.reset_mupdf_warnings()
    try:
        return _read_page(document, page)
    except (Troubled, *PDF_ERRORS):
        return PageText(page=page, unreadable=True)


def _read_page(document: Any, number: int) -> PageText:
    page = document.load_page(number - 1)
    rect = page.rect
    if rect.is_empty:
        raise Troubled(Trouble.BROKEN)
    scale = ACROSS / rect.width
    edge = (0, 0, ACROSS, min(LOWEST, round(rect.height * scale)))
    lines = lines_of(lettered(page), edge)
    mind_warnings()
    text, boxes, cut = _bounded(*_in_order(lines))
    try:
        links, more = links_of(document, page, scale, edge)
    except PDF_ERRORS:  # a crooked annotation is no reason to go without the text
        links, more = (), False
    if not boxes:
        # It costs as much as a tenth of reading, and a page with words is one.
        page_of(document, number)
    return PageText(
        page=number,
        text=text,
        boxes=tuple(boxes),
        links=links,
        scanned=not boxes and _is_covered(page, edge),
        cut=cut or more,
    )


def _in_order(lines: Lines) -> tuple[str, list[Box]]:
    """The words as they are read, and their boxes in the same order."""
    plain = file_order(lines.places, lines.blocks) if lines.ways is None else None
    if plain is None:
        lines = without_doubles(lines)
        plain = reading_order(lines.places, lines.blocks, lines.ways)
    order, joints = plain
    starts = lines.starts
    before = [" "] * len(lines.words)
    for line, joint in enumerate(joints):
        before[starts[line]] = joint
    parts: list[str] = []
    boxes: list[Box] = []
    for first, end in _runs(order):
        words = slice(starts[first], starts[end])
        parts += chain.from_iterable(zip(before[words], lines.words[words], strict=True))
        boxes += lines.boxes[words]
    if GLUE in joints:
        boxes = _glued(parts[::2], boxes)
    return "".join(parts[1:]), boxes


def _runs(order: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The order as stretches of lines that follow each other in the file: first and end."""
    first = end = -1
    for line in order:
        if line != end:
            if end >= 0:
                yield first, end
            first = line
        end = line + 1
    if end >= 0:
        yield first, end


def _glued(joints: Sequence[str], boxes: Sequence[Box]) -> list[Box]:
    """The boxes, those of one word put together."""
    put: list[Box] = []
    for joint, box in zip(joints, boxes, strict=True):
        if joint == GLUE and put:
            put[-1] = _around(put[-1], box)
        else:
            put.append(box)
    return put


def _around(one: Box, two: Box) -> Box:
    return min(one[0], two[0]), min(one[1], two[1]), max(one[2], two[2]), max(one[3], two[3])


def _bounded(text: str, boxes: list[Box]) -> tuple[str, list[Box], bool]:
    """As many whole words as a page may have, and whether there were more."""
    if len(boxes) <= MAX_WORDS and len(text) <= MAX_LETTERS:
        return text, boxes, False
    count = sum(1 for word in _WORD.finditer(text) if word.end() <= MAX_LETTERS)
    count = min(MAX_WORDS, count)
    return first_words(text, count), boxes[:count], True


def _is_covered(page: Any, edge: Box) -> bool:
    """Whether pictures cover most of a page; strips of one picture are added up."""
    area = 0.0
    for block in lettered(page, mupdf.FZ_STEXT_PRESERVE_IMAGES):
        if block.m_internal.type == mupdf.FZ_STEXT_BLOCK_IMAGE:
            box = block.m_internal.bbox
            across = min(edge[2], box.x1) - max(edge[0], box.x0)
            down = min(edge[3], box.y1) - max(edge[1], box.y0)
            area += max(0.0, across) * max(0.0, down)
    return area >= COVERED * edge[2] * edge[3]
