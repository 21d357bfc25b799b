"""What a PDF is, asked of a child that does nothing else: uploads never wait for drawing."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from service.errors import Code, FileRefused
from service.render.fence.errors import ChildTooSlow, FenceError, NoChild
from service.render.fence.messages import Failed, Inspect, Inspected, Trouble
from service.render.fence.pipe import Sink, pipe_into
from service.render.fence.sandbox import Sandbox
from service.render.limits import MAX_PAGE_SIDE, STAND_IN, ChildLimits, FileLimits, too_large

_CODES = {
    Trouble.NOT_A_PDF: Code.NOT_A_PDF,
    Trouble.PASSWORD_NEEDED: Code.PASSWORD_NEEDED,
    Trouble.WRONG_PASSWORD: Code.WRONG_PASSWORD,
    Trouble.UNKNOWN_PROTECTION: Code.UNKNOWN_PROTECTION,
    Trouble.NO_PAGES: Code.NO_PAGES,
    Trouble.TOO_MANY_PAGES: Code.TOO_MANY_PAGES,
    Trouble.TOO_HEAVY: Code.TOO_HEAVY,
}


@dataclass(frozen=True, slots=True, repr=False)
class Unsealing:
    """A password to try, and where the bytes without it go; never shown in a log."""

    password: str
    keep: Sink


@dataclass(frozen=True, slots=True)
class Findings:
    """A PDF that can be taken in: its page sizes, and whether a copy replaces it."""

    sizes: tuple[tuple[int, int], ...]
    copied: bool


class Inspector:
    """A few children that look at files, each at one file at a time; others wait."""

    def __init__(
        self,
        files: FileLimits,
        child: ChildLimits,
        at_once: int = 2,
        worker: str = "service.render.worker",
    ) -> None:
        self._files = files
        self._idle: asyncio.LifoQueue[Sandbox] = asyncio.LifoQueue()
        self.children = [Sandbox(worker, child) for _ in range(at_once)]
        for sandbox in reversed(self.children):
            self._idle.put_nowait(sandbox)

    async def start(self) -> None:
        """Have the first child ready; the others start when they are needed."""
        await self.children[0].start()

    async def aclose(self) -> None:
        """End all children."""
        for sandbox in self.children:
            await sandbox.aclose()

    async def inspect(self, pdf: Path, unsealing: Unsealing | None = None) -> Findings:
        """The file's page sizes; a protected file is handed on without its password.

        Raises FileRefused with the reason, NoChild when there is nobody to look, and
        whatever the sink of the copy raises.
        """
        async with self._sandbox() as sandbox, AsyncExitStack() as open_files:
            files = [open_files.enter_context(_opened(pdf))]
            if unsealing is not None:
                pipe = pipe_into(unsealing.keep, self._files.byte_count)
                files.append(await open_files.enter_async_context(pipe))
            job = Inspect(
                max_pages=self._files.pages,
                password=None if unsealing is None else unsealing.password,
            )
            answer = await self._ask(sandbox, job, files)
        if isinstance(answer, Failed):
            raise FileRefused(_CODES.get(answer.trouble, Code.BROKEN_PDF))
        measured = [size for size in answer.sizes if all(size)]
        if all(map(too_large, measured)):
            raise FileRefused(Code.PAGE_TOO_LARGE)
        return Findings(sizes=tuple(map(_shown, answer.sizes)), copied=answer.copied)

    async def _ask(self, sandbox: Sandbox, job: Inspect, files: list[int]) -> Inspected | Failed:
        seconds = self._files.inspect_seconds
        try:
            return await sandbox.ask(job, files, seconds, Inspected, self._believable)
        except NoChild:
            raise
        except ChildTooSlow as error:
            raise FileRefused(Code.TOO_HEAVY) from error
        except FenceError as error:
            raise FileRefused(Code.BROKEN_PDF) from error

    def _believable(self, said: Inspected) -> bool:
        """As many pages as allowed, with sizes a page can have, one of them readable."""
        return (
            1 <= len(said.sizes) <= self._files.pages
            and all(min(size) >= 0 for size in said.sizes)
            and any(map(all, said.sizes))
        )

    @asynccontextmanager
    async def _sandbox(self) -> AsyncIterator[Sandbox]:
        sandbox = await self._idle.get()
        try:
            yield sandbox
        finally:
            self._idle.put_nowait(sandbox)


def _shown(size: tuple[int, int]) -> tuple[int, int]:
    """The size people see: a sheet of A4 for an unreadable page.

    A page beyond all measure keeps one side above the limit, so that it is still known
    as such when it is to be drawn.
    """
    if not all(size):
        return STAND_IN
    return min(size[0], MAX_PAGE_SIDE + 1), min(size[1], MAX_PAGE_SIDE + 1)


@contextmanager
def _opened(pdf: Path) -> Iterator[int]:
    descriptor = os.open(pdf, os.O_RDONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)
