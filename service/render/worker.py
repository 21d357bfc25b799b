"""The child that reads PDFs: the only place where PyMuPDF is imported.

It is told what to draw and how large, and answers with numbers and pixels. It keeps the
last document open, because pages of one document mostly follow each other.
"""

import mmap
from collections.abc import Sequence
from typing import Any, Final

import pymupdf

from service.render.child import Answering, live
from service.render.limits import CHANNELS, MAX_PAGE_SIDE
from service.render.messages import (
    Answer,
    Draw,
    Drawn,
    Encode,
    Failed,
    Inspect,
    Inspected,
    Job,
    Trouble,
)
from service.render.pipe_end import PipeEnd

_pymupdf: Final[Any] = pymupdf  # its own annotations cover a part of it only
mupdf: Final[Any] = _pymupdf.mupdf

HEAD_WINDOW: Final = 1_024
"""Bytes in which the header must stand: PDF 1.7 Annex H, implementation note 13."""

_OUT_OF_MEMORY: Final = ("alloc", "memory", "compression bomb")
_NOT_DRAWN: Final = "content stream is not a stream"

UNREADABLE: Final = (0, 0)


class Reader:
    """Inspects documents and draws pages, one job at a time."""

    def __init__(self) -> None:
        _pymupdf.TOOLS.mupdf_display_errors(False)
        _pymupdf.TOOLS.mupdf_display_warnings(False)
        self._kept: tuple[str, Any] | None = None

    def answer(self, job: Job, files: Sequence[int]) -> Answer:
        """Do the job; a document's own faults are answers, never exceptions."""
        _pymupdf.TOOLS.reset_mupdf_warnings()
        try:
            match job:
                case Inspect():
                    return _inspect(job, *files)
                case Draw():
                    return self._draw(job, *files)
                case Encode():
                    return Failed(trouble=Trouble.BROKEN)
        except _Troubled as troubled:
            return Failed(trouble=troubled.trouble)
        except (RuntimeError, ValueError, IndexError, mupdf.FzErrorBase) as error:
            return Failed(trouble=_trouble_of(error))

    def _draw(self, job: Draw, pdf: int, pixels: int) -> Answer:
        page = _page(self._document(job.document, pdf), job.page - 1)
        if max(page.rect.width, page.rect.height) > MAX_PAGE_SIDE:
            return Failed(trouble=Trouble.TOO_LARGE)
        drawing = mupdf.fz_new_pixmap_with_bbox(
            mupdf.fz_device_rgb(),
            mupdf.FzIrect(0, 0, job.width, job.height),
            mupdf.FzSeparations(),
            0,
        )
        mupdf.fz_clear_pixmap_with_value(drawing, 255)
        scale = mupdf.fz_make_matrix(
            job.width / page.rect.width, 0, 0, job.height / page.rect.height, 0, 0
        )
        device = mupdf.fz_new_draw_device(scale, drawing)
        mupdf.fz_run_page(page.this, device, mupdf.FzMatrix(), mupdf.FzCookie())
        mupdf.fz_close_device(device)
        _mind_warnings()
        with mmap.mmap(pixels, job.width * job.height * CHANNELS) as memory:
            memory[:] = mupdf.fz_pixmap_samples_memoryview(drawing)
        return Drawn(width=job.width, height=job.height)

    def _document(self, name: str, pdf: int) -> Any:
        if self._kept is None or self._kept[0] != name:
            if self._kept is not None:
                self._kept[1].close()
                self._kept = None
                _pymupdf.TOOLS.store_shrink(100)
            self._kept = (name, _open(pdf))
        return self._kept[1]


def _inspect(job: Inspect, pdf: int, copy: int | None = None) -> Answer:
    with _open(pdf) as document:
        sealed = bool(document.needs_pass)
        if sealed and job.password is None:
            return Failed(trouble=Trouble.PASSWORD_NEEDED)
        if sealed and not document.authenticate(job.password):
            return Failed(trouble=Trouble.WRONG_PASSWORD)
        count = document.page_count
        if count < 1:
            return Failed(trouble=Trouble.BROKEN if document.is_repaired else Trouble.NO_PAGES)
        if count > job.max_pages:
            return Failed(trouble=Trouble.TOO_MANY_PAGES)
        measures = [_measure(document, index) for index in range(count)]
        sizes = tuple(UNREADABLE if isinstance(it, Trouble) else it for it in measures)
        if set(sizes) == {UNREADABLE}:
            heavy = Trouble.TOO_HEAVY in measures
            return Failed(trouble=Trouble.TOO_HEAVY if heavy else Trouble.BROKEN)
        if copy is not None and sealed:
            document.save(PipeEnd(copy), encryption=_pymupdf.PDF_ENCRYPT_NONE, no_new_id=True)
        return Inspected(sizes=sizes, copied=copy is not None and sealed)


def _open(pdf: int) -> Any:
    with open(pdf, "rb", closefd=False) as file:
        file.seek(0)
        if b"%PDF-" not in file.read(HEAD_WINDOW):
            raise _Troubled(Trouble.NOT_A_PDF)
    document = _pymupdf.open(f"/dev/fd/{pdf}", filetype="pdf")
    if not document.is_pdf:
        raise _Troubled(Trouble.NOT_A_PDF)
    return document


def _measure(document: Any, index: int) -> tuple[int, int] | Trouble:
    """The page's size as shown: crop box, rotation and user unit count."""
    try:
        rect = _page(document, index).rect
        return max(1, round(rect.width)), max(1, round(rect.height))
    except _Troubled as troubled:
        return troubled.trouble
    except (RuntimeError, ValueError, OverflowError, mupdf.FzErrorBase) as error:
        return _trouble_of(error)


def _page(document: Any, index: int) -> Any:
    """A page of the document; MuPDF would show an empty sheet for what is no page at all."""
    if not document.xref_get_keys(document.page_xref(index)):
        raise _Troubled(Trouble.BROKEN)
    return document.load_page(index)


def _mind_warnings() -> None:
    """MuPDF draws what it can and only warns; what would be a silently wrong page is refused."""
    warnings = _pymupdf.TOOLS.mupdf_warnings()
    if any(word in warnings for word in _OUT_OF_MEMORY):
        raise _Troubled(Trouble.TOO_HEAVY)
    if _NOT_DRAWN in warnings:
        raise _Troubled(Trouble.BROKEN)


def _trouble_of(error: Exception) -> Trouble:
    if isinstance(error, mupdf.FzErrorLimit):
        return Trouble.TOO_HEAVY
    if any(word in str(error) for word in _OUT_OF_MEMORY):
        return Trouble.TOO_HEAVY
    return Trouble.BROKEN


class _Troubled(Exception):
    def __init__(self, trouble: Trouble) -> None:
        self.trouble = trouble


def load() -> Answering:
    """The work of this child."""
    return Reader().answer


if __name__ == "__main__":
    live(load)
