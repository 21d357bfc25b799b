"""Title block, summary box, chapters and the □ ○ - ※ lines of an office paper."""

from dataclasses import dataclass

from service.demo.draw.colours import INK, MUTED, NAVY, RULE, TINT, WASH, WHITE, Colour
from service.demo.draw.flow import Flow
from service.demo.draw.font import face
from service.demo.paper import Chapter, Detail, Note, Paper, Point, Section


@dataclass(frozen=True, slots=True)
class _Look:
    """How a line of one kind looks; measures in points."""

    sign: str
    indent: float
    size: float
    lead: float
    colour: Colour


_POINT = _Look("○", 16, 12, 20, INK)
_DETAIL = _Look("-", 34, 11.2, 18, INK)
_NOTE = _Look("※", 20, 10, 16.5, MUTED)
_SUMMARY = 11.5
_SUMMARY_LEAD = 18.0


def title_block(flow: Flow, paper: Paper) -> None:
    """The rule, the title, who wrote it and when, and the box that says it in short."""
    sheet, left, width = flow.sheet, flow.left, flow.width
    top = flow.take(88)
    sheet.text(left, top, paper.agenda, 10, colour=MUTED)
    sheet.box(left, top + 10, width, 3.2, fill=NAVY)
    sheet.text(left, top + 46, paper.title, _title_size(paper.title, width), bold=True)
    by = f"{paper.department}  |  {paper.day}"
    sheet.text(left, top + 70, by, 10.5, colour=MUTED, align="right", room=width)
    sheet.line((left, top + 78), (left + width, top + 78), colour=RULE)
    _summary(flow, paper.summary)


def _title_size(title: str, width: float) -> float:
    size = 23.0
    while face().width(title, size) > width:
        size -= 0.5
    return size


def _summary(flow: Flow, sentences: tuple[str, ...]) -> None:
    lines = [
        (line, at == 0)
        for sentence in sentences
        for at, line in enumerate(face().lines(sentence, _SUMMARY, flow.width - 46))
    ]
    if not lines:
        return
    height = len(lines) * _SUMMARY_LEAD + 16
    top = flow.take(height + 6)
    flow.sheet.box(flow.left, top, flow.width, height, fill=WASH)
    flow.sheet.box(flow.left, top, 3, height, fill=NAVY)
    for at, (line, first) in enumerate(lines):
        baseline = top + 21 + at * _SUMMARY_LEAD
        if first:
            flow.sheet.text(flow.left + 15, baseline, "▶", 8, colour=NAVY)
        flow.sheet.text(flow.left + 30, baseline, line, _SUMMARY)


def chapter(flow: Flow, block: Chapter) -> None:
    """A numeral in a navy square and the chapter's name on a tinted band."""
    flow.gap(14)
    top = flow.take(40, keep=90)
    flow.mark(1, f"{block.numeral}. {block.text}")
    flow.sheet.box(flow.left, top, flow.width, 28, fill=TINT)
    flow.sheet.box(flow.left, top, 34, 28, fill=NAVY)
    flow.sheet.text(
        flow.left, top + 20, block.numeral, 16, colour=WHITE, bold=True, align="centre", room=34
    )
    flow.sheet.text(flow.left + 46, top + 20, block.text, 16, bold=True)


def section(flow: Flow, block: Section) -> None:
    """Draws "□ ...", kept together with what follows."""
    flow.gap(10)
    top = flow.take(26, keep=46)
    flow.sheet.box(flow.left + 1, top + 8.5, 9.5, 9.5, stroke=NAVY, line=1.4)
    flow.sheet.text(flow.left + 19, top + 18.5, block.text, 14.5, bold=True)


def point(flow: Flow, block: Point) -> None:
    """Draws "○ ..." with its further lines hanging under the first."""
    _hanging(flow, block.text, _POINT)


def detail(flow: Flow, block: Detail) -> None:
    """Draws "- ...", smaller and further in."""
    _hanging(flow, block.text, _DETAIL)


def note(flow: Flow, block: Note) -> None:
    """Draws "※ ...", quieter."""
    _hanging(flow, block.text, _NOTE)


def _hanging(flow: Flow, text: str, look: _Look) -> None:
    hang = look.indent + face().width(look.sign + " ", look.size) + 2
    for at, line in enumerate(face().lines(text, look.size, flow.width - hang)):
        baseline = flow.take(look.lead) + look.lead * 0.74
        if at == 0:
            flow.sheet.text(
                flow.left + look.indent, baseline, look.sign, look.size, colour=look.colour
            )
        flow.sheet.text(flow.left + hang, baseline, line, look.size, colour=look.colour)
