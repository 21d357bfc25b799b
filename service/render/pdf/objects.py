"""The objects a PDF consists of, looked at one by one and only so often."""

from collections.abc import Iterator
from typing import Any, Final

from service.render.pdf.lettering import cleaned
from service.render.pdf.library import mupdf

MOST_LOOKS: Final = 150_000
"""Objects looked at in one survey: about 1.5 s; an honest document has some 10,000."""

LONGEST_TEXT: Final = 10_000
"""Characters of a string that are looked at at all."""


class Spent(Exception):
    """The survey has looked at as many objects as it may."""


class Looks:
    """How many more objects may be looked at."""

    def __init__(self, most: int = MOST_LOOKS) -> None:
        self._left = most

    def take(self) -> None:
        """Count a look. Raises Spent."""
        self._left -= 1
        if self._left < 0:
            raise Spent

    def items(self, array: Any) -> Iterator[Any]:
        """An array's members; none for what is no array. Raises Spent."""
        for index in range(mupdf.pdf_array_len(array) if mupdf.pdf_is_array(array) else 0):
            self.take()
            yield mupdf.pdf_array_get(array, index)

    def entries(self, dictionary: Any) -> Iterator[Any]:
        """A dictionary's values; none for what is no dictionary. Raises Spent."""
        for index in range(mupdf.pdf_dict_len(dictionary) if mupdf.pdf_is_dict(dictionary) else 0):
            self.take()
            yield mupdf.pdf_dict_get_val(dictionary, index)


def text_of(value: Any) -> str:
    """A text string's words, cleaned, on one line; empty for what is no string."""
    if not mupdf.pdf_is_string(value):
        return ""
    text: str = mupdf.pdf_to_text_string(value)
    return cleaned(text[:LONGEST_TEXT])


def name_of(value: Any) -> str:
    """A name; empty for what is none."""
    name: str = mupdf.pdf_to_name(value) if mupdf.pdf_is_name(value) else ""
    return name
