"""What lies in a folder and below, in order, without opening any of it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

HIDDEN: Final = "."


@dataclass(frozen=True, slots=True)
class Found:
    """A thing in the folder: its path to open, its name below the folder; maybe no file at all.

    A folder that cannot be listed is found as such, its name ending in a slash.
    """

    path: str
    name: str


def found_in(folder: str) -> Iterator[Found]:
    """Everything below a folder but hidden names, ordered by the bytes of each path's parts.

    Links to folders are not followed. Raises OSError when the folder itself cannot be listed.
    """
    # A stack instead of recursion: a tree may be deeper than Python's.
    levels = [_listed(folder)]
    return _walked(levels, len(folder.rstrip("/")) + 1)


def _walked(levels: list[Iterator[os.DirEntry[str]]], start: int) -> Iterator[Found]:
    while levels:
        entry = next(levels[-1], None)
        if entry is None:
            levels.pop()
        elif not _is_folder(entry):
            yield Found(entry.path, entry.path[start:])
        elif not entry.is_symlink():
            try:
                levels.append(_listed(entry.path))
            except OSError:
                yield Found(entry.path, entry.path[start:] + "/")


def _listed(folder: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        seen = [entry for entry in entries if not entry.name.startswith(HIDDEN)]
    return iter(sorted(seen, key=lambda entry: os.fsencode(entry.name)))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link in a loop
        return False
