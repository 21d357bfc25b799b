"""Whether the service can do its work now, part by part; for load balancers and the status page.

A part is looked at once at a time and the answer stands for a second, so that whoever asks
in a loop costs no more than one look a second. A look that hangs (a dead network disk) keeps
its one thread and is not begun again until it ends.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from enum import StrEnum
from typing import Final

import structlog

from storage.errors import StorageFull, StorageReadOnly

log = structlog.get_logger()

LOOK_SECONDS: Final = 2.0
"""A load balancer waits five seconds or so for its answer."""

STANDS_SECONDS: Final = 1.0

SERVING: Final = "serving"
"""The part that is nobody's look: the service itself, which may be going down."""


class Fitness(StrEnum):
    """How a part is; stable names, and all that a stranger may learn."""

    OK = "ok"
    FULL = "full"
    READ_ONLY = "read_only"
    FAILED = "failed"
    SLOW = "slow"
    STOPPING = "stopping"


Look = Callable[[], Awaitable[object]]
"""Returns when the part works; whatever it raises means that it does not."""


class Readiness:
    """The parts by name, each with its look; `clock` gives seconds."""

    def __init__(
        self,
        looks: Mapping[str, Look],
        look_seconds: float = LOOK_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._parts = {name: _Part(name, look, clock) for name, look in looks.items()}
        self._look_seconds = look_seconds
        self._stopping = False

    def stop(self) -> None:
        """From now on the service is not ready, whatever its parts say."""
        self._stopping = True

    async def parts(self) -> dict[str, Fitness]:
        """How each part is; answers within the time of one look."""
        looked = await asyncio.gather(
            *(part.fitness(self._look_seconds) for part in self._parts.values())
        )
        serving = Fitness.STOPPING if self._stopping else Fitness.OK
        return {SERVING: serving, **dict(zip(self._parts, looked, strict=True))}


class _Part:
    def __init__(self, name: str, look: Look, clock: Callable[[], float]) -> None:
        self._name, self._look, self._clock = name, look, clock
        self._looking: asyncio.Task[Fitness] | None = None
        self._stood: tuple[float, Fitness] | None = None

    async def fitness(self, seconds: float) -> Fitness:
        """The last answer while it stands, else a new one."""
        if self._stood is not None and self._clock() - self._stood[0] < STANDS_SECONDS:
            return self._stood[1]
        looking = self._looking
        if looking is None:
            looking = self._looking = asyncio.create_task(self._look_anew())
        done, _ = await asyncio.wait({looking}, timeout=seconds)
        return looking.result() if done else self._told(Fitness.SLOW)

    async def _look_anew(self) -> Fitness:
        try:
            await self._look()
            return self._told(Fitness.OK)
        except StorageFull:
            return self._told(Fitness.FULL)
        except StorageReadOnly:
            return self._told(Fitness.READ_ONLY)
        except Exception as error:  # whatever is broken in there, this part is what failed
            return self._told(Fitness.FAILED, error)
        finally:
            self._looking = None

    def _told(self, fitness: Fitness, error: Exception | None = None) -> Fitness:
        was = Fitness.OK if self._stood is None else self._stood[1]
        self._stood = (self._clock(), fitness)
        if fitness is not was:
            why = {} if error is None else {"error": repr(error)}
            log.warning("readiness_changed", part=self._name, fitness=fitness.value, **why)
        return fitness
