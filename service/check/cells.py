"""Text as a terminal shows it: columns counted, nothing in it that commands the terminal; pure."""

import unicodedata
from typing import Final

ELLIPSIS: Final = "…"


def safe(name: str) -> str:
    """A file's name for people: composed, and whatever is not printable spelled out.

    That covers line ends, escape sequences, marks that turn the direction of writing, and
    bytes that are no UTF-8.
    """
    return "".join(map(_spelled, unicodedata.normalize("NFC", name)))


def cells(text: str) -> int:
    """Columns a text takes: two for a wide letter, none for a mark on another (UAX 11)."""
    return sum(_cells_of(letter) for letter in text)


def shortened(text: str, room: int) -> str:
    """The text within so many columns; its middle gives way, its end (the suffix) stays."""
    if cells(text) <= room:
        return text
    head, tail = "", ""
    half = (room - 1) // 3
    for letter in text:
        if cells(head + letter) > half:
            break
        head += letter
    for letter in reversed(text):
        if cells(head + letter + tail) > room - 1:
            break
        tail = letter + tail
    return head + ELLIPSIS + tail


def wrapped(text: str, room: int) -> list[str]:
    """The text in lines of at most so many columns, broken between words."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if cells(longer) <= room or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _spelled(letter: str) -> str:
    if letter.isprintable():
        return letter
    number = ord(letter)
    if 0xDC80 <= number <= 0xDCFF:  # PEP 383: a byte that is no UTF-8
        return f"\\x{number - 0xDC00:02x}"
    return letter.encode("unicode_escape", "surrogatepass").decode("ascii")


def _cells_of(letter: str) -> int:
    if unicodedata.combining(letter) or "\u1160" <= letter <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
