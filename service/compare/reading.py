"""A PDF on the disk as the pages that versions are compared by, through the same children."""

import asyncio
import hashlib
from dataclasses import dataclass

from service.check.folder import Found
from service.check.held import Held, held
from service.errors import Code, FileRefused
from service.render.inspection import Inspector
from service.render.limits import FileLimits
from service.render.press import Press
from service.render.printer import Printer
from service.render.work import READ_RUN, Place
from service.versions.leaf import PRINT_SIDE, Leaf


@dataclass(frozen=True, slots=True)
class Paper:
    """A file's pages; `digest` is its SHA-256, the same for the same file."""

    digest: str
    leaves: tuple[Leaf, ...]


class Reader:
    """Reads one file at a time with children of its own."""

    def __init__(self, inspector: Inspector, press: Press, limits: FileLimits) -> None:
        self._inspector = inspector
        self._press = press
        self._printer = Printer(press.encoder, PRINT_SIDE)
        self._limits = limits

    async def read(self, path: str) -> Paper:
        """The file's pages. Raises FileRefused with its reason, NoChild."""
        with held(Found(path, path)) as file:
            try:
                async with asyncio.timeout(self._limits.document_seconds):
                    paper = await self._read(file)
            except TimeoutError:
                raise FileRefused(Code.TOO_HEAVY) from None
            except FileRefused:
                # A file that changed under the reader's eyes may look broken: say the truth.
                file.refuse_if_changed()
                raise
            except OSError as error:
                raise FileRefused(Code.UNREADABLE_FILE) from error
            file.refuse_if_changed()
            return paper

    async def _read(self, file: Held) -> Paper:
        if file.before.st_size == 0:
            raise FileRefused(Code.EMPTY_FILE)
        if file.before.st_size > self._limits.byte_count:
            raise FileRefused(Code.FILE_TOO_LARGE)
        sizes = (await self._inspector.inspect(file.alias)).sizes
        digest = await asyncio.to_thread(_digest, file)
        leaves: list[Leaf] = []
        for first in range(1, len(sizes) + 1, READ_RUN):
            pages = range(first, min(first + READ_RUN, len(sizes) + 1))
            texts = await self._press.scribe.read(file.identity, pages, file.descriptor)
            for page, text in zip(pages, texts, strict=True):
                leaves.append(Leaf(text.text, await self._print(file, page, sizes[page - 1])))
        return Paper(digest, tuple(leaves))

    async def _print(self, file: Held, page: int, points: tuple[int, int]) -> bytes:
        """The page's print, or none when it cannot be drawn."""
        try:
            return await self._printer.of_page(
                self._press.worker,
                Place(file.identity, page),
                points,
                file.descriptor,
                self._limits.page_seconds,
            )
        except FileRefused:
            return b""


def _digest(file: Held) -> str:
    with file.alias.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
