"""Page numbers, dates and names at the edge of pages are told from what stands on them."""

from service.versions.running import body_of, running_forms
from tests.support.leaves import lined, words


def texts(head: str, foot: str, pages: int = 6, first: int = 1) -> list[str]:
    """Pages under a head line, above a foot in which # is the page's number."""
    return [
        f"{head}\n{lined(words(page))}\n\n{foot.replace('#', str(first + page))}"
        for page in range(pages)
    ]


def bodies(pages: list[str]) -> list[str]:
    """The pages without the lines that run through them."""
    running = running_forms(pages)
    return [body_of(page, running) for page in pages]


def test_heads_and_counting_feet_go() -> None:
    for foot in ("- # -", "# / 60", "제2장 재난 #", "2026. 11. 23.   #쪽"):
        plain = [lined(words(page)) for page in range(6)]
        assert bodies(texts("한장시 간부회의", foot)) == plain
        assert bodies(texts("한장시 간부회의", foot, first=40)) == plain


def test_a_sum_at_the_foot_of_every_page_stays() -> None:
    pages = [f"{lined(words(page))}\n합계 {page * page + 7:,}" for page in range(12)]
    assert bodies(pages) == pages


def test_two_lines_at_either_edge_and_no_more() -> None:
    pages = [f"가\n나\n다\n{lined(words(page))}" for page in range(6)]
    assert bodies(pages) == [f"다\n{lined(words(page))}" for page in range(6)]


def test_a_lone_page_has_no_running_lines() -> None:
    assert bodies(["제목\n내용"]) == ["제목\n내용"]
    assert bodies([]) == []
    assert bodies(["", " \n "]) == ["", ""]


def test_a_line_on_a_few_of_many_pages_is_text() -> None:
    pages = [lined(words(page)) for page in range(40)]
    some = [f"붙임\n{page}" if at < 4 else page for at, page in enumerate(pages)]
    assert bodies(some) == some
    more = [f"붙임\n{page}" if at < 5 else page for at, page in enumerate(pages)]
    assert bodies(more) == pages


def test_a_page_that_came_from_elsewhere_in_the_document_bears_its_old_number() -> None:
    pages = texts("한장시 간부회의", "- # -")
    running = running_forms(pages)
    assert body_of(pages[4].replace("- 5 -", "- 31 -"), running) == lined(words(4))
    assert body_of(pages[4].replace("- 5 -", "합계 31"), running) == f"{lined(words(4))}\n합계 31"
