"""What is to be done next, who waits for it, and what became of it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final

from service.errors import Code, Unavailable
from service.render.image import ImageSize
from service.render.schedule import Schedule
from service.render.standing import Standing
from service.render.standings import Standings
from service.render.waiting import Waiting
from service.render.work import Aside, Place, Run, Tile, Whole, Work, runs_of
from storage.records import PageRecord

MAX_PAUSE: Final = 30.0
"""Seconds until a document is tried again after storage refused; the first pause is one."""

Pause = Callable[[float], Awaitable[None]]


class Desk:
    """Hands work to the lines, and their results to whoever waits."""

    def __init__(self, standings: Standings, pause: Pause) -> None:
        self._standings = standings
        self._pause = pause
        self._schedule = Schedule()
        self._waiting = Waiting()
        self._troubles: dict[str, int] = {}
        self._pauses: set[asyncio.Task[None]] = set()
        self._more = asyncio.Event()
        self._wished = asyncio.Event()
        self._urgent: set[Work] = set()

    @property
    def to_draw(self) -> int:
        """Pages that nobody has begun to draw."""
        return len(self._schedule)

    async def queue(self, sha256: str) -> None:
        """Draw what is left of a content, then look at it and read it."""
        standing = await self._standings.of(sha256)
        if standing.to_come:
            self._standings.begin(standing)
            self._schedule.add(sha256, standing.to_come)
            self._schedule.asides.add(Whole(sha256))
            for run in runs_of(sha256, len(standing.content.sizes)):
                self._schedule.asides.add(run)
            self._more.set()

    def redo(self, standing: Standing, page: int) -> None:
        """Draw one page anew, next."""
        sha256 = standing.content.sha256
        standing = self._standings.begin(standing)
        standing.failed.pop(page, None)
        standing.drawn.discard(page)
        self._schedule.add(sha256, [page])
        self._schedule.want(Place(sha256, page))
        self._urgent.add(Place(sha256, page))
        self._wish()

    def look(self, place: Place, size: ImageSize) -> None:
        """Somebody looks at a page; a thumbnail is only a hint that somebody may."""
        if size == "tablet":
            if self._schedule.want(place):
                self._urgent.add(place)
            self._wish()
        else:
            self._schedule.hint(place)
            self._more.set()

    def spare(self, work: Run | Whole) -> None:
        """To be done when there is time."""
        self._schedule.asides.add(work)
        self._more.set()

    def want(self, work: Aside) -> None:
        """To be done soon; texts in turn, so that a search does not hold up the pages."""
        self._schedule.asides.want(work)
        if isinstance(work, Tile):
            self._urgent.add(work)
        self._wish()

    async def wait(self, work: Work, seconds: float) -> Any:
        """The result, once it is there. Raises ServiceError, Unavailable in the end."""
        try:
            return await self._waiting.wait(work, seconds)
        finally:
            if isinstance(work, Tile) and not self._waiting.is_waited_for(work):
                self._schedule.asides.leave(work)
                self._urgent.discard(work)

    async def take(self) -> Work:
        """The next work; waits until there is some."""
        while (work := self._schedule.next()) is None:
            self._more.clear()
            await self._more.wait()
        return work

    async def take_wanted(self) -> Work:
        """The next work that somebody waits for and no line was free to take at once."""
        while (work := self._schedule.next_wanted()) is None:
            self._wished.clear()
            await self._wished.wait()
        return work

    def is_wished(self, work: Work) -> bool:
        """Whether somebody looks at it, and has nothing else to look at."""
        return work in self._urgent

    def show(self, work: Work, result: object) -> None:
        """Whoever waits has the result before the disk has it: it could be made again."""
        self._waiting.resolve(work, result)

    def done(self, work: Work, result: object) -> None:
        """It is done and kept, or will not be tried again by itself."""
        self._schedule.done(work)
        self._urgent.discard(work)
        self._more.set()
        self._troubles.pop(work.sha256, None)
        self._waiting.resolve(work, result)

    async def note(self, place: Place, failure: Code | None, *, reduced: bool = False) -> None:
        """Keep a page's outcome and tell it. Raises StorageError."""
        code = None if failure is None else failure.value
        await self._standings.note(PageRecord(*place, code, reduced))

    def undone(self, work: Work, code: Code) -> None:
        """It could not be done now: its document rests, then it is tried again; a tile is not."""
        self._waiting.resolve(work, Unavailable(code))
        self._schedule.done(work)
        self._urgent.discard(work)
        if isinstance(work, Tile):
            return
        if isinstance(work, Place):
            self._schedule.add(work.sha256, [work.page])
        else:
            self._schedule.asides.add(work)
        if not self._schedule.rest(work.sha256):
            return
        troubles = self._troubles.get(work.sha256, 0)
        self._troubles[work.sha256] = troubles + 1
        resting = asyncio.create_task(self._wake(work.sha256, min(2.0**troubles, MAX_PAUSE)))
        self._pauses.add(resting)
        resting.add_done_callback(self._pauses.discard)

    async def aclose(self) -> None:
        """Let everybody who waits go."""
        pauses = list(self._pauses)
        for resting in pauses:
            resting.cancel()
        await asyncio.gather(*pauses, return_exceptions=True)
        self._waiting.close()

    def _wish(self) -> None:
        self._more.set()
        self._wished.set()

    async def _wake(self, sha256: str, seconds: float) -> None:
        await self._pause(seconds)
        self._schedule.wake(sha256)
        self._more.set()
