"""The papers' figures: they add up, and they agree with each other."""

from service.demo.papers.budget_direction import NEXT, now
from service.demo.papers.budget_requests import bureau_rows, department_rows, sector_rows
from service.demo.papers.departments import DEPARTMENTS, SECTORS
from service.demo.papers.district import AREA, DEEP, PLOTS, WIDE, areas
from service.demo.papers.requests import city, requests


def figure(cell: str) -> int:
    return int(cell.replace(",", "").replace("△", "-"))


def test_twenty_eight_departments_have_one_budget() -> None:
    assert len(DEPARTMENTS) == 28
    assert sum(each.budget for each in DEPARTMENTS) == 934_800
    assert {each.sector for each in DEPARTMENTS} == set(SECTORS)


def test_next_year_spends_as_much_as_this_year() -> None:
    assert sum(NEXT.values()) == sum(map(now, SECTORS)) == 9_348


def test_every_request_starts_from_the_department_s_budget() -> None:
    for request in requests():
        assert request.whole.now == request.department.budget


def test_every_row_pays_for_itself() -> None:
    for request in requests():
        for row in department_rows(request):
            before, asked, change, granted, own = (figure(row.cells[at]) for at in (1, 2, 3, 5, 6))
            assert asked == granted + own
            assert change == asked - before


def test_the_two_sums_of_the_book_are_the_same() -> None:
    assert bureau_rows()[-1].cells == sector_rows()[-1].cells
    assert figure(sector_rows()[-1].cells[2]) == city().asked


def test_bureaus_are_the_sums_of_their_departments() -> None:
    rows = bureau_rows()
    bureaus = sum(figure(row.cells[2]) for row in rows if row.kind == "group")
    departments = sum(figure(row.cells[2]) for row in rows if row.kind == "plain")
    assert bureaus == departments == figure(rows[-1].cells[2])


def test_the_quarter_s_plots_lie_inside_it_and_apart() -> None:
    for at, plot in enumerate(PLOTS):
        assert plot.x + plot.wide <= WIDE
        assert plot.y + plot.deep <= DEEP
        for other in PLOTS[at + 1 :]:
            apart = (
                plot.x + plot.wide <= other.x
                or other.x + other.wide <= plot.x
                or plot.y + plot.deep <= other.y
                or other.y + other.deep <= plot.y
            )
            assert apart, (plot.name, other.name)
    assert sum(areas().values()) == AREA
    assert all(area > 0 for area in areas().values())
