"""Characters from PDFs made fit to be read, copied and searched."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.render.pdf.lettering import cleaned, is_clean


@pytest.mark.parametrize(
    ("raw", "fit"),
    [
        (unicodedata.normalize("NFD", "한글 각"), "한글 각"),
        ("e\u0301t\u00e9", "été"),
        ("ﬁnd eﬃcient ﬅ", "find efficient st"),
        ("소\u00ad프트\u200b웨\ufeff어\u200d", "소프트웨어"),
        ("가\ue000나\U000f0000다", "가나다"),
        ("가\x00나\x07다\x7f", "가나다"),
        ("가\ud800나\udfff", "가나"),
        ("가\ufffd나", "가나"),
        ("왼\u202e쪽\u2066", "왼쪽"),
        ("가\u3000나\t다\r\n라\u00a0마\u2028바", "가 나 다 라 마 바"),
        (" 가 \u200b 나 ", "가 나"),
        ("㈜한장 ① ㎡ 제1조", "㈜한장 ① ㎡ 제1조"),
        ("\u00ad\u200b", ""),
    ],
)
def test_what_is_no_letter_goes_and_the_rest_is_composed(raw: str, fit: str) -> None:
    assert cleaned(raw) == fit
    assert is_clean(fit)
    assert is_clean(raw) == (raw == fit)


@given(st.text(st.characters(codec=None, categories=None), max_size=40))
def test_whatever_comes_the_result_is_clean_and_stays_so(raw: str) -> None:
    once = cleaned(raw)
    assert is_clean(once)
    assert cleaned(once) == once
    assert once.split(" ") == (once.split() or [""])
    once.encode()


@given(st.text(st.characters(codec=None, categories=None), max_size=40))
def test_clean_text_needs_no_cleaning(raw: str) -> None:
    if is_clean(raw):
        assert cleaned(raw) == " ".join(raw.split())
