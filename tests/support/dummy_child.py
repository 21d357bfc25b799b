"""A child without PDFs that misbehaves as the job's document name says."""

import mmap
import os
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from service.render.child import Answering, live
from service.render.messages import HEADER, Answer, Draw, Drawn, Failed, Job, Trouble


def answer(job: Job, files: Sequence[int]) -> Answer:
    """Behave as asked; what there is to tell is written into the drawing."""
    if not isinstance(job, Draw):
        return Failed(trouble=Trouble.BROKEN)
    told = BEHAVIOURS[job.document](job)
    if isinstance(told, Answer):
        return told
    with mmap.mmap(files[-1], 0) as memory:
        memory[: len(told)] = told
    return Drawn(width=job.width, height=job.height)


def _hang(job: Draw) -> bytes:
    while True:
        signal.pause()


def _hang_with_a_child(job: Draw) -> bytes:
    if os.fork() == 0:
        _hang(job)
    return _hang(job)


def _crash(job: Draw) -> bytes:
    os.abort()


def _lie(job: Draw) -> Answer:
    return Drawn(width=job.width + 1, height=job.height)


def _shout(body: bytes, length: int) -> bytes:
    with socket.socket(fileno=os.dup(int(sys.argv[1]))) as line:
        line.sendall(HEADER.pack(length) + body)
    return b""


def _exhaust(job: Draw) -> bytes:
    return bytes(8 * 1024**3)


def _refused(attempt: Callable[[], object]) -> bytes:
    try:
        attempt()
    except OSError as error:
        return os.strerror(error.errno or 0).encode()
    return b"done"


def _connect(job: Draw) -> bytes:
    def attempt() -> None:
        with socket.socket() as out:
            out.settimeout(5)
            out.connect(("127.0.0.1", job.page))

    return _refused(attempt)


def _write(job: Draw) -> bytes:
    # Through a file that was opened before: creating one is a matter of rights, growing not.
    memory = os.memfd_create("growing")
    return _refused(lambda: os.write(memory, b"one byte too much"))


def _tell(job: Draw) -> bytes:
    open_files = sorted(int(entry.name) for entry in Path("/proc/self/fd").iterdir())
    names = ",".join(sorted(os.environ))
    return f"{Path.cwd()}|{names}|{len(open_files)}|{os.nice(0)}".encode()


BEHAVIOURS: dict[str, Callable[[Draw], bytes | Answer]] = {
    "good": lambda job: b"drawn",
    "hang": _hang,
    "hang with a child": _hang_with_a_child,
    "crash": _crash,
    "lie": _lie,
    "flood": lambda job: _shout(bytes(1_000), 2**31),
    "rubbish": lambda job: _shout(b"rubbish", 7),
    "two answers": lambda job: _shout(b"", 0),
    "exhaust": _exhaust,
    "connect": _connect,
    "write": _write,
    "tell": _tell,
}


def load() -> Answering:
    """The work of this child."""
    return answer


if __name__ == "__main__":
    live(load)
