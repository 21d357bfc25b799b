"""Words around a hit, and the boxes of its letters."""

from service.search.showing import AROUND, boxes_of, snippet

TEXT = "제1장 총칙\n\n2026년 예산안을 AI로\n심의"
BOXES = [
    *((0, 0, 300, 100), (400, 0, 600, 100)),
    *((0, 200, 600, 300), (700, 200, 1_100, 300), (1_200, 200, 1_400, 300)),
    (0, 400, 200, 500),
]


def span(text: str) -> tuple[int, int]:
    """Where this stands in TEXT."""
    return TEXT.index(text), TEXT.index(text) + len(text)


def test_line_ends_are_spaces_around_a_hit() -> None:
    shown = snippet(TEXT, span("예산안"))
    assert (shown.before, shown.match, shown.after) == (
        "제1장 총칙 2026년 ",
        "예산안",
        "을 AI로 심의",
    )
    across = snippet(TEXT, span("로\n심의"))
    assert (across.match, across.after) == ("로 심의", "")


def test_surroundings_are_short() -> None:
    text = "가나다 " * 30 + "예산" + " 라마바" * 30
    shown = snippet(text, (text.index("예"), text.index("예") + 2))
    assert len(shown.before) == AROUND
    assert len(shown.after) == AROUND
    assert shown.before.endswith("다 ")
    assert shown.after.startswith(" 라")


def test_a_whole_word_has_its_whole_box() -> None:
    assert boxes_of(TEXT, BOXES, [span("총칙")]) == [(400, 0, 600, 100)]


def test_a_part_of_a_word_has_its_part_of_the_box() -> None:
    assert boxes_of(TEXT, BOXES, [span("예산")]) == [(700, 200, 900, 300)]
    assert boxes_of(TEXT, BOXES, [span("안을")]) == [(900, 200, 1_100, 300)]


def test_wide_letters_count_double() -> None:
    # AI로: two narrow letters and a wide one share 200 units.
    assert boxes_of(TEXT, BOXES, [span("AI")]) == [(1_200, 200, 1_300, 300)]
    # 2026년: four narrow ones and a wide one share 600.
    assert boxes_of(TEXT, BOXES, [span("년")]) == [(400, 200, 600, 300)]


def test_a_hit_over_several_words_has_a_box_for_each() -> None:
    assert boxes_of(TEXT, BOXES, [span("총칙\n\n2026")]) == [(400, 0, 600, 100), (0, 200, 400, 300)]


def test_two_hits_in_one_word() -> None:
    assert boxes_of("가나가", [(0, 0, 300, 100)], [(0, 1), (2, 3)]) == [
        (0, 0, 100, 100),
        (200, 0, 300, 100),
    ]


def test_a_word_down_the_page_is_taken_whole() -> None:
    assert boxes_of("세로글", [(0, 0, 100, 300)], [(0, 1)]) == [(0, 0, 100, 300)]


def test_fewer_boxes_than_words_are_no_fault() -> None:
    assert boxes_of("가 나 다", [(0, 0, 100, 100)], [(2, 3), (4, 5)]) == []
