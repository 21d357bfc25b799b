"""The life of a child process: give up rights, say Ready, then answer one job at a time.

The same for every kind of child; what a job means is handed in. The socket's number and
the limits are the only arguments; the end of the socket is the end of the child. Behind
the last wall there is no file system: what is not loaded by then cannot be loaded.
"""

import os
import socket
import sys
from collections.abc import Callable, Sequence
from typing import Final

from service.render.fence.hardening import accept_limits, give_up_files, give_up_rights
from service.render.fence.late_imports import import_late_modules
from service.render.fence.messages import (
    HEADER,
    Answer,
    Failed,
    Job,
    Ready,
    Trouble,
    frame,
    read_job,
)

MAX_FILES: Final = 2

Answering = Callable[[Job, Sequence[int]], Answer]
"""Does one job with the open files that came beside it; the caller closes those."""


def live(load: Callable[[], Answering]) -> None:
    """Run until the service hangs up; `load` imports the library that does the work.

    It is called behind the first walls and within the limits, so that a library's start is
    fenced as well; the last walls leave no file that it could still read.
    """
    number, *limits = map(int, sys.argv[1:])
    held = give_up_rights()
    accept_limits(*limits)
    answering = load()
    import_late_modules()
    with socket.socket(fileno=number) as line:
        held += give_up_files()
        line.sendall(frame(Ready(held=held)))
        while (job := _next_job(line)) is not None:
            _answer(line, answering, *job)


def _answer(line: socket.socket, answering: Answering, job: Job, files: Sequence[int]) -> None:
    try:
        answer = answering(job, files)
    except MemoryError:
        answer = Failed(trouble=Trouble.TOO_HEAVY)
    finally:
        for file in files:
            os.close(file)
    line.sendall(frame(answer))


def _next_job(line: socket.socket) -> tuple[Job, Sequence[int]] | None:
    header, files, _, _ = socket.recv_fds(line, HEADER.size, MAX_FILES, socket.MSG_WAITALL)
    if len(header) < HEADER.size:
        return None
    (left,) = HEADER.unpack(header)
    body = b""
    while len(body) < left:
        piece = line.recv(left - len(body))
        if not piece:
            return None
        body += piece
    return read_job(body), files
