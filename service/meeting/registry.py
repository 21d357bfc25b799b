"""The live meetings of this process, loaded from their logs when somebody comes."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable

from service.errors import AccessRefused, Code, Unavailable, storage_code
from service.meeting.decision import Request
from service.meeting.meeting import Meeting
from service.meeting.powers import SERVICE_SEAT
from service.meeting.sequencer import Outcome
from service.meeting.sheets import Sheets
from service.model import Actor, Role
from service.observability.watch import UNWATCHED, Watch
from service.protocol.closing import CloseCode
from service.protocol.orders import AnyOrder
from storage.errors import StorageError
from storage.ports import EventLog

SERVICE = Actor(seat_id=SERVICE_SEAT, name="한장", role=Role.SECRETARY)
"""Who signs the orders of the service's own rooms."""

MAX_LIVE = 200
"""Meetings kept in memory: a city hall holds about fifty a day."""


async def give_order(meeting: Meeting, order: AnyOrder) -> Outcome:
    """Have a meeting do what one of the service's own rooms says."""
    return await meeting.ask(Request(actor=SERVICE, command=order))


class Registry:
    """One `Meeting` a meeting id, never two at once.

    `on_load` is told each meeting read from its log, before anybody else may use it;
    `watch` hears what happens in all of them.
    """

    def __init__(
        self,
        log: EventLog,
        clock: Callable[[], int],
        on_load: Callable[[Meeting], Awaitable[None]],
        watch: Watch = UNWATCHED,
    ) -> None:
        self._watch = watch
        self._log, self._clock, self._on_load = log, clock, on_load
        self._sheets = Sheets()
        self._meetings: dict[str, Meeting] = {}
        self._arriving: tuple[Meeting, ...] = ()
        self._loading = asyncio.Lock()

    async def meeting(self, meeting_id: str) -> Meeting:
        """The live meeting. Raises AccessRefused(NO_SUCH_MEETING), or Unavailable."""
        found = await self._loaded(meeting_id)
        if not found.state.meeting_id:
            raise AccessRefused(Code.NO_SUCH_MEETING)
        return found

    async def order(self, meeting_id: str, order: AnyOrder) -> Outcome:
        """Give an order of the service's own to a meeting, which CreateMeeting may begin."""
        return await give_order(await self._loaded(meeting_id), order)

    def live(self) -> Iterable[Meeting]:
        """The meetings loaded now; one that `on_load` is told of misses no news, either."""
        return (*self._meetings.values(), *self._arriving)

    def close_link(self, link_id: str) -> None:
        """Let go of every tablet that joined by a link now revoked."""
        for meeting in self.live():
            meeting.audience.close_link(link_id, CloseCode.REVOKED)

    async def _loaded(self, meeting_id: str) -> Meeting:
        if meeting_id in self._meetings:
            return self._meetings[meeting_id]
        async with self._loading:
            if meeting_id not in self._meetings:
                fresh = Meeting(meeting_id, self._log, self._sheets, self._clock)
                fresh.audience.watch = self._watch
                try:
                    await fresh.load()
                    self._arriving = (fresh,)
                    await self._on_load(fresh)
                except StorageError as error:
                    raise Unavailable(storage_code(error)) from error
                finally:
                    self._arriving = ()
                self._forget_idle()
                self._meetings[meeting_id] = fresh
        return self._meetings[meeting_id]

    def _forget_idle(self) -> None:
        """Room for the new one: meetings nobody is in are read from their logs again."""
        for meeting_id, meeting in list(self._meetings.items()):
            if len(self._meetings) >= MAX_LIVE and meeting.idle:
                del self._meetings[meeting_id]
