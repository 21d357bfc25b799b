"""The fence: one child process, one job at a time, a deadline, killed and replaced alone."""

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

import structlog

from service.render.fence.child_process import ChildProcess
from service.render.fence.errors import ChildLied, ChildTooSlow, FenceError, NoChild
from service.render.fence.messages import (
    Answer,
    Drawn,
    Encoded,
    Failed,
    Inspected,
    Job,
    Ready,
    Trouble,
    Written,
)
from service.render.limits import WALLS, ChildLimits

log = structlog.get_logger()

_EXHAUSTED: Final = Failed(trouble=Trouble.TOO_HEAVY)
"""After this answer a child's memory is in no state to be trusted with another job."""

_A = TypeVar("_A", Inspected, Drawn, Written, Encoded)


class Sandbox:
    """One child of one kind. Jobs wait for each other; `aclose` ends it for good.

    `able`: whether the last child that was needed could be started.
    """

    def __init__(self, module: str, limits: ChildLimits) -> None:
        self._module = module
        self._limits = limits
        self._turn = asyncio.Lock()
        self._child: ChildProcess | None = None
        self.started = 0
        self.able = True
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

    def _is_spent(self, child: ChildProcess) -> bool:
        return child.jobs >= self._limits.jobs or child.busy > self._limits.cpu_seconds / 2

    async def _ready_child(self) -> ChildProcess:
        if self._child is not None and self._child.process.returncode is None:
            return self._child
        try:
            child = await self._new_child()
        except NoChild:
            self.able = False
            raise
        self.able = True
        return child

    async def _new_child(self) -> ChildProcess:
        await self._end()
        self._child = await ChildProcess.born(self._module, self._limits)
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
        missing = [wall for wall in WALLS if wall not in ready.held]
        if missing and self.started == 1:
            log.warning("walls_missing", kind=self._module, walls=missing)
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
