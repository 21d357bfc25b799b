"""Text and contents out of a PDF, through the same fence as its pages."""

from collections.abc import Sequence
from typing import Final

from msgspec import MsgspecError, msgpack

from service.errors import Code, FileRefused
from service.render.fence import canvas
from service.render.fence.errors import FenceError, NoChild
from service.render.fence.messages import Failed, Read, Survey, Written
from service.render.fence.sandbox import Sandbox
from service.render.paper import Contents, PageText
from service.render.spelling import texts_in

ROOM: Final = 8 * 1024 * 1024
"""Bytes of one answer: 16 pages of 2,000 words take 0.7 MB, one page at all its limits 2 MB."""

_contents: Final = msgpack.Decoder(Contents)


class Scribe:
    """Reads by way of a drawing child; `seconds` is the deadline of one job."""

    def __init__(self, worker: Sandbox, seconds: float) -> None:
        self._worker = worker
        self._seconds = seconds

    async def read(self, sha256: str, pages: Sequence[int], pdf: int) -> tuple[PageText, ...]:
        """The text of these pages; a page that spoils the job stands as unreadable.

        Raises NoChild when there is nobody to read.
        """
        try:
            return await self._read(sha256, tuple(pages), pdf)
        except FileRefused:
            if len(pages) == 1:
                return (PageText(page=pages[0], unreadable=True),)
        alone = [await self.read(sha256, (page,), pdf) for page in pages]
        return tuple(text for texts in alone for text in texts)

    async def survey(self, sha256: str, pdf: int) -> Contents:
        """What the document says of itself; nothing when it cannot be told. Raises NoChild."""
        try:
            untrusted = await self._written(Survey(document=sha256, room=ROOM), pdf)
            return _contents.decode(untrusted)
        except (FileRefused, MsgspecError):
            return Contents()

    async def _read(self, sha256: str, pages: tuple[int, ...], pdf: int) -> tuple[PageText, ...]:
        untrusted = await self._written(Read(document=sha256, pages=pages, room=ROOM), pdf)
        try:
            texts = await texts_in(untrusted)
        except MsgspecError as error:
            raise FileRefused(Code.PAGE_BROKEN) from error
        if tuple(text.page for text in texts) != pages:
            raise FileRefused(Code.PAGE_BROKEN)
        return texts

    async def _written(self, job: Read | Survey, pdf: int) -> bytes:
        with canvas.canvas(ROOM) as memory:
            try:
                answer = await self._worker.ask(
                    job, (pdf, memory), self._seconds, Written, lambda it: 0 < it.byte_count <= ROOM
                )
            except NoChild:
                raise
            except FenceError as error:
                raise FileRefused(Code.PAGE_BROKEN) from error
            if isinstance(answer, Failed):
                raise FileRefused(Code.PAGE_BROKEN)
            return canvas.read(memory, 0, answer.byte_count)
