"""One stream and its sequencer, on a log that notes what it is asked and can keep it waiting."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from msgspec import json

from service.errors import Code, Refusal
from service.meeting.decision import Decision
from service.meeting.meeting import MEANING
from service.meeting.plan import Step
from service.meeting.sequencer import Outcome, Sequencer
from service.meeting.sheet import Inked, Sheet
from service.meeting.sheets import Sheets
from service.model import Actor, Mark, PageRef, page_key
from service.protocol.codec import decode_entry, encode
from service.protocol.events import AnyEvent, Entry, MeetingEdited, StrokeAdded, StrokesErased
from service.protocol.state import Snapshot
from storage.errors import StorageError
from storage.memory import MemoryStore
from storage.records import LogLine, MarkChange, PutMark, Record
from tests.support.values import CHAIR, MEMBER, page, stroke

STREAM = "meeting:m1"
decode_snapshot = json.Decoder(Snapshot).decode


class NotingLog(MemoryStore):
    """As `MemoryStore`; notes appends and reads, waits at a gate, fails when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.appends: list[list[str]] = []
        """The command ids of every append that was tried."""
        self.read_after: list[int] = []
        self.failing: StorageError | None = None
        self.deaf: StorageError | None = None
        self.gate, self.waits = asyncio.Event(), asyncio.Event()
        self.gate.set()

    async def append(
        self,
        stream: str,
        expected: int,
        lines: Sequence[LogLine],
        records: Sequence[Record] = (),
        marks: Sequence[MarkChange] = (),
        *,
        checkpoint: bytes | None = None,
    ) -> None:
        """Append once the gate is open, or raise what it fails with."""
        self.appends.append([line.command_id for line in lines])
        self.waits.set()
        await self.gate.wait()
        if self.failing is not None:
            raise self.failing
        await super().append(stream, expected, lines, records, marks, checkpoint=checkpoint)

    async def rebuild(
        self, stream: str, seq: int, marks: Sequence[PutMark], checkpoint: bytes
    ) -> None:
        """Rebuild, or raise what it fails with."""
        if self.failing is not None:
            raise self.failing
        await super().rebuild(stream, seq, marks, checkpoint)

    async def read(self, stream: str, after: int, limit: int = 1_000) -> list[LogLine]:
        """Read, and note from where."""
        self.read_after.append(after)
        return await super().read(stream, after, limit)

    async def find(self, stream: str, command_id: str) -> int | None:
        """Find, or raise what it is deaf with."""
        if self.deaf is not None:
            raise self.deaf
        return await super().find(stream, command_id)

    def shut(self) -> None:
        """From here on appends wait until the gate is set."""
        self.gate.clear()
        self.waits.clear()


class Desk:
    """A sequencer on a log, and everything it announced."""

    def __init__(
        self, log: MemoryStore, sheets: Sheets | None = None, rest_seconds: float = 0.0
    ) -> None:
        self.log = log
        self.announcements: list[int] = []
        """How many entries were announced together, each time."""
        self.steps: list[Step[Snapshot]] = []
        self.sheets = sheets or Sheets()
        self.sequencer = Sequencer(
            STREAM,
            log,
            self.sheets,
            fresh=Snapshot(),
            decode=decode_snapshot,
            meaning=MEANING,
            announce=self._hear,
            clock=lambda: 1_000,
            rest=lambda: rest_seconds,
        )

    def _hear(self, steps: Sequence[Step[Snapshot]]) -> None:
        assert self.sequencer.state is steps[-1].after, "announced before it was adopted"
        self.announcements.append(len(steps))
        self.steps += steps

    @property
    def heard(self) -> list[Entry]:
        """The entries announced."""
        return [step.entry for step in self.steps]

    @property
    def state(self) -> Snapshot:
        """The fold of what is kept."""
        return self.sequencer.state

    async def submit(
        self, command_id: str, rule: Callable[[Snapshot, Inked], Decision], page: str | None = None
    ) -> Outcome:
        """Have a rule decide, as a member."""
        return await self.sequencer.submit(MEMBER.author, command_id, rule, page)

    async def do(self, command_id: str, *events: AnyEvent) -> Outcome:
        """Have events decided on, whatever the state."""
        return await self.submit(command_id, lambda state, ink: events)

    async def rename(self, title: str, command_id: str) -> Outcome:
        """Another title."""
        return await self.do(command_id, MeetingEdited(title=title, place="", starts_at=0))

    async def turn(self, command_id: str, actor: Actor = CHAIR) -> Outcome:
        """Something of another hand that need not wait for ink."""
        event = MeetingEdited(title=command_id, place="", starts_at=0)
        return await self.sequencer.submit(
            actor.author, command_id, lambda state, ink: (event,), overtakes=True
        )

    async def draw(
        self, stroke_id: str, on: PageRef | None = None, command_id: str = ""
    ) -> Outcome:
        """A stroke, refused when it stands already."""

        def rule(state: Snapshot, ink: Inked) -> Decision:
            if ink.get(stroke_id) is not None:
                return Refusal(Code.ALREADY_EXISTS)
            return (StrokeAdded(stroke=stroke(stroke_id, on)),)

        return await self.submit(command_id or f"draw-{stroke_id}", rule, page_key(on or page()))

    async def erase(
        self, *stroke_ids: str, on: PageRef | None = None, command_id: str = ""
    ) -> Outcome:
        """Erase those of the strokes that stand."""

        def rule(state: Snapshot, ink: Inked) -> Decision:
            standing = tuple(each for each in stroke_ids if ink.get(each) is not None)
            return (StrokesErased(page=on or page(), stroke_ids=standing),) if standing else ()

        named = command_id or f"erase-{'-'.join(stroke_ids)}"
        return await self.submit(named, rule, page_key(on or page()))

    async def ink(self, on: PageRef | None = None) -> list[str]:
        """The strokes standing on a page, as a tablet that asks would read them."""
        read: list[Sheet] = []
        await self.sequencer.read(page_key(on or page()), read.append)
        marks, more = read[0].after(0)
        assert not more
        return [json.decode(mark, type=Mark).stroke.stroke_id for mark in marks]

    async def stored_ink(self, on: PageRef | None = None) -> list[str]:
        """The strokes standing on a page, as storage has them."""
        return [line.mark_id for line in await self.log.sheet(STREAM, page_key(on or page()))]

    async def kept(self) -> list[Entry]:
        """What the log holds."""
        return [decode_entry(line.body) for line in await self.log.read(STREAM, 0)]


async def open_desk(
    log: MemoryStore | None = None, sheets: Sheets | None = None, rest_seconds: float = 0.0
) -> Desk:
    """A desk whose log is loaded."""
    desk = Desk(log or MemoryStore(), sheets, rest_seconds)
    await desk.sequencer.load()
    return desk


async def together(*asked: Awaitable[Outcome]) -> list[Outcome]:
    """What becomes of commands that are given in one moment."""
    return list(await asyncio.gather(*asked))


def lines_of(entries: Sequence[Entry]) -> list[LogLine]:
    """Entries as a log of version 2 kept them: without ink by page, without checkpoint."""
    return [LogLine(entry.seq, entry.command_id, encode(entry)) for entry in entries]
