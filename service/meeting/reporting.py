"""The rules of reporting: what the service found out about a document; pure.

Only the service's own rooms report (see `rules.RULES`); what is known already changes nothing.
"""

from service.errors import Code, Refusal
from service.meeting.decision import Decision, Request
from service.meeting.packet import document_of
from service.model import Document
from service.protocol import events as e
from service.protocol import orders as o
from service.protocol.state import Snapshot


def report_pages(state: Snapshot, order: o.ReportPages, request: Request) -> Decision:
    """Progress of drawing; what is known already, or beyond the document, is left out."""
    document = _reported(state, order)
    if document is None:
        return Refusal(Code.NO_SUCH_DOCUMENT)
    progress = state.progress[order.document_id]
    standing = {failed.page: failed for failed in progress.failed}
    last = len(document.sizes)
    known = set(range(1, last + 1)) if progress.complete else set(progress.drawn)
    retold = set(standing) | (set(order.reduced) ^ set(progress.reduced))
    drawn = tuple(
        page for page in order.drawn if page <= last and (page in retold or page not in known)
    )
    failed = tuple(
        page for page in order.failed if page.page <= last and standing.get(page.page) != page
    )
    if not drawn and not failed:
        return ()
    reduced = tuple(page for page in order.reduced if page in drawn)
    return (
        e.PagesDrawn(document_id=order.document_id, drawn=drawn, failed=failed, reduced=reduced),
    )


def report_survey(state: Snapshot, order: o.ReportSurvey, request: Request) -> Decision:
    """What a document brings besides its pages."""
    if _reported(state, order) is None:
        return Refusal(Code.NO_SUCH_DOCUMENT)
    if state.progress[order.document_id].carries == order.carries:
        return ()
    return (e.DocumentSurveyed(document_id=order.document_id, carries=order.carries),)


def report_reading(state: Snapshot, order: o.ReportReading, request: Request) -> Decision:
    """A document was read through; pages beyond its end are left out."""
    document = _reported(state, order)
    if document is None:
        return Refusal(Code.NO_SUCH_DOCUMENT)
    scanned = tuple(page for page in order.scanned if page <= len(document.sizes))
    if state.progress[order.document_id].scanned == scanned:
        return ()
    return (e.DocumentRead(document_id=order.document_id, scanned=scanned),)


def _reported(
    state: Snapshot, order: o.ReportPages | o.ReportSurvey | o.ReportReading
) -> Document | None:
    """The document, unless another version stands in its place by now."""
    document = document_of(state, order.document_id)
    return document if document is not None and document.version == order.version else None
