"""The order in which the pieces of a page are read."""

import random
from collections.abc import Iterable, Sequence
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.render.paper import Box
from service.render.pdf.reading_order import Way, reading_order

_T = TypeVar("_T")

Drawn = tuple[str, int, int, int, int]
"""A name, left, top, width and height."""


def read(drawn: Sequence[Drawn], ways: Sequence[Way] | None = None) -> list[str]:
    """The names in reading order; each piece is a block of its own."""
    places: list[Box] = [(x, y, x + width, y + height) for _, x, y, width, height in drawn]
    order, joints = reading_order(places, range(len(places)), ways)
    assert len(joints) == len(places)
    return [drawn[index][0] for index in order]


def column(name: str, left: int, lines: int, top: int = 0, width: int = 4000) -> list[Drawn]:
    """Lines of prose below each other."""
    return [
        (f"{name}{row}", left, top + row * 130, width - row % 3 * 90, 100) for row in range(lines)
    ]


def names(*parts: Sequence[Drawn]) -> list[str]:
    return [name for part in parts for name, *_ in part]


def shuffled(things: Iterable[_T]) -> list[_T]:
    mixed = list(things)
    random.Random(3).shuffle(mixed)  # noqa: S311 - the same mix each time
    return mixed


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = column("l", 0, 20), column("r", 4600, 20)
    assert read([*left, *right]) == names(left, right)


def test_two_columns_drawn_across_are_still_read_one_after_the_other() -> None:
    left, right = column("l", 0, 20), column("r", 4600, 20)
    across = [piece for row in zip(left, right, strict=True) for piece in row]
    assert read(across) == names(left, right)


def test_head_and_foot_stand_around_columns_wherever_they_are_drawn() -> None:
    left, right = column("l", 0, 20, 600), column("r", 4600, 20, 600)
    head = [("title", 0, 0, 3000, 100), ("date", 7000, 0, 900, 100)]
    foot = [("foot", 0, 4000, 900, 100), ("number", 8000, 4000, 200, 100)]
    assert read([*foot, *left, *right, *head]) == names(head, left, right, foot)


def test_a_heading_across_parts_two_pairs_of_columns() -> None:
    one, two = column("a", 0, 8), column("b", 4600, 8)
    heading = [("heading", 0, 1200, 8600, 140)]
    three, four = column("c", 0, 8, 1500), column("d", 4600, 8, 1500)
    assert read([*one, *two, *heading, *three, *four]) == names(one, two, heading, three, four)


def test_a_table_is_read_row_by_row_in_whatever_order_it_was_drawn() -> None:
    cells = [
        (f"{row}.{cell}", cell * 2000, row * 200, 700, 100) for row in range(6) for cell in range(4)
    ]
    assert read(cells) == names(cells)
    assert read(sorted(cells, key=lambda cell: cell[1])) == names(cells)


def test_cells_of_several_lines_keep_together() -> None:
    rows = []
    for row in range(4):
        top = row * 500
        rows += [
            (f"{row}a", 0, top + 130, 800, 100),
            *((f"{row}b{line}", 2000, top + line * 130, 2500, 100) for line in range(3)),
            (f"{row}c", 6000, top + 130, 800, 100),
        ]
    assert read(rows) == names(rows)


def test_a_box_beside_text_comes_whole() -> None:
    text, box = column("t", 0, 12, width=6000), column("b", 7000, 5, top=400, width=2000)
    assert read([*text, *box]) == names(text, box)


def test_a_footnote_is_read_after_the_text() -> None:
    text, note = column("t", 0, 10, width=8000), [("note", 0, 1700, 5000, 70)]
    assert read([*note, *text]) == names(text, note)


def test_vertical_writing_goes_from_right_to_left() -> None:
    lines = [(f"v{line}", 8000 - line * 200, 0, 150, 5000) for line in range(5)]
    drawn = [*lines, ("number", 4000, 9000, 200, 100)]
    ways = [Way.DOWN] * 5 + [Way.ACROSS]
    assert read(drawn, ways)[:5] == names(lines)
    mixed = shuffled(zip(drawn, ways, strict=True))
    order = read([piece for piece, _ in mixed], [way for _, way in mixed])
    assert [name for name in order if name != "number"] == names(lines)


@pytest.mark.parametrize("way", [Way.UP, Way.DOWN, Way.BACK])
def test_a_sideways_page_is_read_like_a_level_one(way: Way) -> None:
    left, right = column("l", 0, 6), column("r", 4600, 6)
    turned = []
    for name, x, y, width, height in [*left, *right]:
        match way:
            case Way.UP:
                turned.append((name, y, 20_000 - x - width, height, width))
            case Way.DOWN:
                turned.append((name, 20_000 - y - height, x, height, width))
            case _:
                turned.append((name, 20_000 - x - width, 20_000 - y - height, width, height))
    assert read(turned, [way] * 12) == names(left, right)


def test_a_watermark_is_read_last_and_parts_nothing() -> None:
    left, right = column("l", 0, 20), column("r", 4600, 20)
    mark = [("mark", 1000, 100, 6000, 2400)]
    ways = [Way.ASKEW] + [Way.ACROSS] * 40
    assert read([*mark, *left, *right], ways) == names(left, right, mark)


def test_a_margin_label_keeps_together() -> None:
    text = column("t", 600, 10, width=8000)
    label = [("label1", 0, 700, 100, 500), ("label2", 120, 700, 100, 500)]
    order, _ = reading_order(
        [(x, y, x + width, y + height) for _, x, y, width, height in [*text, *label]],
        [0] * 10 + [1] * 2,
        [Way.ACROSS] * 10 + [Way.UP] * 2,
    )
    assert abs(order.index(10) - order.index(11)) == 1


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 10_000),
            st.integers(0, 14_000),
            st.integers(0, 6_000),
            st.integers(0, 900),
        ),
        max_size=60,
    ),
    st.sampled_from([None, *Way]),
)
def test_every_piece_is_read_once(boxes: list[tuple[int, int, int, int]], way: Way | None) -> None:
    places = [(x, y, x + width, y + height) for x, y, width, height in boxes]
    ways = None if way is None else [way if at % 3 else Way.ACROSS for at in range(len(places))]
    order, joints = reading_order(places, [0] * len(places), ways)
    assert sorted(order) == list(range(len(places)))
    assert len(joints) == len(places)


def test_a_date_on_the_right_is_read_before_what_stands_below_it() -> None:
    date, text = [("date", 7000, 0, 1500, 100)], column("t", 0, 3, top=300, width=2000)
    box = column("b", 6000, 3, top=300, width=2000)
    assert read([*date, *text, *box]) == names(date, text, box)


def test_a_page_of_far_too_many_pieces_is_read_from_top_to_bottom() -> None:
    pieces = [(str(at), at % 50 * 190, at // 50 * 30, 100, 20) for at in range(20_000)]
    assert read(shuffled(pieces)) == names(pieces)
