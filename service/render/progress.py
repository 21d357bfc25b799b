"""Tells others how far a PDF has come: the first page at once, the others a few at a time."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

import structlog

from service.model import Carried
from service.render.news import News
from service.render.standing import Outcome
from storage.records import PageRecord

log = structlog.get_logger()

Listener = Callable[[str, Outcome], Awaitable[None]]
"""Hears a content's SHA-256 and what became of it since the last call."""

MAX_SECONDS: Final = 30.0
"""Between tries to tell what nobody could take, for example while the disk is full."""


class Progress:
    """Collects news of PDFs and reports them, at least `seconds` apart for one content.

    A listener that fails is told the same again, each time after twice the wait.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._listeners: list[Listener] = []
        self._news: dict[str, News] = {}
        self._reports: dict[str, asyncio.Task[None]] = {}

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Hear of news from now on; the answer ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def note(self, record: PageRecord) -> None:
        """One more page has an outcome."""
        self._add(record.sha256, News(pages={record.page: record}))

    def note_carries(self, sha256: str, carries: tuple[Carried, ...]) -> None:
        """It is known what a document carries besides its pages."""
        self._add(sha256, News(carries=carries))

    def note_scanned(self, sha256: str, scanned: tuple[int, ...]) -> None:
        """A document is read through; these pages of it are scans without text."""
        self._add(sha256, News(scanned=scanned))

    async def aclose(self) -> None:
        """Report what is left, and stop."""
        reports = list(self._reports.values())
        for report in reports:
            report.cancel()
        await asyncio.gather(*reports, return_exceptions=True)
        for sha256 in list(self._news):
            await self._tell(sha256)

    def _add(self, sha256: str, news: News) -> None:
        self._news[sha256] = self._news.get(sha256, News()).then(news)
        if sha256 not in self._reports:
            self._reports[sha256] = asyncio.create_task(self._report(sha256))

    async def _report(self, sha256: str) -> None:
        """Report at once, then again every while as long as there is news."""
        seconds = self._seconds
        try:
            while sha256 in self._news:
                was_told = await self._tell(sha256)
                seconds = self._seconds if was_told else min(2 * seconds, MAX_SECONDS)
                await asyncio.sleep(seconds)
        finally:
            del self._reports[sha256]

    async def _tell(self, sha256: str) -> bool:
        news = self._news.pop(sha256)
        was_told = True
        for listener in list(self._listeners):
            try:
                await listener(sha256, news.outcome)
            except Exception:
                log.exception("progress_not_told", content=sha256[:12])
                was_told = False
        if not was_told:
            self._news[sha256] = news.then(self._news.get(sha256, News()))
        return was_told
