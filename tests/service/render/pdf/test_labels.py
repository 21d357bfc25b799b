"""Page labels as ISO 32000-1, 12.4.2 has them."""

import pytest

from service.render.pdf.labels import LONGEST, Numbering, labels, numeral


def test_roman_foreword_then_numbers_then_an_appendix() -> None:
    rules = [Numbering(0, "r", "", 1), Numbering(3, "D", "", 1), Numbering(5, "D", "부록-", 8)]
    assert labels(rules, 7) == ("i", "ii", "iii", "1", "2", "부록-8", "부록-9")


@pytest.mark.parametrize(
    ("style", "number", "written"),
    [
        ("D", 7, "7"),
        ("r", 4, "iv"),
        ("R", 1994, "MCMXCIV"),
        ("a", 1, "a"),
        ("a", 26, "z"),
        ("A", 27, "AA"),
        ("A", 53, "AAA"),
        ("", 9, ""),
        ("x", 9, "9"),
        ("r", 0, "0"),
        ("r", 2_000_000_000, "2000000000"),
        ("a", 2_000_000_000, "2000000000"),
        ("A", -3, "-3"),
    ],
)
def test_styles_of_numbers(style: str, number: int, written: str) -> None:
    assert numeral(style, number) == written


def test_labels_that_say_nothing_new_are_none() -> None:
    assert labels([], 5) == ()
    assert labels([Numbering(0, "D", "", 1)], 5) == ()
    assert labels([Numbering(0, "D", "", 2)], 2) == ("2", "3")


def test_pages_before_the_first_rule_keep_their_number_and_the_last_rule_wins() -> None:
    rules = [Numbering(1, "D", "A-", 1), Numbering(1, "D", "B-", 1), Numbering(99, "r", "", 1)]
    assert labels(rules, 3) == ("1", "B-1", "B-2")


def test_a_label_is_never_longer_than_allowed() -> None:
    (label,) = labels([Numbering(0, "D", "가" * 100, 1)], 1)
    assert label == "가" * LONGEST
