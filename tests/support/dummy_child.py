"""A child without PDFs that misbehaves as the job's document name says."""

import mmap
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from service.render.fence.child import Answering, live
from service.render.fence.messages import HEADER, Answer, Draw, Drawn, Failed, Job, Trouble, frame
from service.render.limits import CHANNELS
from tests.support.attempts import ATTEMPTS, refusal_of


def answer(job: Job, files: Sequence[int]) -> Answer:
    """Behave as asked; what there is to tell is written into the drawing."""
    if not isinstance(job, Draw):
        return Failed(trouble=Trouble.BROKEN)
    behaviour, _, thing = job.document.partition(":")
    attempt = ATTEMPTS.get(behaviour)
    if attempt is not None:
        told: bytes | Answer = refusal_of(lambda: attempt(thing, files))
    else:
        told = BEHAVIOURS[behaviour](job)
    if isinstance(told, Answer):
        return told
    with mmap.mmap(files[-1], job.width * job.height * CHANNELS) as memory:
        memory[: len(told)] = told
    return Drawn(width=job.width, height=job.height)


def _hang(job: Draw) -> bytes:
    threading.Event().wait()
    return b"went on"


def _hang_with_a_child(job: Draw) -> bytes:
    if os.fork() == 0:
        _hang(job)
    return _hang(job)


def _stop(job: Draw) -> bytes:
    signal.raise_signal(signal.SIGSTOP)
    return b"went on"


def _crash(job: Draw) -> bytes:
    os.abort()


def _lie(job: Draw) -> Answer:
    return Drawn(width=job.width + 1, height=job.height)


def _shout(data: bytes) -> bytes:
    line = int(sys.argv[1])
    while data:
        data = data[os.write(line, data) :]
    return b""


def _crumbs(job: Draw) -> bytes:
    _shout(HEADER.pack(200_000))
    for _ in range(200_000):
        _shout(b"\x90")
        os.sched_yield()
    return b""


def _forestall(job: Draw) -> Answer:
    """Answer this job, and in the same breath the next one."""
    _shout(2 * frame(Drawn(width=job.width, height=job.height)))
    return Drawn(width=job.width, height=job.height)


def _exhaust(job: Draw) -> bytes:
    return bytes(8 * 1024**3)


def _at_birth() -> bytes:
    """What only a child with eyes could tell: asked before the last walls are raised."""
    open_files = list(Path("/proc/self/fd").iterdir())
    names = ",".join(sorted(os.environ))
    return f"{Path.cwd()}|{names}|{len(open_files)}|{os.nice(0)}".encode()


BORN: list[bytes] = []

BEHAVIOURS: dict[str, Callable[[Draw], bytes | Answer]] = {
    "good": lambda job: b"drawn",
    "hang": _hang,
    "hang with a child": _hang_with_a_child,
    "stop": _stop,
    "crash": _crash,
    "lie": _lie,
    "flood": lambda job: _shout(HEADER.pack(2**31) + bytes(1_000)),
    "rubbish": lambda job: _shout(HEADER.pack(7) + b"rubbish"),
    "two answers": lambda job: _shout(HEADER.pack(0)),
    "crumbs": _crumbs,
    "forestall": _forestall,
    "exhaust": _exhaust,
    "tell": lambda job: BORN[0],
}


def load() -> Answering:
    """The work of this child."""
    BORN.append(_at_birth())
    return answer


if __name__ == "__main__":
    live(load)
