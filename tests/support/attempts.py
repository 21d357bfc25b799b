"""What a child that was taken over would try; each is a real attempt, and says how it ended.

An attempt gets the thing it is aimed at (a path, a process id, a port) and the job's open
files: a document opened for reading, then memory for the drawing.
"""

import ctypes
import errno
import fcntl
import mmap
import os
import resource
import signal
import socket
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from service.render.fence import kernel

MIB: Final = 1024 * 1024

IO_URING_SETUP: Final = 425  # the same numbers on every machine
PIDFD_OPEN: Final = 434
CLONE3: Final = 435
OPENAT2: Final = 437
AT_CWD: Final = -100
PTRACE_SEIZE: Final = 0x4206
NEW_USER: Final = 0x1000_0000
SET_SIGNAL: Final = 10  # F_SETSIG of fcntl(2)
SIGNAL_NOBODY_MINDS: Final = signal.SIGURG

_libc = ctypes.CDLL(None, use_errno=True)
_growing: Final = os.memfd_create("growing")
_pipe: Final = os.pipe()
"""Opened before the walls: creating a file is a matter of rights, growing one is not."""

OPENED_BEFORE: Final = 3
"""Open files of this module."""

Attempt = Callable[[str, Sequence[int]], object]


def refusal_of(attempt: Callable[[], object]) -> bytes:
    """What the kernel said to it, or what came of it; "done" when that is nothing."""
    try:
        done = attempt()
    except OSError as error:
        return os.strerror(error.errno or 0).encode()
    return b"done" if done is None else str(done).encode()


def _asked(answer: int) -> None:
    if answer < 0:
        raise OSError(ctypes.get_errno(), "refused")


def _read(path: str, _: Sequence[int]) -> None:
    os.close(os.open(path, os.O_RDONLY))


def _read_by_newer_call(path: str, _: Sequence[int]) -> None:
    name, how = ctypes.create_string_buffer(path.encode()), (ctypes.c_uint64 * 3)()
    where = (ctypes.addressof(name), ctypes.addressof(how), ctypes.sizeof(how))
    _asked(kernel.call(OPENAT2, AT_CWD, *where))


def _list(path: str, _: Sequence[int]) -> None:
    for _entry in Path(path).iterdir():
        pass


def _look_at(path: str, _: Sequence[int]) -> None:
    Path(path).stat()


def _reopen(_: str, files: Sequence[int]) -> None:
    os.close(os.open(f"/proc/self/fd/{files[0]}", os.O_RDWR))


def _write_document(_: str, files: Sequence[int]) -> None:
    mmap.mmap(files[0], 1, flags=mmap.MAP_SHARED, prot=mmap.PROT_WRITE).close()


def _connect(port: str, _: Sequence[int]) -> None:
    with socket.socket() as out:
        out.settimeout(5)
        out.connect(("127.0.0.1", int(port)))


def _connect_unix(path: str, _: Sequence[int]) -> None:
    with socket.socket(socket.AF_UNIX) as out:
        out.connect(path.replace("@", "\0"))


def _send_file_back(_: str, files: Sequence[int]) -> None:
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, fileno=int(sys.argv[1]))
    try:
        socket.send_fds(line, [b"\0"], list(files))
    finally:
        line.detach()


def _fork(_: str, __: Sequence[int]) -> None:
    if (child := os.fork()) == 0:
        os._exit(0)
    os.waitpid(child, 0)


def _start_thread(_: str, __: Sequence[int]) -> None:
    try:
        thread = threading.Thread(target=lambda: None)
        thread.start()
    except RuntimeError:
        raise OSError(errno.EPERM, "refused") from None
    thread.join()


def _signal_by_way_of_a_file(pid: str, _: Sequence[int]) -> None:
    """Have that process signalled because a pipe has something to read; then write into it."""
    reading, writing = _pipe
    fcntl.fcntl(reading, SET_SIGNAL, SIGNAL_NOBODY_MINDS)
    fcntl.fcntl(reading, fcntl.F_SETOWN, int(pid))
    fcntl.fcntl(reading, fcntl.F_SETFL, os.O_ASYNC)
    os.write(writing, b"now")


def _trace(pid: str, _: Sequence[int]) -> None:
    _asked(_libc.ptrace(PTRACE_SEIZE, int(pid), None, None))


def _take_memory(limit: str, _: Sequence[int]) -> int:
    """MiB that could be had, in pieces of one."""
    private = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS
    pieces: list[mmap.mmap] = []
    try:
        while len(pieces) <= int(limit):
            pieces.append(mmap.mmap(-1, MIB, flags=private))
    except OSError:
        pass
    return len(pieces)


def _take_shared_memory(_: str, __: Sequence[int]) -> None:
    mmap.mmap(-1, MIB).close()


def _map_document_often(_: str, files: Sequence[int]) -> int:
    """How often a mapping of 1 GiB could be had; beyond the document's end it is of no use."""
    map_file = _libc.mmap
    map_file.restype = ctypes.c_void_p
    size, start = ctypes.c_size_t(1024**3), ctypes.c_long(0)
    failed = ctypes.c_void_p(-1).value
    pieces = 0
    while map_file(None, size, mmap.PROT_READ, mmap.MAP_SHARED, files[0], start) != failed:
        pieces += 1
    return pieces


def _bring_code(_: str, __: Sequence[int]) -> None:
    private = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS
    mmap.mmap(-1, 4096, flags=private, prot=mmap.PROT_READ | mmap.PROT_EXEC).close()


def _hoard(_: str, files: Sequence[int]) -> int:
    """How many files could be had open at once."""
    mine: list[int] = []
    try:
        while len(mine) < 10_000:
            mine.append(fcntl.fcntl(files[0], fcntl.F_DUPFD_CLOEXEC, 0))
    except OSError:
        pass
    highest = max(mine) + 1
    for number in mine:
        os.close(number)
    return highest


def _raise_limit(_: str, __: Sequence[int]) -> None:
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (4_096, 4_096))
    except ValueError:
        raise OSError(errno.EPERM, "refused") from None


ATTEMPTS: Final[dict[str, Attempt]] = {
    "read": _read,
    "read by a newer call": _read_by_newer_call,
    "reopen the document": _reopen,
    "write into the document": _write_document,
    "change the document's mode": lambda _, files: os.fchmod(files[0], 0o600),
    "list": _list,
    "look at": _look_at,
    "create": lambda path, _: os.close(os.open(path, os.O_CREAT | os.O_WRONLY)),
    "remove": lambda path, _: Path(path).unlink(),
    "make a file": lambda _, __: os.close(os.memfd_create("more")),
    "grow a file": lambda _, __: os.write(_growing, b"one byte too much"),
    "connect": _connect,
    "connect to a unix socket": _connect_unix,
    "make a unix socket": lambda _, __: socket.socket(socket.AF_UNIX).close(),
    "send a file back": _send_file_back,
    "run a program": lambda path, _: os.execv(path, [path]),  # noqa: S606 - that is the attempt
    "fork": _fork,
    "fork by a newer call": lambda _, __: _asked(kernel.call(CLONE3, 0, 0)),
    "start a thread": _start_thread,
    "signal": lambda pid, _: os.kill(int(pid), SIGNAL_NOBODY_MINDS),
    "signal by way of a file": _signal_by_way_of_a_file,
    "get hold of": lambda pid, _: _asked(kernel.call(PIDFD_OPEN, int(pid), 0)),
    "trace": _trace,
    "leave for a new namespace": lambda _, __: _asked(_libc.unshare(NEW_USER)),
    "use io_uring": lambda _, __: _asked(kernel.call(IO_URING_SETUP, 1, 0)),
    "take memory": _take_memory,
    "take shared memory": _take_shared_memory,
    "map the document often": _map_document_often,
    "bring code": _bring_code,
    "hoard files": _hoard,
    "raise a limit": _raise_limit,
}
