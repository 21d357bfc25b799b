"""Which file a blob's key names; pure."""

import re
from pathlib import Path

_KEY = re.compile(r"[A-Za-z0-9_-]{1,64}(/[A-Za-z0-9_-]{1,64}){0,7}")


def checked_key(key: str) -> str:
    """The key itself. Raises ValueError unless it is 1 to 8 plain words joined by slashes."""
    if not _KEY.fullmatch(key):
        raise ValueError("not a valid key")
    return key


def path_under(folder: Path, key: str) -> Path:
    """Where the key's blob lies; never outside `folder`. Raises ValueError on a bad key.

    The third slash and those after it become dots, so that all pages of one content share
    a folder: a new folder costs one more sync than a new file does.
    """
    first, *rest = checked_key(key).split("/", 2)
    return folder.joinpath(first, *(part.replace("/", ".") for part in rest))
