"""The end of a pipe as a file that only grows: what PyMuPDF needs to save through the fence."""

import os


class PipeEnd:
    """Writes whole chunks and knows how many bytes went by; it cannot seek."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._written = 0

    def write(self, data: bytes) -> int:
        """Write all of `data`; blocks while the reader is behind."""
        left = memoryview(data)
        while left:
            done = os.write(self._descriptor, left)
            self._written += done
            left = left[done:]
        return len(data)

    def tell(self) -> int:
        """Bytes written so far."""
        return self._written

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Stay where it is; the writer asks only for the place it is at."""
        if (offset, whence) not in ((self._written, os.SEEK_SET), (0, os.SEEK_END)):
            raise OSError("a pipe cannot seek")
        return self._written

    def truncate(self, size: int | None = None) -> int:
        """Nothing: a pipe ends where it ends."""
        return self._written
