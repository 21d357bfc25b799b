"""A sheet put onto a page of a PDF in the making."""

from typing import Any, Final

import pymupdf

from service.demo.draw.font import face
from service.demo.draw.sheet import FONT_NAME, Sheet

_pymupdf: Final[Any] = pymupdf  # its own annotations cover a part of it only


def new_document() -> Any:
    """An empty PDF."""
    return _pymupdf.open()


def put(document: Any, sheet: Sheet) -> Any:
    """Adds the sheet to the document as its last page, and gives that page."""
    page = document.new_page(width=sheet.width, height=sheet.height)
    if sheet.picture is not None:
        page.insert_image(page.rect, stream=sheet.picture)
        return page
    page.insert_font(fontname=FONT_NAME, fontbuffer=face().data)
    content = document.get_new_xref()
    document.update_object(content, "<<>>")
    document.update_stream(content, sheet.content)
    page.set_contents(content)
    return page
