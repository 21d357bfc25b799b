"""A meeting that goes on while one socket misbehaves: led before and after, nobody disturbed."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from service.model import Role
from service.protocol import commands as c
from service.protocol.codec import encode
from service.protocol.message import PROTOCOL_VERSION
from tests.support.raw_socket import TEXT, RawSocket, frame, raw_socket
from tests.support.running_service import RunningService
from tests.support.sitting import Sitting, page, sitting


@asynccontextmanager
async def undisturbed(service: RunningService) -> AsyncIterator[Sitting]:
    """A meeting whose other tablets hear a turn afterwards and were never greeted again."""
    async with sitting(service) as room:
        presenter, member = await room.leading(), await room.tablet(Role.MEMBER)
        yield room
        assert await presenter.ask(c.TurnPage, page=page(3)) is None
        await member.sees_page(page(3))
        assert member.greetings == ["Welcome", "NotesWelcome", "NotesWelcome"]
        assert "Traceback" not in service.said()


async def hello(room: Sitting, role: Role = Role.MEMBER) -> bytes:
    """The Hello of a fresh seat."""
    token = (await room.seat(role)).token
    return encode(c.Hello(protocol=PROTOCOL_VERSION, token=token, meeting_id=room.meeting_id))


@asynccontextmanager
async def joined(room: Sitting, role: Role = Role.MEMBER) -> AsyncIterator[RawSocket]:
    """A raw socket of a fresh seat, greeted."""
    async with raw_socket(room.service.origin) as socket:
        await socket.upgraded()
        socket.send(frame(TEXT, await hello(room, role)))
        await socket.hears("NotesWelcome")
        yield socket


def text(message: object) -> bytes:
    """A frame with this as JSON."""
    return frame(TEXT, json.dumps(message).encode())
