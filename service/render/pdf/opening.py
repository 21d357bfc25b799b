"""A PDF opened from the descriptor that came through the fence, and its pages."""

from typing import Any, Final

from service.render.messages import Trouble
from service.render.pdf.library import pymupdf
from service.render.pdf.troubled import Troubled

HEAD_WINDOW: Final = 1_024
"""Bytes in which the header must stand: PDF 1.7 Annex H, implementation note 13."""


def open_pdf(pdf: int) -> Any:
    """The document behind an open descriptor. Raises Troubled when it is no PDF."""
    with open(pdf, "rb", closefd=False) as file:
        file.seek(0)
        if b"%PDF-" not in file.read(HEAD_WINDOW):
            raise Troubled(Trouble.NOT_A_PDF)
    document = pymupdf.open(f"/dev/fd/{pdf}", filetype="pdf")
    if not document.is_pdf:
        raise Troubled(Trouble.NOT_A_PDF)
    return document


def page_of(document: Any, page: int) -> Any:
    """A page of the document, from 1; MuPDF would show an empty sheet for what is none.

    Raises Troubled.
    """
    if not document.xref_get_keys(document.page_xref(page - 1)):
        raise Troubled(Trouble.BROKEN)
    return document.load_page(page - 1)
