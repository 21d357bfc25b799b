"""Where an outline's line or an action leads inside its document (ISO 32000-1, 12.3.2)."""

from typing import Any

from service.render.pdf.library import mupdf
from service.render.pdf.objects import name_of
from service.render.pdf.troubled import PDF_ERRORS


class Destinations:
    """Pages by their objects, and by the names a document gives to places."""

    def __init__(self, document: Any) -> None:
        self._pdf = mupdf.pdf_document_from_fz_document(document.this)
        self._count: int = document.page_count
        self._pages = {document.page_xref(page): page + 1 for page in range(self._count)}

    def of(self, item: Any) -> int | None:
        """The page, from 1, behind a dictionary with Dest or with a GoTo action, else None."""
        try:
            aim = mupdf.pdf_dict_gets(item, "Dest")
            if not aim.m_internal:
                action = mupdf.pdf_dict_gets(item, "A")
                if name_of(mupdf.pdf_dict_gets(action, "S")) != "GoTo":
                    return None
                aim = mupdf.pdf_dict_gets(action, "D")
            return self._page(aim)
        except PDF_ERRORS:
            return None

    def _page(self, aim: Any) -> int | None:
        if mupdf.pdf_is_name(aim) or mupdf.pdf_is_string(aim):
            aim = mupdf.pdf_lookup_dest(self._pdf, aim)
        if mupdf.pdf_is_dict(aim):
            aim = mupdf.pdf_dict_gets(aim, "D")
        if not mupdf.pdf_is_array(aim):
            return None
        page = mupdf.pdf_array_get(aim, 0)
        if mupdf.pdf_is_int(page):
            number: int = mupdf.pdf_to_int(page) + 1
            return number if 1 <= number <= self._count else None
        return self._pages.get(mupdf.pdf_to_num(page))
