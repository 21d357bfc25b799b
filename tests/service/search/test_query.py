"""What is found for what is typed: spaces, particles, numbers, and a syllable half typed."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.search import query
from service.search.folding import folded
from service.search.matching import stretches
from service.search.query import LONGEST_QUERY, MOST_LETTERS, wanted

Found = str | None


def found(typed: str, text: str, *, typing: bool = False) -> Found:
    """The first hit, as the folded text has it."""
    pattern = wanted(typed, typing=typing)
    hit = pattern.search(folded(text)) if pattern is not None else None
    return None if hit is None else hit[0]


@pytest.mark.parametrize(
    ("typed", "text", "hit"),
    [
        ("예산", "2026년 세출예산서", "예산"),
        ("예산 안", "예산안을 심의", "예산안"),
        ("예산안", "예 산 안", "예 산 안"),
        ("예산안", "세입예\n산안", "예\n산안"),
        ("예산안", "예산(안)", "예산(안"),
        ("공원녹지", "공원ㆍ녹지", "공원\u00b7녹지"),
        ("공원·녹지", "공원녹지", "공원녹지"),
        ("제3조", "제 3 조", "제 3 조"),
        ("豫算", "豫 算案", "豫 算"),
        ("  예산  ", "예산", "예산"),
    ],
)
def test_spaces_and_punctuation_are_forgiven_on_both_sides(typed: str, text: str, hit: str) -> None:
    assert found(typed, text) == hit


@pytest.mark.parametrize(
    ("typed", "text", "hit"),
    [
        ("예산을", "예산을 편성", "예산을"),
        ("예산을", "예산이 많다", "예산이"),
        ("예산을", "총예산", "예산"),
        ("예산을", "예산에서는 뺀다", "예산에서는"),
        ("예산에서는", "예산만", "예산만"),
        ("예산을", "예산\n은", "예산\n은"),
        ("예산 편성", "예산의 편성", "예산의 편성"),
        ("예산을 편성", "예산 편성", "예산 편성"),
        ("예산을 편성", "예산의편성", "예산의편성"),
        ("예산 편성", "예산편성", "예산편성"),
        ("예산 가격", "예산가격", "예산가격"),
        ("주민의 복지를", "주민을 위한", None),
        ("주민의 복지를", "주민 복지도", "주민 복지도"),
        ("AI를", "AI가 쓴다", "ai가"),
        ("서울로", "서울에서", "서울에서"),
        ("예산법을 개정", "「예산법」을 개정", "예산법」을 개정"),
        ("예산법 개정", "「예산법」의 개정", "예산법」의 개정"),
    ],
)
def test_particles_are_forgiven(typed: str, text: str, hit: Found) -> None:
    assert found(typed, text) == hit


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("회의", "회장"),  # one syllable is no stem
        ("정례회의", "정례회원"),  # the stem must end its word
        ("예산을", "예산서"),
        ("문화재과", "문화재"),  # 과 follows a closed syllable only
        ("예산", "예상"),
        ("예산 편성", "예산 추가 편성"),
        ("ai", "data is"),
        ("12", "1 2"),
        ("12", "1.2"),
        ("3.5", "35"),
        ("1234", "12,34"),
        (".*", "무엇이든"),
        ("[가-힣]", "나"),
    ],
)
def test_what_is_something_else_is_not_found(typed: str, text: str) -> None:
    assert found(typed, text) is None


@pytest.mark.parametrize(
    ("typed", "text", "hit"),
    [
        ("1234", "1,234천원", "1,234"),
        ("1,234", "1234", "1234"),
        ("12345678", "12,345,678", "12,345,678"),
        ("１２", "12", "12"),
        ("3.5", "3.5%", "3.5"),
        ("2026.11", "2026. 11. 22.", "2026. 11"),
        ("2026-11-22", "2026.11.22", "2026.11.22"),
        ("01012345678", "010-1234-5678", "010-1234-5678"),
        ("email", "e-mail", "e-mail"),
        ("data base", "Database", "database"),
        ("mou", "ＭＯＵ 체결", "mou"),
        ('"예산"', "예산", "예산"),
        ("예산(안", "예산안", "예산안"),
        (r"a\b", "A b", "a b"),
    ],
)
def test_numbers_and_latin_letters(typed: str, text: str, hit: str) -> None:
    assert found(typed, text) == hit


@pytest.mark.parametrize(
    ("typed", "text", "hit"),
    [
        ("예사", "예산", "예산"),
        ("사", "상", "상"),
        ("고", "과", "과"),
        ("예산", "예산", "예산"),
        ("예삭", "예사기", "예사기"),
        ("갑", "값이", "값"),
        ("넋", "넉시", "넉시"),
        ("예산ㅇ", "예산안", "예산안"),
        ("예산 ㅇ", "예산안", "예산안"),
        ("예ㅅㅏ", "예산", "예산"),
        ("예산ㅏ", "예산", "예산"),
        ("예산을", "예산이", "예산이"),
        ("예산으", "예산으로", "예산으"),
        ("ai", "AI", "ai"),
    ],
)
def test_a_syllable_being_composed_finds_what_it_may_become(
    typed: str, text: str, hit: str
) -> None:
    assert found(typed, text, typing=True) == hit


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("예사", "예소"),
        ("사", "과"),
        ("예산", "예사는"),  # 예사 with a particle; its ㄴ did not move
        ("예산", "예삭"),
        ("예산ㅇ", "예산과"),
        ("예산ㄳ", "무엇"),
        ("예사 ", "예산"),  # the space says that 사 is whole
    ],
)
def test_but_nothing_else(typed: str, text: str) -> None:
    assert found(typed, text, typing=True) is None
    assert found("예사", "예산") is None


@pytest.mark.parametrize("typed", ["", "   ", "?!", "()", "ㆍ"])
def test_nothing_is_looked_for_without_a_letter(typed: str) -> None:
    assert wanted(typed) is None
    assert wanted(typed + "ㅇ", typing=True) is None


@given(st.text(max_size=LONGEST_QUERY + 20), st.booleans(), st.text(max_size=200))
def test_whatever_is_typed_is_plain_text(typed: str, typing: bool, text: str) -> None:
    pattern = wanted(typed, typing=typing)
    if pattern is not None:
        for start, end in (hit.span() for hit in pattern.finditer(folded(text))):
            assert start < end


@given(st.text("예산안을의 가나,.12a", min_size=1, max_size=12))
def test_a_text_is_found_by_itself(text: str) -> None:
    pattern = wanted(text)
    assert (pattern is None) == (re.search(r"\w", text) is None)
    if pattern is not None:
        assert pattern.search(folded(text)) is not None


def test_signs_that_are_whole_words_make_no_endless_expression() -> None:
    pattern = wanted("\ufdfa" * LONGEST_QUERY)
    assert pattern is not None
    assert len(pattern.pattern) < 20 * MOST_LETTERS


HOSTILE = [
    ("가 " * 49 + "나", "가"),
    ("가" * 99 + "나", "가"),
    ("가 나", "가" + " " * 9),
    ("에 에 에 에 에 에 에 나", "에서는"),
    ("가을 " * 33, "가을"),
    ("a a a a a b", "a"),
    ("1 1 1 1 1 2", "1,"),
    ("가가가", "가 (가) "),
]


@pytest.mark.parametrize(("typed", "piece"), HOSTILE)
def test_time_grows_with_the_text_alone(typed: str, piece: str) -> None:
    """An expression that goes back and forth would not end at all on texts so long."""
    pattern = wanted(typed)
    assert pattern is not None
    for length in (4_000, 8_000, 30_000):
        text = (piece * length)[:length]
        hits = [span for some in stretches(pattern, text) for span in some]
        assert all(first[1] <= second[0] for first, second in pairwise(hits))


def test_a_word_once_found_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trying each particle again for each word behind it would take 2**40 steps."""
    monkeypatch.setattr(query, "WORDS_WITH_PARTICLES", 50)
    pattern = wanted.__wrapped__("가 " * 40 + "나")
    assert pattern is not None
    assert pattern.search("가" * 400) is None
    assert pattern.search("가" * 400 + "나") is not None
