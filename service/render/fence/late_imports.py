"""Modules that libraries import in the middle of their work; behind the walls it is too late."""

import importlib
from typing import Final

LATE: Final = (
    *("base64", "json", "random", "string", "tempfile", "textwrap", "traceback", "unicodedata"),
    *("encodings.ascii", "encodings.latin_1", "encodings.cp1252", "encodings.utf_8_sig"),
    *("encodings.utf_16", "encodings.utf_16_be", "encodings.utf_16_le", "encodings.utf_32"),
    *("encodings.unicode_escape", "encodings.raw_unicode_escape", "encodings.idna"),
    *("encodings.euc_kr", "encodings.cp949"),
)
"""PyMuPDF and Pillow import the first ones inside functions; Python finds a text encoding
by importing it when it is first used."""


def import_late_modules() -> None:
    """Import them now."""
    for name in LATE:
        importlib.import_module(name)
