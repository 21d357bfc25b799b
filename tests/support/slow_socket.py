"""A tablet that joined and reads nothing more, and a presenter who fills its outbox."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from msgspec.structs import replace

from service.model import Role
from service.protocol import commands as c
from service.protocol.codec import encode
from service.protocol.message import PROTOCOL_VERSION, StreamName
from tests.support.raw_socket import TEXT, RawSocket, frame, raw_socket
from tests.support.sitting import Sitting, page
from tests.support.tablet import Tablet
from tests.support.values import stroke

LONG = (12_345, 12_345, 123) * 2_000
"""The longest stroke there is: about 32 KiB of JSON."""


def hello_of(room: Sitting, token: str) -> c.Hello:
    """The Hello of the seat with this token."""
    return c.Hello(protocol=PROTOCOL_VERSION, token=token, meeting_id=room.meeting_id)


@asynccontextmanager
async def slow_socket(room: Sitting, *, narrow: bool = True) -> AsyncIterator[RawSocket]:
    """A member who reads the greeting and then nothing.

    `narrow`: its system takes as little as can be, and gives it 80 KiB a second later on.
    """
    token = (await room.seat(Role.MEMBER, "느림")).token
    async with raw_socket(room.service.origin) as slow:
        if narrow:
            sock: socket.socket = slow.writer.get_extra_info("socket")
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        await slow.upgraded()
        slow.send(frame(TEXT, encode(hello_of(room, token))))
        await slow.hears("NotesWelcome")
        transport = slow.writer.transport
        assert isinstance(transport, asyncio.Transport)
        transport.pause_reading()
        yield slow


def resume_reading(slow: RawSocket) -> None:
    """Read on."""
    transport = slow.writer.transport
    assert isinstance(transport, asyncio.Transport)
    transport.resume_reading()


AT_ONCE = 10
"""Strokes on their way at a time: their entries share a write to the disk."""


async def fill(presenter: Tablet, strokes: int) -> None:
    """Write and take back long strokes, so that much is sent and nothing stays."""
    for first in range(0, strokes, AT_ONCE):
        inks = [
            replace(stroke(f"k{number}", on=page()), points=LONG)
            for number in range(first, min(first + AT_ONCE, strokes))
        ]
        shared = {"stream": StreamName.MEETING}
        added = (presenter.ask(c.AddStroke, stroke=ink, **shared) for ink in inks)
        assert {*await asyncio.gather(*added)} == {None}
        erased = (
            presenter.ask(c.EraseStrokes, page=page(), stroke_ids=(ink.stroke_id,), **shared)
            for ink in inks
        )
        assert {*await asyncio.gather(*erased)} == {None}
