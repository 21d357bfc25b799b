"""The fence: one child process, one job at a time, a deadline, killed and replaced alone.

    FenceError        the job has no result; the child is gone, the next job gets a new one
    +-- ChildDied     it crashed, was ended by the kernel, or closed the line
    +-- ChildTooSlow  the deadline passed
    +-- ChildLied     it answered what nobody may answer
    +-- NoChild       none could be started: the installation or the machine is at fault

A child is a clean interpreter, not a fork: it inherits an empty environment, `/` as its
folder, its end of one socket and nothing else.
"""

import asyncio
import contextlib
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeVar

import structlog
from msgspec import MsgspecError

from service.render.limits import WALLS, ChildLimits
from service.render.messages import (
    HEADER,
    MAX_ANSWER,
    Answer,
    Drawn,
    Encoded,
    Failed,
    Inspected,
    Job,
    Ready,
    Trouble,
    frame,
    read_answer,
)

log = structlog.get_logger()

_ROOT: Final = str(Path(__file__).resolve().parents[2])
_EXHAUSTED: Final = Failed(trouble=Trouble.TOO_HEAVY)
"""After this answer a child's memory is in no state to be trusted with another job."""

_A = TypeVar("_A", Inspected, Drawn, Encoded)


class FenceError(Exception):
    """The job has no result, and its child is gone."""


class ChildDied(FenceError):
    """The child ended before it answered."""


class ChildTooSlow(FenceError):
    """The child did not answer within the deadline."""


class ChildLied(FenceError):
    """The child's answer is none, is too long, or is not one to this job."""


class NoChild(FenceError):
    """No child could be started."""


class Sandbox:
    """One child of one kind. Jobs wait for each other; `aclose` ends it for good."""

    def __init__(self, module: str, limits: ChildLimits) -> None:
        self._module = module
        self._limits = limits
        self._turn = asyncio.Lock()
        self._child: _Child | None = None
        self.started = 0
        self.held: tuple[str, ...] = ()

    async def start(self) -> None:
        """Have a child ready. Raises NoChild."""
        async with self._turn:
            await self._ready_child()

    async def ask(
        self,
        job: Job,
        files: Sequence[int],
        seconds: float,
        kind: type[_A],
        believable: Callable[[_A], bool],
    ) -> _A | Failed:
        """The child's answer: Failed, or one of that kind that is believable. Raises FenceError.

        The open files are shared with the child for this job; the caller keeps its own.
        When the caller gives up, the child is ended: nobody knows what it would say next.
        """
        async with self._turn:
            child = await self._ready_child()
            begun = time.monotonic()
            try:
                async with asyncio.timeout(seconds):
                    untrusted = await child.exchange(job, files)
                answer = _checked(untrusted, kind, believable)
            except TimeoutError:
                await self._end()
                raise ChildTooSlow(f"no answer within {seconds:g} s") from None
            except BaseException:
                await self._end()
                raise
            child.jobs += 1
            child.busy += time.monotonic() - begun
            if self._is_spent(child) or answer == _EXHAUSTED:
                await self._end()
            return answer

    async def aclose(self) -> None:
        """End the child, at once."""
        await self._end()

    @property
    def pid(self) -> int | None:
        """The child's process id, while there is one."""
        return None if self._child is None else self._child.process.pid

    def _is_spent(self, child: "_Child") -> bool:
        return child.jobs >= self._limits.jobs or child.busy > self._limits.cpu_seconds / 2

    async def _ready_child(self) -> "_Child":
        if self._child is not None and self._child.process.returncode is None:
            return self._child
        await self._end()
        self._child = await _Child.born(self._module, self._limits)
        self.started += 1
        try:
            async with asyncio.timeout(self._limits.start_seconds):
                ready = await self._child.hear()
        except (TimeoutError, FenceError) as error:
            await self._end()
            raise NoChild(f"{self._module} did not start") from error
        except BaseException:
            await self._end()
            raise
        if not isinstance(ready, Ready):
            await self._end()
            raise NoChild(f"{self._module} did not say Ready")
        self.held = tuple(wall for wall in WALLS if wall in ready.held)
        log.info("child_ready", kind=self._module, walls=list(self.held))
        return self._child

    async def _end(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            await child.end()


def _checked(untrusted: Answer, kind: type[_A], believable: Callable[[_A], bool]) -> _A | Failed:
    if isinstance(untrusted, Failed):
        return untrusted
    if not isinstance(untrusted, kind) or not believable(untrusted):
        raise ChildLied("an answer to another question")
    return untrusted


class _Child:
    """A running process and the service's end of its line."""

    def __init__(self, process: asyncio.subprocess.Process, line: socket.socket) -> None:
        self.process = process
        self.line = line
        self.jobs = 0
        self.busy = 0.0

    @classmethod
    async def born(cls, module: str, limits: ChildLimits) -> "_Child":
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        ours.setblocking(False)
        numbers = (theirs.fileno(), limits.memory, limits.cpu_seconds, limits.open_files)
        with theirs:
            try:
                process = await asyncio.create_subprocess_exec(
                    *(sys.executable, "-P", "-s", "-B", "-m", module, *map(str, numbers)),
                    stdin=asyncio.subprocess.DEVNULL,
                    stdout=asyncio.subprocess.DEVNULL,
                    stderr=asyncio.subprocess.DEVNULL,
                    pass_fds=(theirs.fileno(),),
                    env={"PYTHONPATH": _ROOT, "LC_ALL": "C.UTF-8", "MALLOC_ARENA_MAX": "1"},
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
        # One job at a time: the line is empty, so a small frame goes out whole at once.
        message = frame(job)
        try:
            sent = socket.send_fds(self.line, [message], list(files))
        except OSError as error:
            raise ChildDied("the line is closed") from error
        if sent != len(message):
            raise ChildDied("the line is full")
        return await self.hear()

    async def hear(self) -> Answer:
        (length,) = HEADER.unpack(await self._exactly(HEADER.size))
        if length > MAX_ANSWER:
            raise ChildLied(f"an answer of {length} bytes")
        untrusted = await self._exactly(length)
        try:
            return read_answer(untrusted)
        except MsgspecError as error:
            raise ChildLied("not an answer") from error

    async def _exactly(self, byte_count: int) -> bytes:
        loop = asyncio.get_running_loop()
        heard = b""
        while len(heard) < byte_count:
            try:
                piece = await loop.sock_recv(self.line, byte_count - len(heard))
            except OSError as error:
                raise ChildDied("the line is closed") from error
            if not piece:
                raise ChildDied("the line is closed")
            heard += piece
        return heard

    async def end(self) -> None:
        self.line.close()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        await asyncio.shield(self.process.wait())
