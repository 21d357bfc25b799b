"""A page, or a rectangle of it, drawn into memory that the service made."""

import mmap
from typing import Any, Final

from service.render.limits import CHANNELS, MAX_PAGE_SIDE
from service.render.messages import Draw, Drawn, Trouble
from service.render.pdf.library import mupdf
from service.render.pdf.opening import page_of
from service.render.pdf.troubled import Troubled, mind_warnings

WHITE: Final = 255


def draw(job: Draw, document: Any, pixels: int) -> Drawn:
    """Draw what the job asks for. Raises Troubled, and what PyMuPDF raises."""
    page = page_of(document, job.page)
    if max(page.rect.width, page.rect.height) > MAX_PAGE_SIDE:
        raise Troubled(Trouble.TOO_LARGE)
    right, bottom = job.left + job.width, job.top + job.height
    drawing = mupdf.fz_new_pixmap_with_bbox(
        mupdf.fz_device_rgb(),
        mupdf.FzIrect(job.left, job.top, right, bottom),
        mupdf.FzSeparations(),
        0,
    )
    mupdf.fz_clear_pixmap_with_value(drawing, WHITE)
    scale = mupdf.fz_make_matrix(
        job.across / page.rect.width, 0, 0, job.down / page.rect.height, 0, 0
    )
    device = mupdf.fz_new_draw_device(scale, drawing)
    mupdf.fz_run_page(page.this, device, mupdf.FzMatrix(), mupdf.FzCookie())
    mupdf.fz_close_device(device)
    mind_warnings()
    with mmap.mmap(pixels, job.width * job.height * CHANNELS) as memory:
        memory[:] = mupdf.fz_pixmap_samples_memoryview(drawing)
    return Drawn(width=job.width, height=job.height)
