"""Bare calls into the kernel for what Python has no function for (Linux, 64 bit)."""

import ctypes
import platform
from typing import Final

MACHINE: Final = platform.machine()
"""The kernel's name of this machine's kind: x86_64, aarch64, ..."""

_libc = ctypes.CDLL(None, use_errno=True)


def call(number: int, *arguments: int) -> int:
    """What a system call answers; -1 when the kernel refuses. Pointers are addresses."""
    answer: int = _libc.syscall(ctypes.c_long(number), *map(ctypes.c_long, arguments))
    return answer


def prctl(option: int, value: int) -> bool:
    """Whether the kernel took an operation on this process (prctl(2))."""
    rest = (ctypes.c_ulong(value), ctypes.c_ulong(0), ctypes.c_ulong(0), ctypes.c_ulong(0))
    return bool(_libc.prctl(option, *rest) == 0)


def unshare(flags: int) -> bool:
    """Whether this process got namespaces of its own (unshare(2))."""
    return bool(_libc.unshare(flags) == 0)
