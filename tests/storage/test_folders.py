"""Folders made to last, and errors of the operating system named."""

import errno
import os
from pathlib import Path

import pytest

from storage.errors import StorageError, StorageFull, StorageReadOnly
from storage.folders import make_folder, os_errors


@pytest.mark.parametrize(
    ("number", "means"),
    [
        (errno.ENOSPC, StorageFull),
        (errno.EDQUOT, StorageFull),
        (errno.EFBIG, StorageFull),
        (errno.EROFS, StorageReadOnly),
        (errno.EACCES, StorageReadOnly),
        (errno.EPERM, StorageReadOnly),
        (errno.EIO, StorageError),
    ],
)
def test_an_error_is_named_for_what_to_do_about_it(number: int, means: type[StorageError]) -> None:
    with pytest.raises(StorageError) as raised, os_errors():
        raise OSError(number, os.strerror(number))
    assert type(raised.value) is means
    assert str(raised.value) == os.strerror(number)


def test_a_folder_that_stands_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_folder(tmp_path)
    assert tmp_path.stat().st_mode & 0o777 == 0o755


def test_folders_are_made_with_what_is_missing_above(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b" / "c")
    assert (tmp_path / "a" / "b" / "c").is_dir()
