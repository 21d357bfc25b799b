"""Characters as they come out of a PDF, made fit to be read, copied and searched; pure."""

import re
import unicodedata
from typing import Final

_BROKEN: Final = "\ufffd"
"""What MuPDF gives for a glyph of which nobody knows the character."""

_DROPPED: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Control, format (zero widths, soft hyphens, marks of direction), lone surrogates, private
use, unassigned: none of them is a letter anybody could type into a search."""

_LIGATURES: Final = re.compile("[\ufb00-\ufb06]")


def is_clean(text: str) -> bool:
    """Whether nothing in it needs `cleaned`; blanks count as clean. One look at a whole page."""
    return (
        text.isprintable()
        and _BROKEN not in text
        and unicodedata.is_normalized("NFC", text)
        and not _LIGATURES.search(text)
    )


def cleaned(text: str) -> str:
    """The text in NFC without what is no character; any white becomes one space.

    Decomposed Hangul becomes syllables, Latin ligatures become their letters.
    """
    text = _LIGATURES.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    # Tabs and line ends are controls (Cc) as well as white: they must part words first.
    text = " ".join(text.split())
    kept = (char for char in text if char != _BROKEN and unicodedata.category(char) not in _DROPPED)
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())
