"""What a file is called: the name people see, made from whatever the browser sent; pure."""

import re
import unicodedata
from typing import Final

MAX_NAME: Final = 200
"""Characters, the length of a title."""

NAMELESS: Final = "자료"

_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode categories that are never seen; Cf holds the overrides of writing direction,
by which `fdp.exe` can be made to look like something else."""


def clean_name(sent: str) -> str:
    """The name without folders, invisible characters and `.pdf`; never empty.

    macOS sends Korean names decomposed (NFD); they are composed, so that search finds them.
    """
    composed = unicodedata.normalize("NFC", sent)
    seen = "".join(
        " " if letter.isspace() else letter
        for letter in composed
        if letter.isspace() or unicodedata.category(letter) not in _INVISIBLE
    )
    last = re.split(r"[/\\]", seen.rstrip("/\\ "))[-1]
    bare = re.sub(r"\.pdf\s*$", "", last, flags=re.IGNORECASE)
    return " ".join(bare.split())[:MAX_NAME].strip(" .") or NAMELESS
