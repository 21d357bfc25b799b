"""What is found in a folder: everything below, in order, and nothing is opened for it."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.check.folder import found_in
from service.check.held import held
from service.errors import Code, FileRefused


def names(folder: Path | str) -> list[str]:
    return [found.name for found in found_in(str(folder))]


def test_everything_below_is_found_in_order(tmp_path: Path) -> None:
    for name in ("b.pdf", "a/z.txt", "a/b/c", "나.pdf", "가.pdf", ".hidden", ".git/x", "a/.y"):
        place = tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch()
    (tmp_path / "empty").mkdir()
    assert names(tmp_path) == ["a/b/c", "a/z.txt", "b.pdf", "가.pdf", "나.pdf"]
    assert names(f"{tmp_path}/") == names(tmp_path)


def test_links_to_folders_are_not_followed_and_links_to_files_are_files(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "file").touch()
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "link").symlink_to(tmp_path / "real" / "file")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert names(tmp_path) == ["link", "loop", "real/file"]


@pytest.fixture
def bottomless(tmp_path: Path) -> Iterator[Path]:
    """2,500 folders in each other; taken away again, since pytest's own clearing up recurses."""
    top = tmp_path / "d"
    top.mkdir()
    here = os.open(top, os.O_RDONLY)
    for _ in range(2_500):  # its end lies beyond PATH_MAX, so it is made step by step
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    yield tmp_path
    subprocess.run(["rm", "-rf", str(top)], check=True)


def test_a_tree_deeper_than_any_recursion(bottomless: Path) -> None:
    (found,) = found_in(str(bottomless))
    assert found.name.endswith("d/"), "the folder that cannot be listed any more is named"
    with pytest.raises(FileRefused) as refused, held(found):
        pass
    assert refused.value.code is Code.UNREADABLE_FILE


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for place in ("file", "nowhere"):
        with pytest.raises(OSError, match=place):
            found_in(str(tmp_path / place))
