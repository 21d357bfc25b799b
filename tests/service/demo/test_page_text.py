"""What the drawn pages say, read back from the PDF as a search would."""

import re
from pathlib import Path
from typing import Any, Final

import pymupdf

from service.demo.papers.district import AREA, areas
from service.demo.papers.requests import city

_pymupdf: Final[Any] = pymupdf  # its own annotations cover a part of it only


def texts(path: Path) -> list[str]:
    with _pymupdf.open(path) as document:
        return [page.get_text() for page in document]


def test_the_text_can_be_found_again(drawn: Path) -> None:
    first = texts(drawn / "본예산 편성 방향(안).pdf")[0]
    assert "2. 2027년 본예산 편성 방향(안)" in first
    assert "기획예산과  |  2026. 11. 23." in first
    assert "△3.2%" in first.replace("\n", "")


def test_every_numbered_page_says_its_number(drawn: Path) -> None:
    for at, text in enumerate(texts(drawn / "부서별 예산요구서.pdf")[1:], start=2):
        assert f"- {at} -" in text


def test_the_contents_point_at_the_right_pages(drawn: Path) -> None:
    pages = texts(drawn / "부서별 예산요구서.pdf")
    entries = re.findall(r"^(\S+과)\n(\d+)$", pages[1], re.MULTILINE)
    assert len(entries) == 28
    for name, page in entries:
        assert name in pages[int(page) - 1]


def test_the_book_says_the_sum_of_all_requests(drawn: Path) -> None:
    assert f"{city().asked:,}" in texts(drawn / "부서별 예산요구서.pdf")[3]


def test_the_map_says_the_areas(drawn: Path) -> None:
    plan = texts(drawn / "한장역 역세권 위치도.pdf")[1]
    for area in (*areas().values(), AREA):
        assert f"{area:,}㎡" in plan


def test_no_letters_run_over_the_edge(drawn: Path) -> None:
    for path in drawn.iterdir():
        with _pymupdf.open(path) as document:
            for page in document:
                for x0, y0, x1, y1, *_ in page.get_text("words"):
                    inside = x0 >= 0 and y0 >= 0 and x1 <= page.rect.x1 and y1 <= page.rect.y1
                    assert inside, (path.name, page.number)


def test_a_scan_has_nothing_to_find(drawn: Path) -> None:
    assert texts(drawn / "제설 취약구간 현장점검표(스캔).pdf") == ["", ""]
