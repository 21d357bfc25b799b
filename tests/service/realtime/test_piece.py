"""A piece of a stroke: joined without loss, thinned evenly, never larger than it may be."""

from hypothesis import given, settings
from hypothesis import strategies as st

from service.model import Colour, PageRef, Points, Tool
from service.protocol.codec import encode
from service.protocol.signals import Passed, StrokeProgress
from service.realtime.piece import MOST_POINTS, Piece, thinned
from tests.support.values import page

ORDINATE = st.integers(-20_000, 1_000_000)
TOLD = st.lists(
    st.tuples(st.integers(0, 60), st.lists(st.tuples(ORDINATE, ORDINATE, ORDINATE), max_size=12)),
    min_size=1,
    max_size=12,
)


def told(start: int, points: Points, on: PageRef | None = None) -> StrokeProgress:
    """A signal of stroke k1."""
    return StrokeProgress(
        stroke_id="k1",
        page=on or page(),
        tool=Tool.PEN,
        colour=Colour.RED,
        width=22,
        start=start,
        points=points,
    )


def numbered(first: int, last: int) -> Points:
    """Points whose x is their number."""
    return tuple(number for n in range(first, last) for number in (n, 1, 128))


def drawn(so_far: list[int], signal: StrokeProgress) -> list[int]:
    """What a tablet has after a signal, as the protocol says."""
    return [*so_far[: 3 * signal.start], *signal.points]


@settings(deadline=None, derandomize=True, max_examples=300)
@given(TOLD)
def test_joined_signals_draw_what_single_ones_draw(
    signals: list[tuple[int, list[tuple[int, int, int]]]],
) -> None:
    singly: list[int] = []
    piece: Piece | None = None
    for start, points in signals:
        # A hand tells on from where it is, or some points anew; it leaves no gap.
        reached = min(start, len(singly) // 3)
        signal = told(reached, tuple(number for point in points for number in point))
        singly = drawn(singly, signal)
        if piece is None:
            piece = Piece("s1", signal)
        else:
            piece.join(signal)
    assert piece is not None
    assert drawn([], piece.signal) == singly


def test_a_gap_is_joined_and_the_numbers_of_the_hand_are_kept() -> None:
    piece = Piece("s1", told(10, numbered(10, 12)))
    piece.join(told(20, numbered(20, 22)))
    assert piece.signal == told(10, numbered(10, 12) + numbered(20, 22))
    piece.join(told(22, numbered(22, 23)))
    assert piece.signal.points[0::3] == (10, 11, 20, 21, 22)


def test_a_flood_of_points_is_bounded_and_keeps_its_ends() -> None:
    piece = Piece("s1", told(0, numbered(0, 1)))
    for first in range(1, 10_000, 400):
        piece.join(told(first, numbered(first, first + 400)))
        numbers = piece.signal.points[0::3]
        assert len(numbers) <= MOST_POINTS
        assert (numbers[0], numbers[-1]) == (0, first + 399)
        assert list(numbers) == sorted(numbers)


@settings(deadline=None, derandomize=True, max_examples=200)
@given(st.integers(0, 400), st.integers(0, 8_000))
def test_what_is_encoded_is_never_larger_than_allowed(points: int, most: int) -> None:
    piece = Piece("s1", told(7, numbered(0, points)))
    part = piece.encoded(most)
    whole = encode(Passed(seat_id="s1", signal=told(7, numbered(0, points))))
    if part is None:
        least = encode(Passed(seat_id="s1", signal=told(7, thinned(numbered(0, points), 2))))
        assert most < len(least)
    else:
        assert len(part) <= most
        assert part == whole or len(whole) > most


def test_thinning_takes_evenly_and_keeps_the_ends() -> None:
    assert thinned(numbered(0, 9), 3)[0::3] == (0, 4, 8)
    assert thinned(numbered(0, 9), 2)[0::3] == (0, 8)
    assert thinned(numbered(0, 3), 3) == numbered(0, 3)
