"""A meeting at a running service, prepared and seated: where most stories begin."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

from service.model import Item, PageRef, Role
from service.protocol import commands as c
from tests.support import pdfs, values
from tests.support.http_client import HttpClient
from tests.support.running_service import RunningService
from tests.support.tablet import Tablet

_numbers = count(1)


class Sitting:
    """One meeting with item i1 and document d1, its secretary, and whoever joins."""

    def __init__(self, service: RunningService, secretary: HttpClient, meeting_id: str) -> None:
        self.service, self.secretary, self.meeting_id = service, secretary, meeting_id
        self._clients = [secretary]
        self._tablets: list[Tablet] = []

    async def add_item(self, item_id: str, title: str = "안건") -> None:
        """One more agenda item at the end."""
        item = Item(item_id=item_id, title=title, department="", reporter="", minutes=0)
        await self.steer(c.AddItem, item=item, index=10_000)

    async def steer(self, kind: type[c.Command], **fields: Any) -> None:
        """Have the secretary give a command, which must count."""
        command = kind(command_id=f"secretary-{next(_numbers)}", **fields)
        answer = await self.secretary.command(self.meeting_id, command)
        assert answer.status == 200, (command, answer.body)

    async def link(self, role: Role, **more: Any) -> dict[str, Any]:
        """A fresh join link."""
        path = f"/api/meetings/{self.meeting_id}/links"
        row = await self.secretary.post(path, {"role": role.value, **more}, status=201)
        return {**row, "token": row["url"].partition("#")[2]}

    async def seat(self, role: Role, name: str = "참석자") -> HttpClient:
        """Somebody who joined by a link of their own."""
        return await self.seat_by((await self.link(role))["token"], role, name)

    def stranger(self, token: str = "") -> HttpClient:
        """Somebody who has no seat here, and shows this token."""
        client = HttpClient(self.service.origin, token)
        self._clients.append(client)
        return client

    async def seat_by(self, token: str, role: Role, name: str) -> HttpClient:
        """Somebody who joined by this link."""
        client = self.stranger()
        await client.join(token, **({} if role is Role.SCREEN else {"name": name}))
        return client

    async def tablet(self, role: Role, name: str = "참석자", *, stays: bool = False) -> Tablet:
        """A tablet of a fresh seat, greeted."""
        return await self.tablet_of(await self.seat(role, name), stays=stays)

    async def tablet_of(self, client: HttpClient, *, stays: bool = False) -> Tablet:
        """A tablet of this seat, greeted."""
        tablet = Tablet(self.service.origin, client.token, self.meeting_id, stays=stays)
        self._tablets.append(tablet)
        await tablet.come_in()
        return tablet

    async def leading(self, name: str = "발표자", *, stays: bool = False) -> Tablet:
        """A presenter's tablet that leads."""
        tablet = await self.tablet(Role.PRESENTER, name, stays=stays)
        assert await tablet.ask(c.TakeLead) is None
        return tablet

    async def aclose(self) -> None:
        """Everyone goes."""
        for tablet in self._tablets:
            await tablet.go()
        for client in self._clients:
            await client.aclose()


@asynccontextmanager
async def sitting(
    service: RunningService, *, pages: int = 3, opened: bool = True
) -> AsyncIterator[Sitting]:
    """A fresh meeting, left by everyone at the end; `pages` 0 leaves d1 out."""
    secretary = HttpClient(service.origin)
    await secretary.join(service.secretary_link)
    made = await secretary.post(
        "/api/meetings", {"title": "간부회의", "place": "중회의실", "starts_at": 1_000}, status=201
    )
    room = Sitting(service, secretary, made["meeting_id"])
    try:
        await room.add_item("i1", "예산")
        if pages:
            data = pdfs.good(pages, seed=next(_numbers))
            answer = await secretary.upload(room.meeting_id, "d1", data)
            assert answer.status == 201, answer.body
        if opened:
            await room.steer(c.OpenMeeting)
        yield room
    finally:
        await room.aclose()


def is_settled(tablet: Tablet, document_id: str = "d1") -> bool:
    """Whether a document is drawn, surveyed and read: its meeting hears no more of it."""
    progress = tablet.state.progress[document_id]
    studied = progress.carries is not None and progress.scanned is not None
    return progress.complete and studied


def page(number: int = 1) -> PageRef:
    """A page of d1."""
    return values.page(number)
