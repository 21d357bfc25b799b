"""Tells others how far drawing has come: the first page at once, the others a few at a time."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from service.model import FailedPage
from service.render.standing import Outcome, Standing
from storage.records import ContentRecord, PageRecord

log = structlog.get_logger()

Listener = Callable[[str, tuple[int, ...], tuple[FailedPage, ...]], Awaitable[None]]
"""Hears a content's SHA-256, its pages drawn and its pages failed since the last call."""


class Progress:
    """Collects outcomes of pages and reports them, at least `seconds` apart for one content.

    A listener that fails is told the same pages again with the next report.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._listeners: list[Listener] = []
        self._news: dict[str, Standing] = {}
        self._reports: dict[str, asyncio.Task[None]] = {}

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Hear of pages from now on; the answer ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def note(self, content: ContentRecord, record: PageRecord) -> None:
        """One more page has an outcome."""
        self._news.setdefault(content.sha256, Standing(content)).take(record)
        if content.sha256 not in self._reports:
            self._reports[content.sha256] = asyncio.create_task(self._report(content.sha256))

    async def aclose(self) -> None:
        """Report what is left, and stop."""
        reports = list(self._reports.values())
        for report in reports:
            report.cancel()
        await asyncio.gather(*reports, return_exceptions=True)
        for sha256 in list(self._news):
            await self._tell(sha256)

    async def _report(self, sha256: str) -> None:
        """Report at once, then again every while as long as there is news."""
        try:
            while sha256 in self._news:
                await self._tell(sha256)
                await asyncio.sleep(self._seconds)
        finally:
            del self._reports[sha256]

    async def _tell(self, sha256: str) -> None:
        news = self._news.pop(sha256)
        outcome: Outcome = news.outcome
        for listener in list(self._listeners):
            try:
                await listener(sha256, outcome.drawn, outcome.failed)
            except Exception:
                log.exception("progress_not_told", content=sha256[:12])
                self._put_back(sha256, news)

    def _put_back(self, sha256: str, news: Standing) -> None:
        later = self._news.get(sha256)
        if later is not None:
            news.drawn |= later.drawn
            news.failed |= later.failed
        self._news[sha256] = news
