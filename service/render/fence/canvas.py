"""Memory the service makes, sizes and seals, and a child fills: no size is ever announced.

A sealed memory file can neither grow nor shrink, so a child cannot fill the machine with
it, and reading it cannot fault.
"""

import fcntl
import mmap
import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def canvas(byte_count: int) -> Iterator[int]:
    """An open, sealed memory file of exactly that size, closed at the end."""
    descriptor = os.memfd_create("hanjang", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    try:
        os.ftruncate(descriptor, byte_count)
        fcntl.fcntl(
            descriptor,
            fcntl.F_ADD_SEALS,
            fcntl.F_SEAL_GROW | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_SEAL,
        )
        yield descriptor
    finally:
        os.close(descriptor)


def read(descriptor: int, start: int, byte_count: int) -> bytes:
    """Bytes of a canvas. Raises ValueError beyond its end."""
    size = os.fstat(descriptor).st_size
    if start < 0 or byte_count < 0 or start + byte_count > size:
        raise ValueError("beyond the canvas")
    if byte_count == 0:
        return b""
    with mmap.mmap(descriptor, size, prot=mmap.PROT_READ) as memory:
        return memory[start : start + byte_count]
