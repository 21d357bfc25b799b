"""Folders that survive a power cut, and what the operating system's errors mean."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.errors import StorageError, StorageFull, StorageReadOnly

# EFBIG is a quota too: the process may not make a file that long (RLIMIT_FSIZE).
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


@contextmanager
def os_errors() -> Iterator[None]:
    """Turn an OSError inside the block into the StorageError it means."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise StorageFull(error.strerror) from error
        if error.errno in _READ_ONLY:
            raise StorageReadOnly(error.strerror) from error
        raise StorageError(error.strerror) from error


def make_folder(folder: Path) -> None:
    """Make `folder` and what is missing above it, on disk when it returns; blocks.

    Only the owner may enter a folder made here: meetings hold closed papers.
    """
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Put the folder's names on disk, so that a rename in it outlives a power cut; blocks."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
