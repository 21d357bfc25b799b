"""A running child as the service sees it: a process and one line to it.

A child is a clean interpreter, not a fork: it inherits an empty environment, `/` as its
folder, its end of one socket and nothing else.
"""

import asyncio
import contextlib
import os
import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from msgspec import MsgspecError

from service.render.fence.errors import ChildDied, ChildLied, NoChild
from service.render.fence.messages import HEADER, MAX_ANSWER, Answer, Job, frame, read_answer
from service.render.limits import ChildLimits

MAX_PIECES: Final = 128
"""An answer comes in one piece, the longest in twice as many as the kernel has pages for it;
one that drips in would keep the service busy until its deadline."""

_ROOT: Final = str(Path(__file__).resolve().parents[3])

_ENVIRONMENT: Final = {
    "PYTHONPATH": _ROOT,
    "LC_ALL": "C.UTF-8",
    "MALLOC_ARENA_MAX": "1",
    # Keep a page's memory for the next page: giving it back and having it zeroed anew is a
    # quarter of the time that encoding takes. 32 MiB is the most that glibc accepts (mallopt(3)).
    "MALLOC_MMAP_THRESHOLD_": str(32 * 1024 * 1024),
    "MALLOC_TRIM_THRESHOLD_": str(256 * 1024 * 1024),
}


class ChildProcess:
    """A process and the service's end of its line; must be ended."""

    def __init__(self, process: asyncio.subprocess.Process, line: socket.socket) -> None:
        self.process = process
        self.line = line
        self.jobs = 0
        self.busy = 0.0

    @classmethod
    async def born(cls, module: str, limits: ChildLimits) -> "ChildProcess":
        """Start one. Raises NoChild."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        ours.setblocking(False)
        numbers = (
            theirs.fileno(),
            *(limits.memory, limits.address_space, limits.cpu_seconds, limits.open_files),
            limits.nice,
        )
        with theirs:
            try:
                process = await asyncio.create_subprocess_exec(
                    *(sys.executable, "-P", "-s", "-B", "-m", module, *map(str, numbers)),
                    stdin=asyncio.subprocess.DEVNULL,
                    stdout=asyncio.subprocess.DEVNULL,
                    stderr=asyncio.subprocess.DEVNULL,
                    pass_fds=(theirs.fileno(),),
                    env=_ENVIRONMENT,
                    cwd="/",
                    start_new_session=True,
                )
            except OSError as error:
                ours.close()
                raise NoChild(f"{module}: {error.strerror}") from error
            except BaseException:
                ours.close()
                raise
        return cls(process, ours)

    async def exchange(self, job: Job, files: Sequence[int]) -> Answer:
        """Give it a job and hear its answer. Raises ChildDied, ChildLied."""
        self._mind_silence()
        # One job at a time: the line is empty, so a small frame goes out whole at once.
        message = frame(job)
        try:
            sent = socket.send_fds(self.line, [message], list(files))
        except OSError as error:
            raise ChildDied("the line is closed or full") from error
        if sent != len(message):
            raise ChildDied("the line is full")
        return await self.hear()

    async def hear(self) -> Answer:
        """What it says next, still untrusted. Raises ChildDied, ChildLied."""
        (length,) = HEADER.unpack(await self._exactly(HEADER.size))
        if length > MAX_ANSWER:
            raise ChildLied(f"an answer of {length} bytes")
        untrusted = await self._exactly(length)
        try:
            return read_answer(untrusted)
        except MsgspecError as error:
            raise ChildLied("not an answer") from error

    def _mind_silence(self) -> None:
        """Raise ChildLied when it has spoken unasked: that would be the answer to this job."""
        with contextlib.suppress(OSError):  # nothing to hear; an end is told by sending
            if self.line.recv(1, socket.MSG_PEEK):
                raise ChildLied("words nobody asked for")

    async def _exactly(self, byte_count: int) -> bytearray:
        """That many bytes. Files it may have sent along are closed by the kernel, unseen."""
        loop = asyncio.get_running_loop()
        heard = bytearray(byte_count)
        here = 0
        with memoryview(heard) as room:
            for _ in range(MAX_PIECES):
                if here == byte_count:
                    return heard
                try:
                    piece = await loop.sock_recv_into(self.line, room[here:])
                except OSError as error:
                    raise ChildDied("the line is closed") from error
                if not piece:
                    raise ChildDied("the line is closed")
                here += piece
        raise ChildLied("an answer in crumbs")

    async def end(self) -> None:
        """Kill it and everything it started; returns when it is gone."""
        self.line.close()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        await asyncio.shield(self.process.wait())
