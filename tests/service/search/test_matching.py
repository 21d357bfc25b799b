"""Hits of a page in stretches: none twice, none lost between two of them."""

from itertools import chain

from service.search.matching import MOST_HITS, STRETCH, stretches
from service.search.query import wanted


def spans(typed: str, text: str) -> list[tuple[int, int]]:
    """All hits of a page."""
    pattern = wanted(typed)
    assert pattern is not None
    return list(chain.from_iterable(stretches(pattern, text)))


def test_a_hit_across_two_stretches_is_one_hit() -> None:
    for before in range(STRETCH - 8, STRETCH + 3):
        text = "가" * before + "예 산\n안" + "가" * STRETCH
        assert spans("예산안", text) == [(before, before + 5)]


def test_hits_do_not_overlap() -> None:
    assert spans("가가", "가가가가가") == [(0, 2), (2, 4)]


def test_a_page_of_one_letter_ends() -> None:
    assert len(spans("가", "가" * 20_000)) == MOST_HITS
    assert spans("예", "가" * 20_000) == []
