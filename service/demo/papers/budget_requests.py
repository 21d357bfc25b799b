"""Item 2's book of sixty pages: every department's request, as rows of one long table."""

from service.demo.paper import Column, Row, change, number, percent
from service.demo.papers.departments import SECTORS
from service.demo.papers.requests import Line, Programme, Request, Work, added, requests

COLUMNS = (
    Column("사업명 · 편성목", 2.75),
    Column("올해 예산", 1.02, "right"),
    Column("내년 요구", 1.02, "right"),
    Column("증감", 0.88, "right"),
    Column("증감률", 0.76, "right"),
    Column("국·도비", 0.98, "right"),
    Column("시비", 0.98, "right"),
)
UNIT = "(단위: 백만 원)"


def department_rows(request: Request) -> tuple[Row, ...]:
    """One department: its sum, then programmes, works and their items."""
    rows = [_row(request.whole, "", "sum")]
    for programme in request.programmes:
        rows += _programme(programme)
    return tuple(rows)


def bureau_rows() -> tuple[Row, ...]:
    """All departments under their bureaus, and the sum of the city."""
    rows: list[Row] = []
    wholes: list[Line] = []
    for bureau in dict.fromkeys(each.department.bureau for each in requests()):
        lines = [each.whole for each in requests() if each.department.bureau == bureau]
        rows.append(_row(added(bureau, lines), "", "group"))
        rows += [_row(line, "　") for line in lines]
        wholes += lines
    rows.append(_row(added("합계", wholes), "", "sum"))
    return tuple(rows)


def sector_rows() -> tuple[Row, ...]:
    """The request by sector, and the sum of the city."""
    lines = [
        added(sector, [each.whole for each in requests() if each.department.sector == sector])
        for sector in SECTORS
    ]
    return (*(_row(line, "") for line in lines), _row(added("합계", lines), "", "sum"))


def sector_figures() -> tuple[tuple[str, float, float], ...]:
    """Every sector's budget and request in whole 100 million won, for a chart."""
    return tuple(
        (
            sector,
            round(sum(each.whole.now for each in found) / 100),
            round(sum(each.whole.asked for each in found) / 100),
        )
        for sector in SECTORS
        for found in [[each for each in requests() if each.department.sector == sector]]
    )


def _programme(programme: Programme) -> list[Row]:
    rows = [_row(programme.whole, "", "group")]
    for work in programme.works:
        rows += _work(work)
    return rows


def _work(work: Work) -> list[Row]:
    return [_row(work.whole, "　ㆍ"), *(_row(item, "　　") for item in work.items)]


def _row(line: Line, indent: str, kind: str = "plain") -> Row:
    cells = (
        indent + line.name,
        number(line.now),
        number(line.asked),
        change(line.asked - line.now),
        percent(line.asked - line.now, line.now).replace("-", "△") if line.now else "신규",
        number(line.granted),
        number(line.own),
    )
    match kind:
        case "group":
            return Row(cells, "group")
        case "sum":
            return Row(cells, "sum")
    return Row(cells)
