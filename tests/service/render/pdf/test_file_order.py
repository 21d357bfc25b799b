"""Pages that stand in the file row by row."""

from service.render.paper import Box
from service.render.pdf.file_order import BLOCK, GLUE, LINE, SPACE, file_order


def at(column: int, row: int, width: int = 900) -> Box:
    """A line of 100 in height on a grid of 1,000 by 120."""
    return column * 1000, row * 120, column * 1000 + width, row * 120 + 100


def test_lines_below_each_other_and_cells_beside_each_other() -> None:
    places = [at(0, 0), at(0, 1), at(1, 1), at(0, 2), at(0, 4)]
    assert file_order(places, [0, 0, 0, 0, 1]) == (
        [0, 1, 2, 3, 4],
        [BLOCK, LINE, SPACE, LINE, BLOCK],
    )


def test_a_foot_drawn_first_is_read_last() -> None:
    order = file_order([at(0, 30), at(0, 0), at(0, 1)], [0, 1, 1])
    assert order is not None
    assert order[0] == [1, 2, 0]


def test_a_word_in_two_pieces_is_one() -> None:
    assert file_order([(0, 0, 500, 100), (502, 0, 900, 100)], [0, 0]) == ([0, 1], [BLOCK, GLUE])


def test_columns_are_not_for_it() -> None:
    left, right = [at(0, row) for row in range(5)], [at(1, row) for row in range(5)]
    assert file_order([*left, *right], [0] * 5 + [1] * 5) is None


def test_prose_drawn_across_two_columns_is_not_for_it() -> None:
    places = [at(column * 2, row, 1800) for row in range(5) for column in (0, 1)]
    assert file_order(places, [0] * 10) is None


def test_an_empty_page_is_in_order() -> None:
    assert file_order([], []) == ([], [])
