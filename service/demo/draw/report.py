"""Lays a paper out, block after block."""

from service.demo.draw import chart, headings
from service.demo.draw.book import Book
from service.demo.draw.flow import Flow
from service.demo.draw.table import table
from service.demo.paper import (
    Bars,
    Block,
    Chapter,
    Detail,
    NewPage,
    Note,
    Paper,
    Pillars,
    Point,
    Section,
    Table,
    Timeline,
)


def report(paper: Paper) -> Book:
    """The paper as a book of numbered pages, its chapters in the outline."""
    book = Book(paper.title, f"한장시 {paper.department}")
    flow = Flow(book, landscape=paper.landscape)
    headings.title_block(flow, paper)
    for block in paper.blocks:
        _lay(flow, block)
    return book


def _lay(flow: Flow, block: Block) -> None:
    match block:
        case Chapter():
            headings.chapter(flow, block)
        case Section():
            headings.section(flow, block)
        case Point():
            headings.point(flow, block)
        case Detail():
            headings.detail(flow, block)
        case Note():
            headings.note(flow, block)
        case Table():
            table(flow, block)
        case Bars():
            chart.bars(flow, block)
        case Pillars():
            chart.pillars(flow, block)
        case Timeline():
            chart.timeline(flow, block)
        case NewPage():
            flow.turn(landscape=block.landscape)
