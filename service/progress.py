"""From drawing to meetings: each meeting hears how far the pages of its documents are.

`render` knows contents and nothing of meetings, `meeting` knows documents and nothing of
drawing; this is the one place between them.
"""

from collections.abc import Sequence

import structlog

from service.errors import Refusal, Unavailable
from service.ids import new_id
from service.meeting.meeting import Meeting
from service.meeting.registry import Registry, give_order
from service.meeting.sequencer import Outcome
from service.model import Document, FailedPage
from service.protocol.orders import ReportPages
from service.sentences import sentence_of
from storage.ports import Catalog

log = structlog.get_logger()


class Progress:
    """Reports drawn and failed pages as orders; a meeting not loaded hears when it is."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    async def catch_up(self, meeting: Meeting) -> None:
        """Tell a meeting just loaded what was drawn while it was not."""
        for document in list(meeting.state.documents):
            if not meeting.state.progress[document.document_id].complete:
                await self.catch_up_document(meeting, document)

    async def catch_up_document(self, meeting: Meeting, document: Document) -> None:
        """Tell a meeting how far the pages of one of its documents are."""
        pages = await self._catalog.pages(document.content)
        drawn = [page.page for page in pages if page.failure is None]
        failed = [
            FailedPage(page=page.page, code=page.failure)
            for page in pages
            if page.failure is not None
        ]
        await _report(meeting, document, drawn, failed)

    async def pages_done(
        self, registry: Registry, content: str, drawn: Sequence[int], failed: Sequence[FailedPage]
    ) -> None:
        """Pages of a content are done: pass it on to every live meeting that has it.

        Raises Unavailable when a meeting cannot keep it now, so that it is told again.
        """
        for meeting in registry.live():
            for document in list(meeting.state.documents):
                if document.content == content:
                    outcome = await _report(meeting, document, drawn, failed)
                    if isinstance(outcome, Refusal) and sentence_of(outcome.code).again:
                        raise Unavailable(outcome.code)


async def _report(
    meeting: Meeting, document: Document, drawn: Sequence[int], failed: Sequence[FailedPage]
) -> Outcome:
    order = ReportPages(
        command_id=new_id(),
        document_id=document.document_id,
        drawn=tuple(sorted(drawn)),
        failed=tuple(failed),
    )
    outcome = await give_order(meeting, order)
    if isinstance(outcome, Refusal):
        log.info("progress not reported", meeting=meeting.meeting_id, code=outcome.code)
    return outcome
