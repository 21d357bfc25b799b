"""Blobs in memory: the same promises without a disk, for tests and throw-away meetings."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from storage.blobs.paths import checked_key
from storage.errors import BlobMissing, StorageError

_PIECE = 1 << 20


class MemoryBlobs:
    """`Blobs` gone with the process; a file is made only when a caller asks for a path."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    @asynccontextmanager
    async def writer(self) -> AsyncIterator["MemoryWriter"]:
        """A place aside, dropped at the end of the context."""
        with TemporaryDirectory(prefix="hanjang-") as folder:
            yield MemoryWriter(self._kept, Path(folder) / "aside")

    async def put(self, key: str, data: bytes) -> None:
        """Keep `data` under `key` unless the key is taken."""
        self._kept.setdefault(checked_key(key), bytes(data))

    async def get(self, key: str) -> bytes:
        """The whole blob. Raises BlobMissing."""
        try:
            return self._kept[checked_key(key)]
        except KeyError:
            raise BlobMissing(key) from None

    async def chunks(self, key: str) -> AsyncIterator[bytes]:
        """The blob in pieces of at most 1 MiB. Raises BlobMissing at the first piece."""
        data = await self.get(key)
        for start in range(0, len(data), _PIECE):
            yield data[start : start + _PIECE]

    @asynccontextmanager
    async def local(self, key: str) -> AsyncIterator[Path]:
        """A copy in a file, valid inside the context. Raises BlobMissing."""
        data = await self.get(key)
        with TemporaryDirectory(prefix="hanjang-") as folder:
            path = Path(folder) / "blob"
            path.write_bytes(data)
            yield path

    async def exists(self, key: str) -> bool:
        """Whether there is a blob under `key`."""
        return checked_key(key) in self._kept

    async def delete(self, key: str) -> None:
        """Remove the blob; a missing one is no error."""
        self._kept.pop(checked_key(key), None)


class MemoryWriter:
    """Bytes on their way in; see `storage.ports.BlobWriter`."""

    def __init__(self, kept: dict[str, bytes], path: Path) -> None:
        self._kept = kept
        self._path = path
        self._so_far = bytearray()
        self._open = True

    async def write(self, chunk: bytes) -> None:
        """Add bytes. Raises StorageError once committed."""
        self._check_open()
        self._so_far += chunk

    @property
    def path(self) -> Path:
        """A file with what was written so far; written anew each time it is asked for."""
        self._path.write_bytes(self._so_far)
        return self._path

    async def commit(self, key: str) -> None:
        """Let the bytes appear under `key`, once; dropped when the key is taken."""
        checked_key(key)
        self._check_open()
        self._open = False
        self._kept.setdefault(key, bytes(self._so_far))

    def _check_open(self) -> None:
        if not self._open:
            raise StorageError("this blob is committed already")
