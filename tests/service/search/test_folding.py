"""One form for every letter, and the way back to the letters that were read."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.search.folding import WayBack, folded, origins, stays_in_place


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("ＡＩ １２", "ai 12"),
        ("MOU", "mou"),
        (unicodedata.normalize("NFD", "예산안"), "예산안"),
        ("면적 ㎡", "면적 m2"),
        ("①항", "1항"),
        ("공원ㆍ녹지", "공원\u00b7녹지"),
        ("Straße", "strasse"),
        ("豫算案", "豫算案"),
    ],
)
def test_letters_have_one_form(text: str, compared: str) -> None:
    assert folded(text) == compared


def test_what_needs_no_change_is_not_copied() -> None:
    text = "2026년 예산안 1,234천원"
    assert folded(text) is text


def test_a_hit_leads_back_to_the_letters_it_came_from() -> None:
    apart = unicodedata.normalize("NFD", "총 예산안")
    text = f"㎡당 {apart}\nＡＩ"
    compared = folded(text)
    back = WayBack(text)
    for wanted, came_from in (("예산", "예산"), ("ai", "ＡＩ"), ("m2", "㎡"), ("당", "당")):
        start = compared.index(wanted)
        first, last = back.span(start, start + len(wanted))
        assert unicodedata.normalize("NFC", text[first:last]) == came_from


def test_a_capital_moves_nothing() -> None:
    assert stays_in_place("AI 예산")
    assert not stays_in_place("㎡")
    assert not stays_in_place("Straße")
    assert not stays_in_place(unicodedata.normalize("NFD", "예산"))


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_every_letter_has_an_origin_in_the_text(text: str) -> None:
    compared = folded(text)
    found = origins(text)
    assert len(found) == len(compared)
    assert all(0 <= start < end <= len(text) for start, end in found)
    starts = [start for start, _ in found]
    assert starts == sorted(starts)
