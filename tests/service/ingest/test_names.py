"""File names become titles: no path, nothing hidden, Korean as it is written."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.ingest.names import MAX_NAME, clean_name


@pytest.mark.parametrize(
    ("sent", "seen"),
    [
        ("예산안.pdf", "예산안"),
        ("예산안.PDF ", "예산안"),
        (r"C:\Users\간사\자료\2026년 예산안.pdf", "2026년 예산안"),
        ("../../etc/passwd", "passwd"),
        ("보고서.hwp.pdf", "보고서.hwp"),
        ("  두   칸  .pdf", "두 칸"),
        ("줄\n바꿈\t.pdf", "줄 바꿈"),
        ("\u202efdp.exe", "fdp.exe"),
        ("널\0문자.pdf", "널문자"),
        (unicodedata.normalize("NFD", "회의자료.pdf"), "회의자료"),
        ("", "자료"),
        (".pdf", "자료"),
        ("///", "자료"),
        ("\u200b", "자료"),
        ("가" * 500, "가" * MAX_NAME),
    ],
)
def test_a_name_is_what_people_see(sent: str, seen: str) -> None:
    assert clean_name(sent) == seen


@given(st.text(max_size=400))
def test_no_name_is_empty_long_or_invisible(sent: str) -> None:
    name = clean_name(sent)
    assert 1 <= len(name) <= MAX_NAME
    assert "/" not in name
    assert "\\" not in name
    assert all(unicodedata.category(letter) not in {"Cc", "Cf", "Cs"} for letter in name)
    assert name == unicodedata.normalize("NFC", name)
