"""PyMuPDF, loaded once and quiet; its own annotations cover a part of it only."""

from typing import Any, Final

import pymupdf as _module

pymupdf: Final[Any] = _module
mupdf: Final[Any] = pymupdf.mupdf

pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)
