"""The words of pages with their boxes, in reading order, and the links on them."""

from typing import Any, Final

from msgspec import msgpack, structs

from service.render.messages import Read, Written
from service.render.paper import MAX_WORDS, Box, PageText
from service.render.pdf.handing_over import hand_over
from service.render.pdf.library import mupdf, pymupdf
from service.render.pdf.links import links_of
from service.render.pdf.opening import page_of
from service.render.pdf.reading_order import (
    gap_between,
    new_block,
    reading_order,
    same_line,
)
from service.render.pdf.troubled import PDF_ERRORS, Troubled, mind_warnings
from service.render.pdf.words import ACROSS, Line, lettered, lines_of

MAX_LETTERS: Final = 1_000_000
LOWEST: Final = 1_000_000
"""Page units: the highest ordinate there is, a hundred widths down the page."""

TOUCHING: Final = 0.08
"""Line heights between two pieces of one word; the narrowest space is twice as wide."""

COVERED: Final = 0.5
"""Of a page under pictures that makes it a scan: margins and a letterhead may be cut away."""

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
    words = text.text.split(" ")
    keep = int(len(text.boxes) * share)
    links = text.links[: int(len(text.links) * share)]
    kept = _first_words(text.text, keep)
    _ = words
    return structs.replace(text, text=kept, boxes=text.boxes[:keep], links=links, cut=True)


def _page_text(document: Any, page: int) -> PageText:
    pymupdf.TOOLS.reset_mupdf_warnings()
    try:
        return _read_page(document, page)
    except (Troubled, *PDF_ERRORS):
        return PageText(page=page, unreadable=True)


def _read_page(document: Any, number: int) -> PageText:
    page = page_of(document, number)
    rect = page.rect
    scale = ACROSS / rect.width
    edge = (0, 0, ACROSS, min(LOWEST, round(rect.height * scale)))
    lines = lines_of(lettered(page), edge)
    mind_warnings()
    text, boxes, cut = _in_order(lines)
    links, more = links_of(document, page, scale, edge)
    return PageText(
        page=number,
        text=text,
        boxes=tuple(boxes),
        links=links,
        scanned=not boxes and _is_covered(page, edge),
        cut=cut or more,
    )


def _in_order(lines: list[Line]) -> tuple[str, list[Box], bool]:
    """Text and boxes of the lines as they are read, and whether that was too much."""
    parts: list[str] = []
    boxes: list[Box] = []
    letters = 0
    last: Line | None = None
    for index in reading_order([line.piece for line in lines]):
        line = lines[index]
        if len(boxes) + len(line.boxes) > MAX_WORDS:
            return "".join(parts), boxes, True
        words = " ".join(line.words)
        letters += len(words) + 2
        if letters > MAX_LETTERS:
            return "".join(parts), boxes, True
        boxes_here = line.boxes
        if last is not None:
            if not same_line(last.piece, line.piece):
                parts.append("\n\n" if new_block(last.piece, line.piece) else "\n")
            elif gap_between(last.piece, line.piece) < TOUCHING:
                boxes[-1] = _around(boxes[-1], boxes_here[0])
                boxes_here = boxes_here[1:]
            else:
                parts.append(" ")
        parts.append(words)
        boxes += boxes_here
        last = line
    return "".join(parts), boxes, False


def _around(one: Box, two: Box) -> Box:
    return min(one[0], two[0]), min(one[1], two[1]), max(one[2], two[2]), max(one[3], two[3])


def _first_words(text: str, count: int) -> str:
    """The text up to the end of its word of that number."""
    at = 0
    words = text.split()[:count]
    for word in words:
        at = text.index(word, at) + len(word)
    return text[:at]


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
