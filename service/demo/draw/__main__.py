"""Draws every paper of the demo: `python -m service.demo.draw DIR 2026-11-23`."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from service.demo.draw.book import Book
from service.demo.draw.budget_book import budget_book
from service.demo.draw.report import report
from service.demo.draw.scan import scanned_forms
from service.demo.draw.town_map import town_map
from service.demo.paper import Paper
from service.demo.papers.budget_direction import budget_direction
from service.demo.papers.directives import directives
from service.demo.papers.open_issues import open_issues
from service.demo.papers.personnel import personnel
from service.demo.papers.town_tour import town_tour
from service.demo.papers.weekly_plan import weekly_plan
from service.demo.papers.winter_plan import winter_plan


def _reported(paper: Callable[[date], Paper]) -> Callable[[date], Book]:
    return lambda monday: report(paper(monday))


SHELF: dict[str, Callable[[date], Book]] = {
    "지시사항 추진현황.pdf": _reported(directives),
    "주간 주요 업무계획.pdf": _reported(weekly_plan),
    "본예산 편성 방향(안).pdf": _reported(budget_direction),
    "부서별 예산요구서.pdf": budget_book,
    "겨울철 자연재난 종합대책.pdf": _reported(winter_plan),
    "제설 취약구간 현장점검표(스캔).pdf": scanned_forms,
    "읍면동 순회 간담회 추진계획.pdf": _reported(town_tour),
    "상반기 인사 운영 방향(안).pdf": _reported(personnel),
    "현안 토론 자료.pdf": _reported(open_issues),
    "한장역 역세권 위치도.pdf": town_map,
}
"""File name to pencil; the names are those of `service.demo.agenda`."""


def main(arguments: list[str]) -> None:
    """Draws into the folder, which exists; raises ValueError for a day that is none."""
    folder, monday = Path(arguments[0]), date.fromisoformat(arguments[1])
    for name, pencil in SHELF.items():
        pencil(monday).save(folder / name)


if __name__ == "__main__":
    main(sys.argv[1:])
