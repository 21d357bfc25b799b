"""A tablet that never reads is its own problem: the others stay prompt, memory stays bounded."""

import socket
from urllib.parse import urlsplit

from msgspec.structs import replace
from websockets.asyncio.client import connect

from service.model import Role
from service.protocol import commands as c
from service.protocol.codec import encode
from service.protocol.message import PROTOCOL_VERSION, StreamName
from service.realtime.outbox import MAX_BYTES
from tests.support.running_service import RunningService
from tests.support.sitting import page, sitting
from tests.support.values import stroke

MIB = 1024 * 1024
LONG = (12_345, 12_345, 123) * 2_000
"""The longest stroke there is: about 32 KiB of JSON."""

STROKES = 400
"""12 MiB: more than the outbox's bound and the kernel's buffers (4 MiB) together."""


async def test_a_tablet_that_never_reads_is_let_go(service: RunningService) -> None:
    async with sitting(service) as room:
        presenter, member = await room.leading(), await room.tablet(Role.MEMBER)
        address = urlsplit(service.origin)
        narrow = socket.create_connection((address.hostname, address.port))
        narrow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        stuck = await connect(
            f"ws://{address.netloc}/api/socket",
            sock=narrow,
            compression=None,
            max_queue=1,
            ping_interval=None,
            close_timeout=0.1,
        )
        token = (await room.seat(Role.MEMBER, "느림")).token
        said = c.Hello(protocol=PROTOCOL_VERSION, token=token, meeting_id=room.meeting_id)
        await stuck.send(encode(said).decode())
        await presenter.sees(lambda: presenter.presence and presenter.presence.total == 3)
        before = service.memory()
        for number in range(STROKES):
            ink = replace(stroke(f"k{number}", on=page()), points=LONG)
            shared = {"stream": StreamName.MEETING}
            assert await presenter.ask(c.AddStroke, stroke=ink, **shared) is None
            erased = {"page": page(), "stroke_ids": (ink.stroke_id,)}
            assert await presenter.ask(c.EraseStrokes, **erased, **shared) is None
        await member.reaches(presenter.state.seq)
        assert service.memory() - before < 2 * MAX_BYTES + 32 * MIB
        await presenter.sees(lambda: presenter.presence and presenter.presence.total == 2)
        await stuck.close()
