"""A PDF opened from the descriptor that came through the fence, and its pages.

The file is mapped for reading and MuPDF reads the mapping: nothing is copied, however large
the file is, and nothing has to be opened by a name, which the walls forbid.
"""

import mmap
import os
from typing import Any, Final

from service.render.fence.messages import Trouble
from service.render.pdf.layers import settle_layers
from service.render.pdf.library import pymupdf
from service.render.pdf.mending import mend_boxes
from service.render.pdf.troubled import Troubled

HEAD_WINDOW: Final = 1_024
"""Bytes in which the header must stand: PDF 1.7 Annex H, implementation note 13."""

_Document: Final[Any] = pymupdf.Document


class MappedDocument(_Document):  # type: ignore[misc]  # PyMuPDF has no types
    """A document over a mapping that lives exactly as long as it is open.

    MuPDF keeps the address alone. The view is what keeps the mapping, and only this object
    keeps the view; a page taken from the document is dead once that is closed.
    """

    def close(self) -> None:
        """Close the document, then let go of its bytes."""
        super().close()
        self.stream = None


def open_pdf(pdf: int) -> MappedDocument:
    """The document behind an open descriptor; must be closed.

    Raises Troubled when it is no PDF, or has no place in the child's address space.
    """
    mapping = _mapped(pdf)
    if mapping.find(b"%PDF-", 0, HEAD_WINDOW) < 0:
        raise Troubled(Trouble.NOT_A_PDF)
    document = MappedDocument(stream=memoryview(mapping), filetype="pdf")
    if not document.is_pdf:
        document.close()
        raise Troubled(Trouble.NOT_A_PDF)
    if not document.needs_pass:
        settle_layers(document)
    return document


def _mapped(pdf: int) -> mmap.mmap:
    length = os.lseek(pdf, 0, os.SEEK_END)  # the walls forbid asking for it (fstat)
    if length == 0:
        raise Troubled(Trouble.NOT_A_PDF)
    try:
        return mmap.mmap(pdf, length, access=mmap.ACCESS_READ)
    except OSError:
        raise Troubled(Trouble.TOO_HEAVY) from None


def page_of(document: Any, page: int) -> Any:
    """A page of the document, from 1; MuPDF would show an empty sheet for what is none.

    Raises Troubled.
    """
    xref = document.page_xref(page - 1)
    if not document.xref_get_keys(xref):
        raise Troubled(Trouble.BROKEN)
    mend_boxes(document, xref)
    return document.load_page(page - 1)
