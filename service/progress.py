"""From drawing to meetings: each meeting hears how far its documents have come.

`render` knows contents and nothing of meetings, `meeting` knows documents and nothing of
drawing; this is the one place between them.
"""

from collections.abc import Iterator

import structlog

from service.errors import Refusal, Unavailable
from service.ids import new_id
from service.meeting.meeting import Meeting
from service.meeting.registry import Registry, give_order
from service.model import Document
from service.protocol.orders import AnyOrder, ReportPages, ReportReading, ReportSurvey
from service.render.pages import Pages
from service.render.standing import Outcome
from service.sentences import sentence_of

log = structlog.get_logger()


class Progress:
    """Reports what became of documents as orders; a meeting not loaded hears when it is."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    async def catch_up(self, meeting: Meeting) -> None:
        """Tell a meeting just loaded what was done while it was not."""
        for document in list(meeting.state.documents):
            progress = meeting.state.progress[document.document_id]
            if not progress.complete:
                await self._catch_up_pages(meeting, document)
            if progress.carries is None or progress.scanned is None:
                await self._pages.texts.study(document.content)

    async def catch_up_document(self, meeting: Meeting, document: Document) -> None:
        """Tell a meeting how far a document is that was just registered in it."""
        await self._catch_up_pages(meeting, document)
        await self._pages.texts.study(document.content)

    async def orders(self, document: Document) -> tuple[AnyOrder, ...]:
        """What there is to report of a document now. Raises InputRefused, StorageError."""
        return tuple(_orders(document, await self._pages.outcome(document.content)))

    async def tell(self, registry: Registry, content: str, outcome: Outcome) -> None:
        """There is news of a content: pass it on to every live meeting that has it.

        Raises Unavailable when a meeting cannot keep it now, so that it is told again.
        """
        for meeting in registry.live():
            for document in list(meeting.state.documents):
                if document.content == content:
                    for refusal in await _report(meeting, document, outcome):
                        if sentence_of(refusal.code).again:
                            raise Unavailable(refusal.code)

    async def _catch_up_pages(self, meeting: Meeting, document: Document) -> None:
        await _report(meeting, document, await self._pages.outcome(document.content))


async def _report(meeting: Meeting, document: Document, outcome: Outcome) -> list[Refusal]:
    """The refusals that some of it met with."""
    answers = [await give_order(meeting, order) for order in _orders(document, outcome)]
    refusals = [answer for answer in answers if isinstance(answer, Refusal)]
    for refusal in refusals:
        log.info("progress_not_reported", meeting=meeting.meeting_id, code=refusal.code)
    return refusals


def _orders(document: Document, outcome: Outcome) -> Iterator[AnyOrder]:
    document_id, version = document.document_id, document.version
    if outcome.drawn or outcome.failed:
        yield ReportPages(
            command_id=new_id(),
            document_id=document_id,
            version=version,
            drawn=outcome.drawn,
            failed=outcome.failed,
            reduced=outcome.reduced,
        )
    if outcome.carries is not None:
        yield ReportSurvey(
            command_id=new_id(),
            document_id=document_id,
            version=version,
            carries=outcome.carries,
        )
    if outcome.scanned is not None:
        yield ReportReading(
            command_id=new_id(),
            document_id=document_id,
            version=version,
            scanned=outcome.scanned,
        )
