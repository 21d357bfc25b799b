"""Whether a PDF can be taken in, and how large its pages are."""

from typing import Any, Final

from service.render.fence.messages import Answer, Failed, Inspect, Inspected, Trouble
from service.render.fence.pipe_end import PipeEnd
from service.render.pdf.library import pymupdf
from service.render.pdf.opening import open_pdf, page_of
from service.render.pdf.troubled import PDF_ERRORS, Troubled, trouble_of

UNREADABLE: Final = (0, 0)


def inspect(job: Inspect, pdf: int, copy: int | None = None) -> Answer:
    """Look at a whole document; a copy without its password goes into the pipe `copy`."""
    with open_pdf(pdf) as document:
        sealed = bool(document.needs_pass)
        if sealed and job.password is None:
            return Failed(trouble=Trouble.PASSWORD_NEEDED)
        if sealed and not document.authenticate(job.password):
            return Failed(trouble=Trouble.WRONG_PASSWORD)
        count = document.page_count
        if count < 1:
            return Failed(trouble=Trouble.NO_PAGES if _has_tree(document) else Trouble.BROKEN)
        if count > job.max_pages:
            return Failed(trouble=Trouble.TOO_MANY_PAGES)
        measures = [_measure(document, page) for page in range(1, count + 1)]
        # A tree that claims more pages than it has is found out on the way.
        del measures[max(1, document.page_count) :]
        sizes = tuple(UNREADABLE if isinstance(it, Trouble) else it for it in measures)
        if set(sizes) == {UNREADABLE}:
            heavy = Trouble.TOO_HEAVY in measures
            return Failed(trouble=Trouble.TOO_HEAVY if heavy else Trouble.BROKEN)
        if copy is not None and sealed:
            document.save(PipeEnd(copy), encryption=pymupdf.PDF_ENCRYPT_NONE, no_new_id=True)
        return Inspected(sizes=sizes, copied=copy is not None and sealed)


def _has_tree(document: Any) -> bool:
    """Whether there is a sound tree of pages, be it an empty one."""
    kids = document.xref_get_key(document.pdf_catalog(), "Pages/Kids")
    return not document.is_repaired and kids[0] == "array"


def _measure(document: Any, page: int) -> tuple[int, int] | Trouble:
    """The page's size as shown: crop box, rotation and user unit count."""
    try:
        rect = page_of(document, page).rect
        return max(1, round(rect.width)), max(1, round(rect.height))
    except (Troubled, *PDF_ERRORS) as error:
        return trouble_of(error)
