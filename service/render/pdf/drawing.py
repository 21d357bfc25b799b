"""A page, or a rectangle of it, drawn into memory that the service made."""

import mmap
from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from service.render.fence.messages import Draw, Drawn, Trouble
from service.render.limits import CHANNELS, MAX_PAGE_SIDE
from service.render.pdf.closer import Closer
from service.render.pdf.library import mupdf
from service.render.pdf.opening import page_of
from service.render.pdf.troubled import Troubled, mind_warnings

WHITE: Final = 255


def draw(job: Draw, document: Any, pixels: int, closer: Closer) -> Drawn:
    """Draw what the job asks for. Raises Troubled, and what PyMuPDF raises."""
    page = page_of(document, job.page)
    if max(page.rect.width, page.rect.height) > MAX_PAGE_SIDE:
        raise Troubled(Trouble.TOO_LARGE)
    with mmap.mmap(pixels, job.width * job.height * CHANNELS) as memory:
        _draw_into(memory, job, page, closer)
    mind_warnings()
    return Drawn(width=job.width, height=job.height)


def _draw_into(memory: mmap.mmap, job: Draw, page: Any, closer: Closer) -> None:
    """Draw straight into `memory`: a drawing of 11 MB is not copied."""
    right, bottom = job.left + job.width, job.top + job.height
    drawing = mupdf.fz_new_pixmap_with_bbox_and_data(
        mupdf.fz_device_rgb(),
        mupdf.FzIrect(job.left, job.top, right, bottom),
        mupdf.FzSeparations(),
        0,
        mupdf.python_mutable_buffer_data(memory),
    )
    mupdf.fz_clear_pixmap_with_value(drawing, WHITE)
    scale = mupdf.fz_make_matrix(
        job.across / page.rect.width, 0, 0, job.down / page.rect.height, 0, 0
    )
    if job.is_part:
        bounds = mupdf.FzRect(0, 0, page.rect.width, page.rect.height)
        listed = closer.listed((job.document, job.page), bounds, partial(_run, page))
        tile = mupdf.FzRect(job.left, job.top, right, bottom)
        device = mupdf.fz_new_draw_device(mupdf.FzMatrix(), drawing)
        mupdf.fz_run_display_list(listed, device, scale, tile, mupdf.FzCookie())
    else:
        device = mupdf.fz_new_draw_device(scale, drawing)
        _run(page, device)
    mupdf.fz_close_device(device)


def _run(page: Any, device: Any) -> None:
    """Contents, annotations, then form fields, as on a screen.

    MuPDF puts a flag of its own, in English, on a signature field that nobody has signed:
    such a field shows nothing.
    """
    nothing, cookie = mupdf.FzMatrix(), mupdf.FzCookie()
    mupdf.fz_run_page_contents(page.this, device, nothing, cookie)
    mupdf.fz_run_page_annots(page.this, device, nothing, cookie)
    widgets = list(_widgets(page))
    if not any(map(_is_unsigned, widgets)):
        mupdf.fz_run_page_widgets(page.this, device, nothing, cookie)
        return
    for widget in widgets:
        if not _is_unsigned(widget):
            mupdf.pdf_run_annot(widget, device, nothing, cookie)


def _widgets(page: Any) -> Iterator[Any]:
    widget = mupdf.pdf_first_widget(mupdf.pdf_page_from_fz_page(page.this))
    while widget.m_internal:
        yield widget
        widget = mupdf.pdf_next_widget(widget)


def _is_unsigned(widget: Any) -> bool:
    signature = mupdf.pdf_widget_type(widget) == mupdf.PDF_WIDGET_TYPE_SIGNATURE
    return signature and not mupdf.pdf_widget_is_signed(widget)
