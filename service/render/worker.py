"""The child that reads PDFs: one job at a time, numbers, text and pixels out.

It keeps the last document open, because pages of one document mostly follow each other.
"""

from collections.abc import Sequence
from typing import Any

from service.render.fence.child import Answering, live
from service.render.fence.messages import (
    Answer,
    Draw,
    Encode,
    Failed,
    Inspect,
    Job,
    Print,
    Read,
    Survey,
    Trouble,
)
from service.render.pdf.closer import Closer
from service.render.pdf.drawing import draw
from service.render.pdf.inspecting import inspect
from service.render.pdf.library import pymupdf
from service.render.pdf.opening import open_pdf
from service.render.pdf.reading import read
from service.render.pdf.surveying import survey
from service.render.pdf.troubled import PDF_ERRORS, Troubled, trouble_of


class Reader:
    """Answers jobs over documents, one after the other."""

    def __init__(self) -> None:
        self._kept: tuple[str, Any] | None = None
        self._closer = Closer()

    def answer(self, job: Job, files: Sequence[int]) -> Answer:
        """Do the job; a document's own faults are answers, never exceptions."""
        pymupdf.TOOLS.reset_mupdf_warnings()
        try:
            match job:
                case Inspect():
                    return inspect(job, *files)
                case Draw():
                    pdf, pixels = files
                    return draw(job, self._document(job.document, pdf), pixels, self._closer)
                case Read():
                    pdf, memory = files
                    return read(job, self._document(job.document, pdf), memory)
                case Survey():
                    pdf, memory = files
                    return survey(job, self._document(job.document, pdf), memory)
                case Encode() | Print():
                    return Failed(trouble=Trouble.BROKEN)
        except (Troubled, *PDF_ERRORS) as error:
            return Failed(trouble=trouble_of(error))

    def _document(self, name: str, pdf: int) -> Any:
        if self._kept is None or self._kept[0] != name:
            if self._kept is not None:
                self._closer.forget()
                self._kept[1].close()
                self._kept = None
                pymupdf.TOOLS.store_shrink(100)
            self._kept = (name, open_pdf(pdf))
        return self._kept[1]


def load() -> Answering:
    """The work of this child."""
    return Reader().answer


if __name__ == "__main__":
    live(load)
