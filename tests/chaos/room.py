"""A real service with a meeting in it, its seats taken, each tablet behind a link of its own."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from itertools import count
from pathlib import Path

import httpx2

from service.model import Role
from tests.chaos.cast import Place
from tests.chaos.link import Link
from tests.chaos.steps import Replace, Upload
from tests.chaos.tablet import TriedTablet
from tests.support.drafts import draft
from tests.support.http_client import Answer, HttpClient
from tests.support.running_service import RunningService, until_gone
from tests.support.sitting import Sitting, sitting
from tests.support.until import until

SECRETARY_SEAT = 0


class Room:
    """The service, which can be killed and started; the tablets by number; the seats by number."""

    def __init__(self, service: RunningService, sitting: Sitting) -> None:
        self.service, self.sitting = service, sitting
        self.up = True
        self.tablets: list[TriedTablet] = []
        self.seats: list[HttpClient] = []
        self.taken_in: list[str] = []
        self._ticks = count(1)
        self._uploads: list[asyncio.Task[None]] = []

    async def seat(self, places: Sequence[Place]) -> None:
        """Give every place its seat, its link and its tablet, and let all come in."""
        for place in places:
            if place.seat == len(self.seats):
                name = f"{place.role.value} {place.seat}"
                if place.seat == SECRETARY_SEAT:
                    self.seats.append(self.sitting.secretary)
                else:
                    self.seats.append(await self.sitting.seat(place.role, name))
            await self.add(f"t{place.tablet:02} {place.role.value}", place.seat, place.role)
        await asyncio.gather(*(tablet.come_in() for tablet in self.tablets))

    async def add(self, name: str, seat: int, role: Role) -> TriedTablet:
        """One more tablet, not switched on yet."""
        link = Link(self.service.port)
        await link.listen()
        client = self.seats[seat]
        tablet = TriedTablet(
            name=name,
            role=role,
            seat_id=client.seat_id,
            token=client.token,
            meeting_id=self.sitting.meeting_id,
            link=link,
            ticks=self._ticks,
            service_is_up=lambda: self.up,
        )
        self.tablets.append(tablet)
        return tablet

    async def kill(self) -> None:
        """`kill -9`."""
        children = self.service.children()
        self.up = False
        self.service.kill()
        await until_gone(children)

    async def start(self) -> None:
        """The service serves again, on the same folder and port."""
        await asyncio.to_thread(self.service.start)
        self.up = True

    def upload(self, step: Upload) -> None:
        """Begin to send a document; a service that dies meanwhile gets it once more."""
        self._uploads.append(asyncio.create_task(self._upload(step)))

    def replace(self, step: Replace) -> None:
        """Begin to send a new version of a document, in the same way."""
        self._uploads.append(asyncio.create_task(self._replace(step)))

    async def uploads_end(self) -> None:
        """Wait until every document was taken in or refused."""
        await asyncio.gather(*self._uploads)

    async def _upload(self, step: Upload) -> None:
        meeting_id, data = self.sitting.meeting_id, draft(step.letters)
        answer = await self._insist(
            lambda: self.sitting.secretary.upload(
                meeting_id, step.document_id, data, item_id=step.item_id
            )
        )
        if answer.status == 201:
            self.taken_in.append(step.document_id)

    async def _replace(self, step: Replace) -> None:
        meeting_id, data = self.sitting.meeting_id, draft(step.letters)
        await self._insist(
            lambda: self.sitting.secretary.replace(meeting_id, step.document_id, data)
        )

    async def _insist(self, ask: Callable[[], Awaitable[Answer]]) -> Answer:
        """The answer to a question that is asked again whenever the service dies of it."""
        while True:
            await until(lambda: self.up)
            with suppress(httpx2.TransportError):
                return await ask()

    async def aclose(self) -> None:
        """Everything off; the service is left as it is."""
        for task in self._uploads:
            task.cancel()
        await asyncio.gather(*self._uploads, return_exceptions=True)
        for tablet in self.tablets:
            await tablet.switch_off()
            await tablet.link.aclose()


@asynccontextmanager
async def room(data: Path, places: Sequence[Place]) -> AsyncIterator[Room]:
    """A room in which everybody sits and the sitting is open."""
    service = RunningService(data)
    await asyncio.to_thread(service.start)
    try:
        async with sitting(service) as prepared:
            made = Room(service, prepared)
            try:
                await made.seat(places)
                yield made
            finally:
                await made.aclose()
    finally:
        await asyncio.to_thread(service.stop)
