"""Blobs as files: written aside, synced, renamed into place.

    kept/source/<sha256>              the PDF
    kept/page/<sha256>/<page>.<size>  its drawn pages
    aside/<random>                    bytes on their way in

All work on files runs in threads; the event loop never waits for a disk.
"""

import asyncio
import secrets
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Self

from storage.blobs.aside import AsideFile
from storage.blobs.paths import path_under
from storage.errors import BlobMissing
from storage.folders import make_folder, os_errors, sync_folder

_PIECE = 1 << 20


class DiskBlobs:
    """`Blobs` in one folder, which no other process writes at the same time."""

    def __init__(self, kept: Path, aside: Path) -> None:
        """Take two folders on one filesystem; `open` prepares them."""
        self._kept = kept
        self._aside = aside
        self._placing = threading.Lock()

    @classmethod
    async def open(cls, folder: Path) -> Self:
        """Make the folders if they are missing, and drop what a killed process left aside."""
        kept, aside = folder / "kept", folder / "aside"
        with os_errors():
            await asyncio.to_thread(_prepare, kept, aside)
        return cls(kept, aside)

    @asynccontextmanager
    async def writer(self) -> AsyncIterator[AsideFile]:
        """A file aside, removed at the end of the context unless it was committed."""
        path = self._aside / secrets.token_hex(16)
        with os_errors():
            file = await asyncio.to_thread(path.open, "xb")
        aside = AsideFile(self._kept, self._placing, path, file)
        try:
            yield aside
        finally:
            await aside.abandon()

    async def put(self, key: str, data: bytes) -> None:
        """Write aside, sync, and let `data` appear under `key` at once and whole."""
        async with self.writer() as writer:
            await writer.write(data)
            await writer.commit(key)

    async def get(self, key: str) -> bytes:
        """The whole blob. Raises BlobMissing."""
        path = path_under(self._kept, key)
        with os_errors(), _missing(key):
            return await asyncio.to_thread(path.read_bytes)

    async def chunks(self, key: str) -> AsyncIterator[bytes]:
        """The blob in pieces of at most 1 MiB. Raises BlobMissing at the first piece."""
        path = path_under(self._kept, key)
        with os_errors(), _missing(key):
            file = await asyncio.to_thread(path.open, "rb")
        try:
            while True:
                with os_errors():
                    piece = await asyncio.to_thread(file.read, _PIECE)
                if not piece:
                    return
                yield piece
        finally:
            await asyncio.to_thread(file.close)

    @asynccontextmanager
    async def local(self, key: str) -> AsyncIterator[Path]:
        """The blob's own file, for reading only. Raises BlobMissing."""
        if not await self.exists(key):
            raise BlobMissing(key)
        yield path_under(self._kept, key)

    async def exists(self, key: str) -> bool:
        """Whether there is a blob under `key`."""
        return await asyncio.to_thread(path_under(self._kept, key).is_file)

    async def delete(self, key: str) -> None:
        """Remove the blob; a missing one is no error."""
        path = path_under(self._kept, key)
        with os_errors():
            await asyncio.to_thread(_delete, path)


@contextmanager
def _missing(key: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise BlobMissing(key) from error


def _prepare(kept: Path, aside: Path) -> None:
    make_folder(kept)
    make_folder(aside)
    for leftover in aside.iterdir():
        leftover.unlink()


def _delete(path: Path) -> None:
    try:
        path.unlink()
    except FileNotFoundError:
        return
    sync_folder(path.parent)
