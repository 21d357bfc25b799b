"""Each version of Landlock is asked for all it has, and for nothing it does not know."""

import pytest

from service.render.fence.landlock import rights


@pytest.mark.parametrize(
    ("version", "files", "net", "scopes"),
    [
        (1, 13, 0, 0),
        (2, 14, 0, 0),
        (3, 15, 0, 0),
        (4, 15, 2, 0),
        (5, 16, 2, 0),
        (6, 16, 2, 2),
        (7, 16, 2, 2),
        (99, 16, 2, 2),  # a later kernel: what is known here, at least
    ],
)
def test_all_rights_of_a_version(version: int, files: int, net: int, scopes: int) -> None:
    assert rights(version) == ((1 << files) - 1, (1 << net) - 1, (1 << scopes) - 1)
