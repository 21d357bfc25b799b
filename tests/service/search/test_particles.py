"""조사 come off where they may stand, and only there."""

import pytest

from service.search.particles import stem_of


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        *(("예산을", "예산"), ("예산이", "예산"), ("예산은", "예산"), ("예산의", "예산")),
        *(("예산에", "예산"), ("예산에서", "예산"), ("예산으로", "예산"), ("예산과", "예산")),
        *(("예산도", "예산"), ("예산만", "예산"), ("예산까지", "예산"), ("예산부터", "예산")),
        *(("예산이나", "예산"), ("예산이라도", "예산"), ("예산에서는", "예산")),
        *(("조례를", "조례"), ("조례가", "조례"), ("조례는", "조례"), ("조례와", "조례")),
        *(("조례로", "조례"), ("서울로", "서울"), ("조례라도", "조례"), ("조례나", "조례")),
        *(("시장에게", "시장"), ("시장께서", "시장"), ("2026년도", "2026년"), ("AI를", "AI")),
        ("예산만을", "예산"),
        ("예산으로부터", "예산"),
    ],
)
def test_a_particle_comes_off(word: str, stem: str) -> None:
    assert stem_of(word) == stem


@pytest.mark.parametrize(
    "word",
    ["회의", "결과", "국가", "회계과", "조례을", "예산를", "예산로", "예산", "을", "", "보고서"],
)
def test_what_only_looks_like_one_stays(word: str) -> None:
    assert stem_of(word) is None
