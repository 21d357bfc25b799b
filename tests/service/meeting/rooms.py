"""A live meeting without sockets: its tablets note what they were sent."""

from collections.abc import Iterator
from itertools import count
from typing import Any

import msgspec

from service.errors import Refusal
from service.meeting.decision import Request
from service.meeting.meeting import Meeting
from service.meeting.registry import SERVICE
from service.meeting.sequencer import Kept, Outcome
from service.meeting.sheets import Sheets
from service.model import Actor, Document, PageRef
from service.protocol import commands as c
from service.protocol import orders as o
from service.protocol.codec import decode_frame
from service.protocol.frames import AnyFrame
from service.protocol.message import Position, StreamName
from service.protocol.presence import Presence, Receipts
from service.protocol.state import Snapshot
from service.realtime.connection import Connection
from storage.memory import MemoryStore
from tests.support.clock import Clock
from tests.support.folded import Folded
from tests.support.hall import NotingWire
from tests.support.values import CHAIR, SECRETARY, item

_numbers = count(1)
"""Of commands: those of a meeting that is read again are others."""


class Seated:
    """One tablet, and every text it was sent."""

    def __init__(self, actor: Actor) -> None:
        self.wire = NotingWire(lambda: 0.0)
        self.connection = Connection(self.wire, actor, "l1")

    @property
    def texts(self) -> list[bytes]:
        """What it was sent, as it was sent."""
        return [text for _, written in self.wire.noted for text in texts_in(written)]

    @property
    def frames(self) -> list[AnyFrame]:
        """What it was sent, without what comes in its own time of who is here."""
        decoded = [decode_frame(text) for text in self.texts]
        return [frame for frame in decoded if not isinstance(frame, Presence | Receipts)]

    @property
    def kinds(self) -> list[str]:
        """What it was sent, by name."""
        return [type(frame).__name__ for frame in self.frames]

    @property
    def last(self) -> AnyFrame:
        """What it was sent last."""
        return self.frames[-1]

    def folded(self) -> Folded:
        """What it holds. Raises when a frame breaks a promise."""
        holds = Folded()
        for frame in self.frames:
            assert not holds.fold(frame).gap, "it missed an entry"
        return holds

    @property
    def state(self) -> Snapshot:
        """The meeting as this tablet shows it."""
        return self.folded().state

    def forget(self) -> None:
        """Begin noting anew."""
        self.wire.noted.clear()


class Room:
    """A meeting on a log, the tablets in it, and its clock."""

    def __init__(self, log: MemoryStore | None = None) -> None:
        self.log, self.clock = log or MemoryStore(), Clock()
        self.meeting = Meeting("m1", self.log, Sheets(), self.clock)

    @property
    def here(self) -> Position:
        """Where the meeting's log is."""
        return self.meeting._sequencer.position

    async def furnish(self, *documents: Document) -> None:
        """An open meeting with items i1, i2, i3 and these documents."""
        await self.meeting.load()
        create = {"meeting_id": "m1", "title": "회의", "place": "", "starts_at": 0}
        await self.must(SERVICE, o.CreateMeeting, **create)
        for index, item_id in enumerate(("i1", "i2", "i3")):
            await self.must(SECRETARY, c.AddItem, item=item(item_id), index=index)
        for document in documents:
            await self.must(SERVICE, o.RegisterDocument, document=document)
        await self.must(CHAIR, c.OpenMeeting)

    async def ask(self, actor: Actor, kind: type[c.Command], **fields: Any) -> Outcome:
        """What becomes of a command."""
        target = fields.pop("target", None)
        command: Any = kind(command_id=f"x{next(_numbers)}", **fields)
        return await self.meeting.ask(Request(actor=actor, command=command, target=target))

    async def must(self, actor: Actor, kind: type[c.Command], **fields: Any) -> None:
        """Have a command counted."""
        outcome = await self.ask(actor, kind, **fields)
        assert isinstance(outcome, Kept), (kind, outcome)

    async def refused(self, actor: Actor, kind: type[c.Command], **fields: Any) -> str | None:
        """The code a command is refused with; None: it counts."""
        outcome = await self.ask(actor, kind, **fields)
        return outcome.code if isinstance(outcome, Refusal) else None

    async def come(self, actor: Actor, position: Position | None = None) -> Seated:
        """A tablet enters."""
        seated = Seated(actor)
        await self.meeting.enter(seated.connection, position, {})
        return seated

    def go(self, seated: Seated) -> None:
        """A tablet leaves."""
        self.meeting.leave(seated.connection)

    async def ink(
        self, seated: Seated, page: PageRef, stream: StreamName = StreamName.MEETING, after: int = 0
    ) -> list[str]:
        """The strokes a tablet is given that asks for a page's ink."""
        asked = c.ReadInk(stream=stream, page=page, after=after)
        await self.meeting.read_ink(seated.connection, asked)
        told = msgspec.to_builtins(seated.last)
        assert told["type"] == "Ink"
        return [mark["stroke"]["stroke_id"] for mark in told["marks"]]


def texts_in(written: bytes) -> Iterator[bytes]:
    """The texts of whole frames written at once, as a server sends them (RFC 6455, 5.2)."""
    while written:
        size, head = written[1], 2
        if size >= 126:
            head = 4 if size == 126 else 10
            size = int.from_bytes(written[2:head], "big")
        yield written[head : head + size]
        written = written[head + size :]
