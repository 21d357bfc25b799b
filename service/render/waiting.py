"""Who waits for which piece of work; every one of them gets the same answer."""

import asyncio
from typing import Any

from service.errors import Code, ServiceError, Unavailable
from service.render.work import Work


class Waiting:
    """Futures by work. What is resolved with nobody waiting is forgotten at once."""

    def __init__(self) -> None:
        self._futures: dict[Work, asyncio.Future[Any]] = {}
        self._counts: dict[Work, int] = {}

    async def wait(self, work: Work, seconds: float) -> Any:
        """What `resolve` brings. Raises the ServiceError it brings, Unavailable in the end."""
        future = self._futures.get(work)
        if future is None:
            future = self._futures[work] = asyncio.get_running_loop().create_future()
        self._counts[work] = self._counts.get(work, 0) + 1
        try:
            done, _ = await asyncio.wait([future], timeout=seconds)
        finally:
            self._leave(work, future)
        result = future.result() if done else Unavailable(Code.BUSY)
        if isinstance(result, ServiceError):
            raise result
        return result

    def is_waited_for(self, work: Work) -> bool:
        """Whether somebody waits for it now."""
        return work in self._counts

    def resolve(self, work: Work, result: object) -> None:
        """Give the result to all who wait for it."""
        future = self._futures.pop(work, None)
        if future is not None and not future.done():
            future.set_result(result)

    def close(self) -> None:
        """Let everybody go."""
        for work in list(self._futures):
            self.resolve(work, Unavailable(Code.BUSY))

    def _leave(self, work: Work, future: asyncio.Future[Any]) -> None:
        self._counts[work] -= 1
        if self._counts[work]:
            return
        del self._counts[work]
        if self._futures.get(work) is future:
            del self._futures[work]
