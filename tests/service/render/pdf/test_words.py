"""Words out of PDFs: blanks that are gaps, writing in every direction, what is not seen."""

import unicodedata

import pytest

from tests.support.pdf_answers import texts
from tests.support.written_pdfs import scattered, text, written


def said(content: bytes, entries: bytes = b"") -> str:
    return texts(written(content, entries=entries))[0].text


@pytest.mark.parametrize("blank", [0.25, 0.5, 0.75])
def test_korean_without_blanks_comes_out_as_words(blank: float) -> None:
    line = "회의자료의 전자화를 위한 시범 운영 결과를 다음과 같이 보고합니다"
    assert said(scattered(line, 50, 700, blank=blank)) == line


def test_words_between_gaps_have_boxes_of_their_own() -> None:
    (page,) = texts(written(scattered("정례회의안건 검토보고", 60, 700)))
    left, right = page.boxes
    assert page.text.split() == ["정례회의안건", "검토보고"]
    assert [left[0], left[2], right[0], right[2]] == pytest.approx([1000, 2000, 2083, 2750], abs=1)


def test_letters_set_apart_in_a_title_stay_one_word() -> None:
    content = b"".join(text(sign, 60 + at * 17, 700) for at, sign in enumerate("주간업무보고회의"))
    assert said(content) == "주간업무보고회의"


def test_korean_with_blanks_is_taken_at_its_word() -> None:
    assert said(text("시책추진업무추진비 편성 기준", 60, 700)) == "시책추진업무추진비 편성 기준"


def test_a_line_in_pieces_is_one_line_and_a_word_in_pieces_one_word() -> None:
    content = text("Han", 60, 700, font="L") + text("jang", 60, 500, font="L")
    pieces = text("a", 100, 600, font="L") + text("b", 105.6, 600, font="L")
    assert said(content) == "Han\n\njang"
    assert said(pieces) == "ab"
    assert said(text("구분", 60, 700) + text("예산", 200, 700)) == "구분 예산"


def test_characters_are_cleaned() -> None:
    parts = [unicodedata.normalize("NFD", "한글"), "ﬁn", "소\u00ad프\u200b트", "가\ue000나\x01다"]
    assert said(text(" ".join(parts), 60, 700, font="U")) == "한글 fin 소프트 가나다"


def test_a_word_of_nothing_readable_is_no_word() -> None:
    (page,) = texts(written(text("\ue000\ue001 \u200b 가", 60, 700, font="U")))
    assert page.text == "가"
    assert len(page.boxes) == 1


def test_vertical_writing_is_read_in_columns_from_the_right() -> None:
    content = text("二行目の文", 480, 700, font="J") + text("一行目の文", 500, 700, font="J")
    (page,) = texts(written(content))
    assert page.text.split() == ["一行目の文", "二行目の文"]
    first, second = page.boxes
    assert first[0] > second[0]
    assert first[3] - first[1] > 3 * (first[2] - first[0])


@pytest.mark.parametrize(
    ("turned", "step"),
    [((0, 1), (12, 0)), ((0, -1), (-12, 0)), ((-1, 0), (0, 12)), ((1, 0), (0, -12))],
)
def test_turned_lines_are_read_in_their_order(
    turned: tuple[float, float], step: tuple[float, float]
) -> None:
    lines = ["the first line", "second one", "and the third"]
    content = b"".join(
        text(line, 300 + at * step[0], 400 + at * step[1], font="L", turned=turned)
        for at, line in enumerate(lines)
    )
    assert said(content).split("\n") == lines


def test_a_watermark_comes_last() -> None:
    mark = text("대외비 문서", 150, 250, 60, turned=(0.7071, 0.7071))
    body = b"".join(text("본문의 문장입니다", 60, 700 - at * 14) for at in range(30))
    assert said(mark + body).split()[-2:] == ["대외비", "문서"]


def test_what_is_drawn_twice_to_look_bold_is_read_once() -> None:
    assert said(text("굵은 제목", 60, 700) + text("굵은 제목", 60.4, 700)) == "굵은 제목"
    apart = text("같은 말", 60, 700) + text("같은 말", 60, 600)
    assert said(apart).split() == ["같은", "말", "같은", "말"]


def test_unseen_text_over_a_scan_is_kept() -> None:
    assert said(text("스캔한 글", 60, 700, mode=3)) == "스캔한 글"


def test_what_lies_outside_the_page_or_is_clipped_away_is_no_text() -> None:
    outside = text("밖", 700, 400) + text("아래", 100, -60)
    clipped = b"q 0 0 50 50 re W n " + text("숨음", 100, 700) + b"Q "
    assert said(outside + clipped + text("안", 100, 100)) == "안"
    (page,) = texts(
        written(
            text("잘림", 20, 400) + text("남음", 200, 400) + text("밑", 200, 50),
            entries=b"/CropBox[100 100 500 500]",
        )
    )
    assert page.text == "남음"
    assert page.boxes == ((2500, 2280, 3000, 2530),)
