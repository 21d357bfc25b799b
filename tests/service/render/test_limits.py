"""How large a page is drawn, whatever its box says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.render.limits import (
    MAX_DRAWING_PIXELS,
    MAX_DRAWING_SIDE,
    MAX_PAGE_SIDE,
    Size,
    drawing_size,
    halved,
    thumbnail_size,
    too_large,
)


@pytest.mark.parametrize(
    ("points", "pixels"),
    [
        ((595, 842), Size(1_600, 2_264)),
        ((842, 595), Size(1_600, 1_131)),
        ((2384, 3370), Size(1_600, 2_262)),
        ((14_400, 1), Size(1_600, 1)),
        ((1, 14_400), Size(1, 16_383)),
    ],
)
def test_pages_are_drawn_as_wide_as_the_tablet(points: tuple[int, int], pixels: Size) -> None:
    assert drawing_size(points) == pixels


side = st.floats(min_value=0, max_value=20_000, allow_nan=False)


@given(side, side)
def test_no_page_is_drawn_beyond_the_caps(across: float, down: float) -> None:
    size = drawing_size((across, down))
    assert 1 <= size.width <= 1_600
    assert 1 <= size.height <= MAX_DRAWING_SIDE
    # Rounding each side may add half a row.
    assert size.width * size.height <= MAX_DRAWING_PIXELS + size.width + size.height
    for smaller in (thumbnail_size(size), halved(size)):
        assert 1 <= smaller.width <= size.width
        assert 1 <= smaller.height <= size.height


def test_a_page_side_is_too_large_beyond_the_standards_bound() -> None:
    assert not too_large((MAX_PAGE_SIDE, MAX_PAGE_SIDE))
    assert too_large((10, MAX_PAGE_SIDE + 1))
