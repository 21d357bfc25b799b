"""Prints: noise is no change, strangers are strangers, a turned page is known."""

from service.versions.leaf import PRINT_SIDE
from service.versions.looks import (
    MARGIN_ROWS,
    looks_same,
    picture_likeness,
    sketch,
    turned,
)
from tests.support.leaves import WHITE, picture, scanned


def test_another_scan_is_alike_and_a_stranger_is_not() -> None:
    for page in range(20):
        assert picture_likeness(picture(page), scanned(picture(page), page)) > 0.95
        assert picture_likeness(picture(page), picture(page + 1)) < 0.2


def test_levels_may_shake_but_not_jump() -> None:
    shaken = bytes(min(255, level + 3) for level in picture(1))
    assert looks_same(picture(1), shaken)
    assert picture_likeness(WHITE, bytes(level - 9 for level in WHITE)) == 1.0
    sealed = bytearray(WHITE)
    sealed[400:403] = bytes([200] * 3)
    assert not looks_same(WHITE, bytes(sealed))


def test_margins_can_be_left_out() -> None:
    headed = bytearray(WHITE)
    headed[: MARGIN_ROWS * PRINT_SIDE] = bytes(MARGIN_ROWS * PRINT_SIDE)
    assert not looks_same(WHITE, bytes(headed))
    assert looks_same(WHITE, bytes(headed), within_margins=True)


def test_an_unknown_print_proves_nothing() -> None:
    assert picture_likeness(b"", picture(1)) == 0.0
    assert looks_same(b"", picture(1))
    assert turned(b"", 90) == b""


def test_four_quarter_turns_are_none() -> None:
    print_ = picture(1)
    for degrees in (90, 180, 270):
        assert turned(print_, degrees) != print_
        assert turned(turned(print_, degrees), 360 - degrees) == print_
    assert turned(turned(print_, 90), 90) == turned(print_, 180)
    # Clockwise: what stood at the top left comes to the top right.
    assert turned(print_, 90)[PRINT_SIDE - 1] == print_[0]


def test_sketches_of_one_sheet_are_nearer_than_those_of_strangers() -> None:
    apart = (sketch(picture(1)) ^ sketch(scanned(picture(1), 5))).bit_count()
    strange = (sketch(picture(1)) ^ sketch(picture(2))).bit_count()
    assert apart < 60 < strange
