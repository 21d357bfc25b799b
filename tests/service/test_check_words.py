"""How a verdict is told: no name commands the terminal, every line fits, JSON is JSON."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.check.cells import cells, safe, shortened, wrapped
from service.check.telling import ForMachines, ForPeople
from service.check.verdict import GreyPage, Tally, Verdict
from service.errors import Code

NAMES = st.binary(min_size=1, max_size=60).map(
    lambda raw: raw.decode("utf-8", "surrogateescape")
) | st.text(min_size=1)
VERDICTS = st.builds(
    Verdict,
    name=NAMES.filter(
        lambda name: not any(0xD800 <= ord(it) < 0xDC80 or 0xDCFF < ord(it) < 0xE000 for it in name)
    ),
    code=st.none() | st.sampled_from(Code),
    pages=st.integers(0, 1_000),
    milliseconds=st.integers(0, 10**7),
    grey=st.just(()),
)


def is_calm(text: str) -> bool:
    """Whether nothing in it commands a terminal or turns the direction of writing."""
    return all(it == "\n" or unicodedata.category(it)[0] != "C" for it in text)


@given(VERDICTS)
def test_people_see_calm_lines_that_fit(verdict: Verdict) -> None:
    said = ForPeople(80, colours=False).verdict(verdict)
    assert is_calm(said)
    assert max(map(cells, said.splitlines())) <= 80


@given(VERDICTS)
def test_machines_get_one_object_a_line_in_utf_8(verdict: Verdict) -> None:
    line = ForMachines().verdict(verdict)
    assert is_calm(line)
    assert line.encode().decode().count("\n") == 1
    said = json.loads(line)
    said["file"].encode()
    assert (said["accepted"], said["code"]) == (verdict.code is None, verdict.code)
    assert (said["reason"] is None) == verdict.accepted
    assert (said["pages"], said["ms"]) == (verdict.pages, verdict.milliseconds)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("예산 안.pdf", "예산 안.pdf"),
        (unicodedata.normalize("NFD", "한장.pdf"), "한장.pdf"),
        ("a\nb\x1b[31m\x7f.pdf", "a\\nb\\x1b[31m\\x7f.pdf"),
        ("rtl\u202egpj.exe", "rtl\\u202egpj.exe"),
        ("bad\udcff", "bad\\xff"),
        ("\u2028\u0085", "\\u2028\\x85"),
    ],
)
def test_a_name_is_spelled_where_it_would_command(name: str, shown: str) -> None:
    assert safe(name) == shown


@given(st.text(alphabet="가나b c…", min_size=1), st.integers(4, 40))
def test_a_short_form_fits_and_keeps_its_end(text: str, room: int) -> None:
    short = shortened(text, room)
    assert cells(short) <= room
    assert short == text or "…" in short
    assert short[-1] == text[-1]


@given(st.text(alphabet="가나b ", min_size=1, max_size=200))
def test_wrapping_loses_no_word(text: str) -> None:
    assert " ".join(wrapped(text, 10)).split() == text.split()


def test_every_way_a_file_can_end_has_its_words() -> None:
    people = ForPeople(80, colours=False)
    assert people.verdict(Verdict("a.pdf", None, 12, 3_400)) == "받음      12    3,400  a.pdf\n"
    refused = people.verdict(Verdict("b.txt", Code.NOT_A_PDF, 0, 2)).splitlines()
    assert refused[0] == "거절       -        2  b.txt"
    assert refused[1] == "      PDF 파일이 아닙니다. PDF로 저장한 뒤 다시 올려 주세요."
    assert refused[2] == "      This is not a PDF. Save it as a PDF and upload it again."
    grey = (GreyPage(2, Code.PAGE_BROKEN), GreyPage(4, Code.PAGE_BROKEN))
    partly = people.verdict(Verdict("c.pdf", None, 5, 9, grey)).splitlines()
    assert partly[0] == "일부       5        9  c.pdf"
    assert partly[1].startswith("      2, 4쪽: 이 쪽은 손상되어")
    assert partly[2].startswith("      Page 2, 4: This page is damaged")


def test_the_sum_counts_every_file_once() -> None:
    tally = Tally()
    tally.take(Verdict("a", None, 1))
    tally.take(Verdict("b", None, 2, grey=(GreyPage(1, Code.PAGE_TOO_SLOW),)))
    tally.take(Verdict("c", Code.EMPTY_FILE))
    assert (tally.files, tally.accepted, tally.with_grey, tally.refused) == (3, 2, 1, 1)
    assert "3 files: 2 accepted (1 with grey pages), 1 refused" in ForPeople(80, colours=False).end(
        tally, 1.0
    )


def test_colours_are_only_there_when_asked_for() -> None:
    verdict = Verdict("a", Code.EMPTY_FILE)
    assert "\x1b[" in ForPeople(80, colours=True).verdict(verdict)
    assert "\x1b[" not in ForPeople(None, colours=False).verdict(verdict)
