"""The bytes of an upload flow into storage, counted and hashed on the way; never in memory."""

import hashlib
from collections.abc import AsyncIterator

from service.errors import Code, FileRefused
from storage.ports import BlobWriter


class Incoming:
    """Bytes on their way into storage: how many, and their SHA-256 so far."""

    def __init__(self, writer: BlobWriter, limit: int) -> None:
        self._writer = writer
        self._hash = hashlib.sha256()
        self.limit = limit
        self.byte_count = 0

    @property
    def sha256(self) -> str:
        """The SHA-256 of everything written so far, in hexadecimal."""
        return self._hash.hexdigest()

    async def write(self, chunk: bytes) -> None:
        """Pass a chunk on. Raises FileRefused(FILE_TOO_LARGE), StorageError."""
        self.byte_count += len(chunk)
        if self.byte_count > self.limit:
            raise FileRefused(Code.FILE_TOO_LARGE)
        self._hash.update(chunk)
        await self._writer.write(chunk)


async def receive(body: AsyncIterator[bytes], declared: int | None, incoming: Incoming) -> None:
    """Take in a whole body; `declared` is the length its sender announced.

    Raises FileRefused: FILE_TOO_LARGE before the first byte when the announced length
    says so, else as soon as it is; UPLOAD_CUT_OFF when the body is not as long as
    announced; EMPTY_FILE when there was nothing. What `body` raises passes through.
    """
    if declared is not None and declared > incoming.limit:
        raise FileRefused(Code.FILE_TOO_LARGE)
    async for chunk in body:
        if chunk:
            await incoming.write(chunk)
    if declared is not None and incoming.byte_count != declared:
        raise FileRefused(Code.UPLOAD_CUT_OFF)
    if incoming.byte_count == 0:
        raise FileRefused(Code.EMPTY_FILE)
