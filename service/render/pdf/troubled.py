"""What goes wrong inside a PDF, as the few troubles the service knows."""

import re
from typing import Final

from service.render.fence.messages import Trouble
from service.render.pdf.library import mupdf, pymupdf

PDF_ERRORS: Final = (RuntimeError, ValueError, IndexError, ArithmeticError, mupdf.FzErrorBase)
"""What PyMuPDF raises over a document's own faults."""

_OUT_OF_MEMORY: Final = re.compile(
    r"alloc ?\(|(out of|enough) memory|compression bomb", re.IGNORECASE
)
"""Words of MuPDF's and its decoders' own; a document's names and keywords stand in messages too."""

_PROTECTED: Final = "unknown encryption"
_NOT_DRAWN: Final = "content stream is not a stream"


class Troubled(Exception):
    """The document is at fault; `trouble` says how."""

    def __init__(self, trouble: Trouble) -> None:
        self.trouble = trouble
        super().__init__(trouble.value)


def trouble_of(error: Exception) -> Trouble:
    """The trouble behind an exception of PyMuPDF's."""
    if isinstance(error, Troubled):
        return error.trouble
    if isinstance(error, mupdf.FzErrorLimit):
        return Trouble.TOO_HEAVY
    if _PROTECTED in str(error.__cause__):
        return Trouble.UNKNOWN_PROTECTION
    if _OUT_OF_MEMORY.search(str(error)):
        return Trouble.TOO_HEAVY
    return Trouble.BROKEN


def mind_warnings() -> None:
    """Raise Troubled over a warning that means a silently wrong page.

    MuPDF draws what it can and only warns of the rest.
    """
    warnings = pymupdf.TOOLS.mupdf_warnings()
    if _OUT_OF_MEMORY.search(warnings):
        raise Troubled(Trouble.TOO_HEAVY)
    if _NOT_DRAWN in warnings:
        raise Troubled(Trouble.BROKEN)
