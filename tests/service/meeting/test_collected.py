"""Gathering reads collected logs alone, and only pages its reader may see."""

from collections.abc import Sequence

from msgspec.structs import replace

from service.meeting.collected import page_of
from service.meeting.decision import Request
from service.meeting.meeting import Meeting
from service.meeting.sequencer import Kept
from service.meeting.sheets import Sheets
from service.model import PageRef, Role, page_key
from service.protocol import commands as c
from service.protocol import events as e
from service.protocol.codec import encode
from service.protocol.message import StreamName
from storage.memory import MemoryStore
from storage.records import Checkpoint, Head, LogLine, MarkLine
from tests.support.clock import Clock
from tests.support.values import MEMBER, OBSERVER, created, document, entry, item, page, stroke


class WatchedLog(MemoryStore):
    """Notes the name of every stream that is looked into."""

    def __init__(self) -> None:
        super().__init__()
        self.looked: set[str] = set()

    async def head(self, stream: str) -> Head:
        self.looked.add(stream)
        return await super().head(stream)

    async def read(self, stream: str, after: int, limit: int = 1_000) -> list[LogLine]:
        self.looked.add(stream)
        return await super().read(stream, after, limit)

    async def sheet(self, stream: str, sheet: str) -> list[MarkLine]:
        self.looked.add(stream)
        return await super().sheet(stream, sheet)

    async def checkpoint(self, stream: str) -> Checkpoint | None:
        self.looked.add(stream)
        return await super().checkpoint(stream)


async def a_meeting(log: MemoryStore, *events: e.AnyEvent) -> Meeting:
    """A meeting with d1 under i1 (closed) and d2 under i2, and whatever else."""
    told: Sequence[e.AnyEvent] = (
        created(),
        e.ItemAdded(item=replace(item("i1"), closed=True), index=0),
        e.ItemAdded(item=item("i2"), index=1),
        e.DocumentAdded(document=document("d1", "i1")),
        e.DocumentAdded(document=document("d2", "i2")),
        e.MeetingOpened(),
        *events,
    )
    lines = [
        LogLine(seq, f"c{seq}", encode(entry(seq, event))) for seq, event in enumerate(told, 1)
    ]
    await log.append("meeting:m1", 0, lines)
    return await loaded(log)


async def loaded(log: MemoryStore) -> Meeting:
    """The meeting as another process would find it."""
    meeting = Meeting("m1", log, Sheets(), Clock())
    await meeting.load()
    return meeting


async def write(meeting: Meeting, name: str, stream: StreamName, on: PageRef) -> None:
    """The member writes in one of his own logs."""
    command = c.AddStroke(command_id=f"x{name}", stream=stream, stroke=stroke(name, on=on))
    assert isinstance(await meeting.ask(Request(actor=MEMBER, command=command)), Kept)


async def test_of_all_streams_of_a_seat_only_the_collected_one_is_looked_into() -> None:
    log = WatchedLog()
    writing = await a_meeting(log)
    await write(writing, "k1", StreamName.NOTES, page())
    await write(writing, "k2", StreamName.COLLECTED, page())
    meeting = await loaded(log)
    log.looked.clear()
    assert list(await meeting.collected.standing()) == [MEMBER.seat_id]
    hand = await meeting.collected.hand(MEMBER, Role.SECRETARY)
    marks, more = await meeting.collected.marks(MEMBER, page(), Role.SECRETARY)
    assert [mark.stroke.stroke_id for mark in marks] == ["k2"]
    assert (hand.pages, more) == ({page(): 1}, False)
    assert log.looked == {f"collected:m1:{MEMBER.seat_id}"}


async def test_a_reader_who_may_not_see_an_item_is_told_nothing_of_its_pages() -> None:
    log = MemoryStore()
    meeting = await a_meeting(log)
    for name, on in (("k1", page(1, "d1")), ("k2", page(1, "d2"))):
        await write(meeting, name, StreamName.COLLECTED, on)
    everything = await meeting.collected.hand(MEMBER, Role.SECRETARY)
    assert set(everything.pages) == {page(1, "d1"), page(1, "d2")}
    seen = await meeting.collected.hand(MEMBER, OBSERVER.role)
    assert set(seen.pages) == {page(1, "d2")}
    assert await meeting.collected.marks(MEMBER, page(1, "d1"), OBSERVER.role) == ((), False)


async def test_logs_that_were_looked_through_are_not_kept_open() -> None:
    log = WatchedLog()
    meeting = await a_meeting(log)
    await write(meeting, "k1", StreamName.COLLECTED, page())
    await meeting.collected.hand(MEMBER, Role.SECRETARY)
    log.looked.clear()
    await meeting.collected.hand(MEMBER, Role.SECRETARY)
    assert f"collected:m1:{MEMBER.seat_id}" in log.looked


def test_a_page_is_read_from_its_key_whatever_the_documents_name() -> None:
    for on in (page(3), page(12, "a-b_c", 4)):
        assert page_of(page_key(on)) == on
