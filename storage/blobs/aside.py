"""A file on its way in, and the one step by which it becomes a blob."""

import asyncio
import os
import threading
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from storage.blobs.paths import path_under
from storage.errors import StorageError
from storage.folders import make_folder, os_errors, sync_folder


class AsideFile:
    """Bytes on their way in; see `storage.ports.BlobWriter`.

    Cancelling a call does not stop its thread. Python's buffered file locks itself, so
    the closing below waits for a write still running and never meets a reused handle.
    """

    def __init__(self, kept: Path, placing: threading.Lock, path: Path, file: BinaryIO) -> None:
        self._kept = kept
        self._placing = placing
        self._path = path
        self._file = file

    @property
    def path(self) -> Path:
        """The file itself, with all that was written so far."""
        return self._path

    async def write(self, chunk: bytes) -> None:
        """Add bytes. Raises StorageError once committed."""
        self._check_open()
        with os_errors():
            await asyncio.to_thread(self._write, chunk)

    async def commit(self, key: str) -> None:
        """Sync the bytes and let them appear under `key`; dropped when the key is taken."""
        target = path_under(self._kept, key)
        self._check_open()
        with os_errors():
            await asyncio.to_thread(self._commit, target)

    async def abandon(self) -> None:
        """Close the file and remove it unless it was committed; twice is no error."""
        with os_errors():
            await asyncio.to_thread(self._abandon)

    def _check_open(self) -> None:
        if self._file.closed:
            raise StorageError("this blob is committed already")

    def _write(self, chunk: bytes) -> None:
        self._file.write(chunk)
        self._file.flush()

    def _commit(self, target: Path) -> None:
        os.fsync(self._file.fileno())
        self._file.close()
        # Held until the name is on disk: whoever finds the key taken may rely on it.
        with self._placing:
            if not target.exists():
                self._place(target)

    def _place(self, target: Path) -> None:
        make_folder(target.parent)
        self._path.rename(target)
        try:
            sync_folder(target.parent)
        except OSError:
            target.unlink()
            raise

    def _abandon(self) -> None:
        # On a full disk closing fails once more on bytes whose write was refused already.
        with suppress(OSError):
            self._file.close()
        self._path.unlink(missing_ok=True)
