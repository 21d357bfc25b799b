"""The budget book: cover, contents, sums, then every department on two pages; with an outline."""

from datetime import date

from service.demo.calendar import full
from service.demo.draw.book import Book
from service.demo.draw.chart import pillars
from service.demo.draw.colours import BLUE, FAINT, MUTED, NAVY, RULE, TINT, WHITE
from service.demo.draw.flow import Flow
from service.demo.draw.font import face
from service.demo.draw.headings import point
from service.demo.draw.sheet import Sheet
from service.demo.draw.table import table
from service.demo.paper import Pillars, Point, Row, Table
from service.demo.papers.budget_requests import (
    COLUMNS,
    UNIT,
    bureau_rows,
    department_rows,
    sector_figures,
    sector_rows,
)
from service.demo.papers.requests import Request, requests

_SIZE = 8.3
"""With this size two programmes of a department fill one page and never more."""

_FRONT = 4
"""Pages before the first department: cover, contents, two of sums."""

_EACH = 2
"""Pages of every department."""

_READING = (
    "금액은 백만 원 단위이며, 국·도비는 보조율 통지 전 예상액입니다.",
    "요구액은 부서가 낸 그대로이고 예산팀의 조정은 반영하지 않았습니다.",
    "부서별 쪽은 단위사업, 세부사업, 편성목의 차례로 싣고 금액은 아래에서 위로 더해집니다.",
)


def budget_book(monday: date) -> Book:
    """All requests of next year; page numbers in the contents are the real ones."""
    year = monday.year + 1
    title = f"{year}년 부서별 예산요구서"
    book = Book(title, "한장시 기획예산과")
    book.add(_cover(title, monday), numbered=False)
    book.mark(1, "표지")
    book.add(_contents())
    book.mark(1, "목차")
    flow = Flow(book)
    book.mark(1, "총괄")
    _title(flow, "분야별 총괄", f"{year}년 예산요구")
    table(flow, Table(COLUMNS, sector_rows(), UNIT, 9.4))
    flow.gap(24)
    pillars(flow, Pillars(("올해 예산", "내년 요구"), sector_figures(), "(억 원)"))
    flow.gap(10)
    for text in _READING:
        point(flow, Point(text))
    flow.turn(landscape=False)
    _title(flow, "국·부서별 총괄", f"{year}년 예산요구")
    table(flow, Table(COLUMNS, bureau_rows(), UNIT, _SIZE))
    bureau = ""
    for request in requests():
        flow.turn(landscape=False)
        if request.department.bureau != bureau:
            bureau = request.department.bureau
            book.mark(1, bureau)
        book.mark(2, request.department.name)
        _department(flow, request)
    return book


def _department(flow: Flow, request: Request) -> None:
    """Two pages: the rows are parted before the programme that goes over the first."""
    _title(flow, request.department.name, request.department.bureau)
    rows = department_rows(request)
    groups = [at for at, row in enumerate(rows) if row.kind == "group"]
    parting = groups[2]
    table(flow, Table(COLUMNS, rows[:parting], UNIT, _SIZE))
    flow.turn(landscape=False)
    _title(flow, f"{request.department.name} (계속)", request.department.bureau)
    table(flow, Table(COLUMNS, rows[parting:], UNIT, _SIZE))
    _remark(flow, rows)


def _remark(flow: Flow, rows: tuple[Row, ...]) -> None:
    whole = rows[0].cells
    flow.gap(8)
    for text in (
        f"○ 요구액 {whole[2]}백만 원 = 국·도비 {whole[5]}백만 원 + 시비 {whole[6]}백만 원",
        "○ 투자심사·공유재산 심의 등 사전절차 이행 여부는 예산팀에서 따로 확인합니다.",
    ):
        top = flow.take(16)
        flow.sheet.text(flow.left, top + 11, text, 9.5, colour=MUTED)


def _title(flow: Flow, title: str, over: str) -> None:
    top = flow.take(44)
    flow.sheet.text(flow.left, top + 2, over, 9.5, colour=MUTED)
    flow.sheet.text(flow.left, top + 26, title, 17, bold=True)
    flow.sheet.box(flow.left, top + 36, flow.width, 2, fill=NAVY)


def _cover(title: str, monday: date) -> Sheet:
    sheet = Sheet()
    sheet.box(0, 0, sheet.width, 250, fill=NAVY)
    sheet.box(0, 250, sheet.width, 7, fill=BLUE)
    sheet.text(56, 92, "한장시", 18, colour=WHITE)
    sheet.text(56, 168, title, 34, colour=WHITE, bold=True)
    sheet.text(56, 204, "일반회계 · 특별회계", 15, colour=TINT)
    facts = (
        ("부서", f"{len(requests())}개 부서"),
        ("단위", "백만 원"),
        ("작성", f"기획예산과, {full(monday)}"),
    )
    for at, (name, value) in enumerate(facts):
        y = 330 + at * 34
        sheet.text(56, y, name, 12.5, colour=MUTED)
        sheet.text(126, y, value, 13.5)
        sheet.line((56, y + 12), (sheet.width - 56, y + 12), colour=RULE)
    sheet.text(
        0, 760, "월요일 간부회의 안건 2 참고자료", 12, colour=MUTED, align="centre",
        room=sheet.width,
    )  # fmt: skip
    return sheet


def _contents() -> Sheet:
    sheet = Sheet()
    sheet.text(50, 84, "목차", 22, bold=True)
    sheet.box(50, 98, sheet.width - 100, 2, fill=NAVY)
    y = 124.0
    _entry(sheet, y, "분야별 총괄 · 국·부서별 총괄", 3, bureau=True)
    bureau = ""
    for at, request in enumerate(requests()):
        page = _FRONT + 1 + at * _EACH
        if request.department.bureau != bureau:
            bureau = request.department.bureau
            y += 24
            _entry(sheet, y, bureau, page, bureau=True)
        y += 17.5
        _entry(sheet, y, request.department.name, page, bureau=False)
    return sheet


def _entry(sheet: Sheet, y: float, name: str, page: int, *, bureau: bool) -> None:
    left, size = (50.0, 12.0) if bureau else (70.0, 11.0)
    right = sheet.width - 50
    sheet.text(left, y, name, size, bold=bureau)
    sheet.text(right - 40, y, str(page), size, align="right", room=40)
    start = left + face().width(name, size) + 8
    sheet.line((start, y - 3), (right - 26, y - 3), width=0.6, colour=FAINT, dash=(1, 3))
