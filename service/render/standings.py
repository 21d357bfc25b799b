"""How far every content under way has come, in step with the catalog."""

from service.errors import Code, InputRefused
from service.render.progress import Progress
from service.render.standing import Standing
from storage.ports import Catalog
from storage.records import ContentRecord, PageRecord

MAX_CONTENTS = 64
"""Finished contents remembered for tiles and texts: a large meeting's; a row is 50 KB at most."""


class Standings:
    """The unfinished contents in memory; the finished ones are found in the catalog."""

    def __init__(self, catalog: Catalog, progress: Progress, document_seconds: float) -> None:
        self._catalog = catalog
        self._progress = progress
        self._document_seconds = document_seconds
        self._spent: dict[str, float] = {}
        self._under_way: dict[str, Standing] = {}
        self._contents: dict[str, ContentRecord] = {}

    async def content(self, sha256: str) -> ContentRecord:
        """What is known of a PDF. Raises InputRefused for an unknown one."""
        content = self._contents.get(sha256) or await self._catalog.content(sha256)
        if content is None:
            raise InputRefused(Code.NO_SUCH_DOCUMENT)
        self._contents[sha256] = content
        while len(self._contents) > MAX_CONTENTS:
            del self._contents[next(iter(self._contents))]
        return content

    async def of(self, sha256: str) -> Standing:
        """How far a content has come. Raises InputRefused for an unknown one."""
        if sha256 in self._under_way:
            return self._under_way[sha256]
        content = await self.content(sha256)
        standing = Standing.of(content, await self._catalog.pages(sha256))
        return self._under_way.get(sha256, standing)

    def begin(self, standing: Standing) -> Standing:
        """Keep a standing in memory until its last page is noted."""
        return self._under_way.setdefault(standing.content.sha256, standing)

    async def note(self, record: PageRecord) -> None:
        """A page has an outcome: keep it, then tell. Raises StorageError."""
        await self._catalog.put(record)
        standing = await self.of(record.sha256)
        standing.take(record)
        self._progress.note(record)
        if not standing.to_come:
            self._under_way.pop(record.sha256, None)
            self._spent.pop(record.sha256, None)

    def spend(self, sha256: str, seconds: float) -> None:
        """So much time went into drawing a document's pages."""
        self._spent[sha256] = self._spent.get(sha256, 0.0) + seconds

    def is_over(self, sha256: str) -> bool:
        """Whether a document has had its time: what is left of it is not drawn."""
        return self._spent.get(sha256, 0.0) > self._document_seconds

    def forgive(self, sha256: str) -> None:
        """A person wants it tried again: its time begins anew."""
        self._spent.pop(sha256, None)
