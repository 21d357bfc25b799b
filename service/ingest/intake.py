"""A PDF is taken in: received, looked at, stored, and handed on to be drawn."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

import structlog

from service.errors import Code, FileRefused, Unavailable
from service.ingest.names import clean_name
from service.ingest.receive import Incoming, receive
from service.render.fence.errors import NoChild
from service.render.inspection import Findings, Inspector, Unsealing
from service.render.limits import FileLimits
from service.render.pages import Pages
from storage.keys import source_key
from storage.ports import Blobs, BlobWriter, Catalog
from storage.records import ContentRecord

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Upload:
    """What its sender says about a file: none of it is believed."""

    name: str
    declared: int | None = None
    password: str | None = None

    def __repr__(self) -> str:
        """The upload without its password, which must never reach a log."""
        return f"Upload(declared={self.declared})"


@dataclass(frozen=True, slots=True)
class Ingested:
    """A content that stands in storage; `known` says that it stood there before."""

    content: ContentRecord
    name: str
    known: bool


class Intake:
    """Takes PDFs in, some at once; each ends as a content or as a named refusal."""

    def __init__(
        self,
        catalog: Catalog,
        blobs: Blobs,
        inspector: Inspector,
        pages: Pages,
        *,
        limits: FileLimits,
        now: Callable[[], int],
        at_once: int = 20,
    ) -> None:
        self._catalog = catalog
        self._blobs = blobs
        self._inspector = inspector
        self._pages = pages
        self._limits = limits
        self._now = now
        self._at_once = at_once
        self._under_way = 0

    async def start(self) -> None:
        """Have a child ready to look at files. Raises NoChild."""
        await self._inspector.start()

    async def aclose(self) -> None:
        """End the children that look at files."""
        await self._inspector.aclose()

    async def ingest(self, upload: Upload, body: AsyncIterator[bytes]) -> Ingested:
        """Take a file in and begin to draw it.

        Raises FileRefused when it is not acceptable, Unavailable when nobody can look at
        it, StorageError when it cannot be kept; nothing of it remains then. What `body`
        raises passes through.
        """
        if self._under_way >= self._at_once:
            raise FileRefused(Code.TOO_MANY_UPLOADS)
        self._under_way += 1
        try:
            content, known = await self._taken_in(upload, body)
        finally:
            self._under_way -= 1
        await self._pages.add(content)
        return Ingested(content, clean_name(upload.name), known)

    async def _taken_in(
        self, upload: Upload, body: AsyncIterator[bytes]
    ) -> tuple[ContentRecord, bool]:
        async with self._blobs.writer() as writer:
            incoming = Incoming(writer, self._limits.byte_count)
            await receive(body, upload.declared, incoming)
            known = await self._known(incoming)
            if known is not None:
                return known, True
            if upload.password is None:
                findings = await self._look(writer.path)
                return await self._registered(writer, incoming, findings)
            async with self._blobs.writer() as second:
                # Only the copy without the password is kept: nobody has to keep the password.
                copy = Incoming(second, self._limits.byte_count)
                unsealing = Unsealing(upload.password, copy.write)
                findings = await self._look(writer.path, unsealing)
                if findings.copied:
                    return await self._registered(second, copy, findings)
            return await self._registered(writer, incoming, findings)

    async def _look(self, pdf: Path, unsealing: Unsealing | None = None) -> Findings:
        try:
            return await self._inspector.inspect(pdf, unsealing)
        except NoChild as error:
            log.error("no_inspection", exc_info=error)
            raise Unavailable(Code.BUSY) from error

    async def _registered(
        self, writer: BlobWriter, incoming: Incoming, findings: Findings
    ) -> tuple[ContentRecord, bool]:
        known = await self._known(incoming)
        if known is not None:
            return known, True
        content = ContentRecord(
            sha256=incoming.sha256,
            byte_count=incoming.byte_count,
            sizes=findings.sizes,
            created_at=self._now(),
        )
        await writer.commit(source_key(content.sha256))
        await self._catalog.put(content)
        return content, False

    async def _known(self, incoming: Incoming) -> ContentRecord | None:
        """The content with these bytes, if it stands in the catalog and its bytes in the store."""
        content = await self._catalog.content(incoming.sha256)
        if content is None or not await self._blobs.exists(source_key(incoming.sha256)):
            return None
        return content
