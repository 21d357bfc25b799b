"""The PDF a press works on, held open from page to page."""

import os
from contextlib import AsyncExitStack

from storage.keys import source_key
from storage.ports import Blobs


class Source:
    """One open document at a time, for reading only; it must be closed."""

    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs
        self._held = AsyncExitStack()
        self._current: tuple[str, int] | None = None

    async def open(self, sha256: str) -> int:
        """The document's file descriptor, valid until the next call. Raises StorageError."""
        if self._current is not None and self._current[0] == sha256:
            return self._current[1]
        await self.close()
        async with AsyncExitStack() as opening:
            path = await opening.enter_async_context(self._blobs.local(source_key(sha256)))
            descriptor = os.open(path, os.O_RDONLY)
            opening.callback(os.close, descriptor)
            self._held = opening.pop_all()
        self._current = (sha256, descriptor)
        return descriptor

    async def close(self) -> None:
        """Let go of the document."""
        self._current = None
        await self._held.aclose()
