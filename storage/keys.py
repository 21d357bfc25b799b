"""Names of blobs and streams, built only from checked parts; pure.

No part of a key comes from a file name or a request: a key is made of a SHA-256, a
number and a word of ours, so it can neither climb out of a folder nor collide.
"""

import re

_SHA256 = re.compile(r"[0-9a-f]{64}")
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")


def source_key(sha256: str) -> str:
    """Where a PDF's bytes are. Raises ValueError when `sha256` is not one."""
    return f"source/{_checked(_SHA256, sha256)}"


def page_key(sha256: str, page: int, size: str) -> str:
    """Where one drawn page is. Raises ValueError when a part is not of its form."""
    if not 1 <= page <= 100_000:
        raise ValueError("page out of range")
    return f"page/{_checked(_SHA256, sha256)}/{page}/{_checked(_NAME, size)}"


def tile_key(sha256: str, page: int, level: int, column: int, row: int) -> str:
    """Where one tile of a page is. Raises ValueError when a part is not of its form."""
    if min(level, column, row) < 0:
        raise ValueError("tile out of range")
    return page_key(sha256, page, f"tile-{level}-{column}-{row}")


def text_key(sha256: str, first: int) -> str:
    """Where the text of the pages from `first` on is. Raises ValueError."""
    return page_key(sha256, first, "text")


def contents_key(sha256: str) -> str:
    """Where a PDF's outline and labels are. Raises ValueError when `sha256` is not one."""
    return f"contents/{_checked(_SHA256, sha256)}"


def meeting_stream(meeting_id: str) -> str:
    """The log of a meeting."""
    return f"meeting:{_checked(_NAME, meeting_id)}"


def notes_stream(meeting_id: str, seat_id: str) -> str:
    """The private log of one seat in one meeting."""
    return f"notes:{_checked(_NAME, meeting_id)}:{_checked(_NAME, seat_id)}"


def collected_stream(meeting_id: str, seat_id: str) -> str:
    """The log of what one seat writes for the secretary of one meeting."""
    return f"collected:{_checked(_NAME, meeting_id)}:{_checked(_NAME, seat_id)}"


def collected_streams(meeting_id: str) -> str:
    """How the names of all streams of what is collected in one meeting start."""
    return f"collected:{_checked(_NAME, meeting_id)}:"


def seat_of(stream: str) -> str:
    """The seat whose own log of a meeting has this name. Raises ValueError."""
    return _checked(_NAME, stream.rpartition(":")[2])


def _checked(form: re.Pattern[str], part: str) -> str:
    if not form.fullmatch(part):
        raise ValueError("not a valid part of a key")
    return part
