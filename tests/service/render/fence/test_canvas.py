"""Memory that a child may fill and cannot resize."""

import os

import pytest

from service.render.fence.canvas import canvas, read


def test_it_has_the_size_it_was_made_with_for_ever() -> None:
    with canvas(100) as descriptor:
        assert os.fstat(descriptor).st_size == 100
        for size in (0, 1_000):
            with pytest.raises(PermissionError):
                os.ftruncate(descriptor, size)


def test_what_was_written_is_read() -> None:
    with canvas(10) as descriptor:
        os.pwrite(descriptor, b"abc", 2)
        assert read(descriptor, 1, 5) == b"\0abc\0"
        assert read(descriptor, 10, 0) == b""


@pytest.mark.parametrize(("start", "count"), [(0, 11), (10, 1), (-1, 2), (0, -1)])
def test_nothing_is_read_beyond_it(start: int, count: int) -> None:
    with canvas(10) as descriptor, pytest.raises(ValueError, match="beyond"):
        read(descriptor, start, count)
