"""A Korean paper to read: words in known places, links, an outline, page labels, a scan."""

import io
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from tests.support.written_pdfs import SIZE, picture, text, written

WIDTH, HEIGHT = SIZE

LINES: Final = (
    ("2027년 본예산 편성 방향", "차례와 안내", "제설 대책으로 가기", "누리집 안내"),
    ("제1장 총괄", "예산안을 심사하여 본회의에 부의한다.", "세출은 지난해보다 줄었다."),
    ("제2장 겨울철 제설 대책", "제설 장비를 점검한다.", "눈이 오면 제설을 시작한다."),
    ("제3장 부록", "참고 자료", "예산과 제설"),
)
"""The lines of the pages with text, from the top; after them comes a scan."""

LABELS: Final = ("i", "ii", "1", "2", "3")
"""What is printed on the pages as their numbers."""

INSIDE, OUTSIDE = 2, 3
"""Lines of the first page that are links: to page 3, and to the web."""

ADDRESS: Final = "https://www.example.org/budget?year=2027"

_LEFT, _TOP, _STEP, _PRINT = 60, 720, 60, 18


def readable() -> bytes:
    """The paper's bytes."""
    pages = [
        b"".join(text(line, _LEFT, _base(row), _PRINT) for row, line in enumerate(lines))
        for lines in LINES
    ]
    scan = picture(WIDTH - 40, HEIGHT - 40, 20, 20)
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(written(*pages, scan))) as document:
        inside = Dictionary(Dest=Array([document.pages[2].obj, Name.Fit]))
        outside = Dictionary(A=Dictionary(S=Name.URI, URI=String(ADDRESS)))
        document.pages[0].obj.Annots = Array(
            [_link(document, INSIDE, inside), _link(document, OUTSIDE, outside)]
        )
        with document.open_outline() as outline:
            winter = OutlineItem("겨울철 제설 대책", 2)
            winter.children.append(OutlineItem("부록", 3))
            outline.root.extend([OutlineItem("총괄", 1), winter])
        roman, plain = Dictionary(S=Name.r), Dictionary(S=Name.D)
        document.Root.PageLabels = Dictionary(Nums=Array([0, roman, 2, plain]))
        document.save(out)
    return out.getvalue()


def spot(row: int, line: str, letter: float) -> tuple[float, float]:
    """A place on a line, so many letters from its start, in parts of the page from its top left."""
    whole = int(letter)
    across = sum(map(_wide, line[:whole]))
    if letter > whole:
        across += _wide(line[whole]) * (letter - whole)
    return (_LEFT + across) / WIDTH, 1 - (_base(row) + 0.35 * _PRINT) / HEIGHT


def _wide(letter: str) -> float:
    return _PRINT * (0.5 if letter.isascii() else 1)


def _base(row: int) -> int:
    return _TOP - _STEP * row


def _link(document: pikepdf.Pdf, row: int, aim: Dictionary) -> pikepdf.Object:
    bottom = _base(row) - 4
    rect = Array([_LEFT - 4, bottom, _LEFT + 200, bottom + _PRINT + 6])
    aim.update(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=rect, Border=Array([0, 0, 0])))
    return document.make_indirect(aim)
