"""A new version takes the place of a document that people read.

`versions` knows pages and nothing of meetings, `meeting` knows documents and nothing of
pictures; this is the place between them. Until the two versions are compared and the page
the meeting is at is drawn, every tablet stays with the old one.
"""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

import structlog

from service.errors import AccessRefused, Code, InputRefused, Refusal, ServiceError, Unavailable
from service.ids import new_id
from service.ingest.intake import Ingested
from service.meeting.packet import document_of
from service.meeting.registry import Registry, give_order
from service.meeting.succession import replace_document
from service.model import Document, PageSize
from service.progress import Progress
from service.protocol.events import DocumentReplaced
from service.protocol.orders import ReplaceDocument
from service.render.fence.errors import FenceError
from service.render.pages import Pages
from service.versions.compare import Comparer, Version
from service.versions.succeeding import Succession, by_map, by_number
from storage.errors import StorageError
from storage.records import ContentRecord

log = structlog.get_logger()

COMPARE_SECONDS: Final = 45.0
"""For drawing, reading and comparing: proxies give up on an answer after 60."""

TEXTS_SECONDS: Final = 6.0
"""For comparing by words alone, where the pictures did not come in time."""

FIRST_PAGE_SECONDS: Final = 5.0
"""For the page the meeting is at, once it is known which one that will be."""

FAILURES: Final = (TimeoutError, ServiceError, FenceError, StorageError)
"""Of a comparison; the new version is taken all the same."""

MAX_RACES: Final = 3
"""Replacements by somebody else meanwhile, each followed by another comparison."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """What stands now; `succession` is None when it is the same file as before."""

    document: Document
    succession: Succession | None


class Replacing:
    """Compares a document with what came in its place, and has its meeting replace it."""

    def __init__(
        self,
        registry: Registry,
        pages: Pages,
        comparer: Comparer,
        progress: Progress,
        compare_seconds: float = COMPARE_SECONDS,
    ) -> None:
        self._registry, self._pages = registry, pages
        self._comparer, self._progress = comparer, progress
        self._compare_seconds = compare_seconds
        self._turn = asyncio.Lock()

    async def replace(self, meeting_id: str, document_id: str, taken: Ingested) -> Replaced:
        """Let a file that was taken in stand in a document's place, under the same name.

        Raises AccessRefused when the document is gone, InputRefused when the meeting does
        not take it, Unavailable when others replace it again and again.
        """
        for _ in range(MAX_RACES):
            old = await self._standing(meeting_id, document_id)
            if old.content == taken.content.sha256:
                return Replaced(old, None)
            succession = await self._compared(old, taken, await self._shown(meeting_id, old))
            await self._draw_first(meeting_id, _next(old, taken), succession)
            async with self._turn:
                now = await self._standing(meeting_id, document_id)
                if (now.version, now.content) == (old.version, old.content):
                    new = _next(now, taken)
                    await self._order(meeting_id, new, succession)
                    return Replaced(new, succession)
        raise Unavailable(Code.BUSY)

    async def _standing(self, meeting_id: str, document_id: str) -> Document:
        # Asked for anew each time: a meeting nobody is in may have been let go of meanwhile.
        document = document_of((await self._registry.meeting(meeting_id)).state, document_id)
        if document is None:
            raise AccessRefused(Code.NO_SUCH_DOCUMENT)
        return document

    async def _shown(self, meeting_id: str, document: Document) -> int | None:
        """The page of this document that the meeting is at."""
        at = (await self._registry.meeting(meeting_id)).state.page
        return at.page if at is not None and at.document_id == document.document_id else None

    async def _compared(self, old: Document, taken: Ingested, shown: int | None) -> Succession:
        content = taken.content
        before = Version(old.content, len(old.sizes))
        after = Version(content.sha256, len(content.sizes))
        try:
            async with asyncio.timeout(self._compare_seconds):
                page_map, _ = await asyncio.gather(
                    self._comparer.page_map(before, after), self._look_at(content, shown)
                )
                return by_map(page_map, before.pages)
        except FAILURES as error:
            log.warning("pictures_not_compared", document=old.document_id, why=repr(error))
        try:
            async with asyncio.timeout(TEXTS_SECONDS):
                worded = await self._comparer.by_texts(before, after)
        except FAILURES as error:
            log.warning("texts_not_compared", document=old.document_id, why=repr(error))
            worded = None
        if worded is not None:
            return by_map(worded, before.pages)
        return by_number(before.pages, after.pages)

    async def _look_at(self, content: ContentRecord, shown: int | None) -> None:
        """Have the page drawn first that will most likely be looked at."""
        if shown is not None:
            with suppress(ServiceError, StorageError):
                await self._pages.image(content.sha256, min(shown, len(content.sizes)), "tablet")

    async def _draw_first(self, meeting_id: str, new: Document, succession: Succession) -> None:
        """Return when the meeting's page of the new version is drawn, or will not be soon."""
        state = (await self._registry.meeting(meeting_id)).state
        at = replace_document(state, _event(new, succession)).page
        if at is None or at.document_id != new.document_id:
            return
        try:
            async with asyncio.timeout(FIRST_PAGE_SECONDS):
                await self._pages.image(new.content, at.page, "tablet")
        except (TimeoutError, ServiceError, StorageError) as error:
            log.info("replaced_before_drawn", document=new.document_id, why=repr(error))

    async def _order(self, meeting_id: str, new: Document, succession: Succession) -> None:
        meeting = await self._registry.meeting(meeting_id)
        reports = await self._progress.orders(new)
        # Given in one moment, they are told in one write: no tablet waits for a drawn page.
        outcome, *_ = await asyncio.gather(
            give_order(meeting, _order_of(new, succession)),
            *(give_order(meeting, report) for report in reports),
        )
        if isinstance(outcome, Refusal):
            gone = outcome.code is Code.NO_SUCH_DOCUMENT
            raise AccessRefused(outcome.code) if gone else InputRefused(outcome.code)
        await self._progress.catch_up_document(meeting, new)


def _next(old: Document, taken: Ingested) -> Document:
    sizes = tuple(PageSize(width, height) for width, height in taken.content.sizes)
    return Document(
        document_id=old.document_id,
        version=old.version + 1,
        item_id=old.item_id,
        name=old.name,
        content=taken.content.sha256,
        sizes=sizes,
    )


def _event(new: Document, succession: Succession) -> DocumentReplaced:
    return DocumentReplaced(document=new, pages=succession.pages, changed=succession.changed)


def _order_of(new: Document, succession: Succession) -> ReplaceDocument:
    return ReplaceDocument(
        command_id=new_id(),
        document=new,
        pages=succession.pages,
        changed=succession.changed,
    )
