"""Commands that wait together are kept together, and each is decided after those before it."""

import asyncio

from service.errors import Code, Refusal
from service.meeting.decision import Decision
from service.meeting.sequencer import MAX_RACES, MAX_TOGETHER, Kept, Outcome
from service.meeting.sheet import Inked
from service.protocol.events import (
    DocumentAdded,
    DocumentRemoved,
    ItemAdded,
    MeetingEdited,
    StrokeAdded,
)
from service.protocol.message import Position
from service.protocol.state import Snapshot
from storage.errors import AppendConflict, StorageFull
from storage.memory import MemoryStore
from tests.service.meeting.streams import Desk, NotingLog, open_desk, together
from tests.support.values import MEMBER, document, item, page, stroke

HERE = "d1.1.1"
"""Where ink is drawn, unless another page is named."""


def longer(state: Snapshot, ink: Inked) -> Decision:
    """The title it finds, and one letter more."""
    return (MeetingEdited(title=state.title + "+", place="", starts_at=0),)


def stands(state: Snapshot, ink: Inked) -> Decision:
    """Refused while k1 stands."""
    return Refusal(Code.ALREADY_EXISTS) if ink.get("k1") is not None else ()


def item_added() -> ItemAdded:
    """An entry that has nothing to do with ink."""
    return ItemAdded(item=item(), index=0)


async def test_what_waits_together_is_one_append() -> None:
    log = NotingLog()
    desk = await open_desk(log)
    outcomes = await together(*(desk.submit(f"c{n}", longer) for n in range(40)))
    assert outcomes == [Kept(n) for n in range(1, 41)]
    assert log.appends == [[f"c{n}" for n in range(40)]]
    assert desk.state.title == "+" * 40
    assert desk.heard == await desk.kept()
    befores = [(step.before.seq, step.after.seq) for step in desk.steps]
    assert befores == [(n, n + 1) for n in range(40)]


async def test_what_comes_while_an_append_is_under_way_is_the_next() -> None:
    log = NotingLog()
    desk = await open_desk(log)
    log.shut()
    first = asyncio.create_task(desk.submit("c0", longer))
    await log.waits.wait()
    later = [asyncio.create_task(desk.submit(f"c{n}", longer)) for n in range(1, 6)]
    await asyncio.sleep(0)
    assert desk.heard == []
    log.gate.set()
    assert await together(first, *later) == [Kept(n) for n in range(1, 7)]
    assert log.appends == [["c0"], ["c1", "c2", "c3", "c4", "c5"]]


async def test_a_batch_has_an_end() -> None:
    log = NotingLog()
    desk = await open_desk(log)
    asked = (desk.rename(f"{n}", f"c{n}") for n in range(2 * MAX_TOGETHER + 1))
    await together(*asked)
    assert [len(lines) for lines in log.appends] == [MAX_TOGETHER, MAX_TOGETHER, 1]


async def test_what_changes_nothing_and_what_is_refused_are_left_out() -> None:
    log = NotingLog()
    desk = await open_desk(log)
    outcomes = await together(
        desk.submit("c1", longer),
        desk.do("c2"),
        desk.submit("c3", lambda state, ink: Refusal(Code.NOT_ALLOWED)),
        desk.rename("줄\n바꿈", "c4"),
        desk.submit("c5", longer),
    )
    refused = [Refusal(Code.NOT_ALLOWED), Refusal(Code.MALFORMED)]
    assert outcomes == [Kept(1), Kept(None), *refused, Kept(2)]
    assert log.appends == [["c1", "c5"]]


async def test_sent_twice_in_one_batch_a_command_counts_once() -> None:
    log = NotingLog()
    desk = await open_desk(log)
    asked = (desk.submit(command_id, longer) for command_id in ("c1", "c2", "c1"))
    assert await together(*asked) == [Kept(1), Kept(2), Kept(1)]
    assert log.appends == [["c1", "c2"]]
    assert desk.state.title == "++"


async def test_one_that_counted_before_costs_the_others_nothing() -> None:
    log = NotingLog()
    desk = await open_desk(log)
    await desk.submit("c1", longer)
    asked = (desk.submit(command_id, longer) for command_id in ("c2", "c1", "c3"))
    assert await together(*asked) == [Kept(2), Kept(1), Kept(3)]
    assert log.appends == [["c1"], ["c2", "c1", "c3"], ["c2"], ["c1"], ["c3"]]
    assert desk.state.title == "+++"
    assert desk.heard == await desk.kept()


class TestAnAppendThatFails:
    async def ask(self, desk: Desk) -> list[Outcome]:
        """Two strokes, the first of them erased, a title, and one that changes nothing."""
        return await together(
            desk.draw("k1"),
            desk.draw("k2"),
            desk.erase("k1"),
            desk.submit("c4", longer),
            desk.do("c5"),
        )

    async def test_refuses_all_and_leaves_state_and_ink_as_they_were(self) -> None:
        log = NotingLog()
        desk = await open_desk(log)
        await desk.draw("k0")
        before = desk.state
        log.failing = StorageFull("no more")
        assert await self.ask(desk) == [Refusal(Code.STORAGE_FULL)] * 5
        assert desk.state is before
        assert await desk.ink() == await desk.stored_ink() == ["k0"]
        assert len(desk.heard) == 1
        log.failing = None
        assert await self.ask(desk) == [Kept(2), Kept(3), Kept(4), Kept(5), Kept(None)]
        assert await desk.ink() == await desk.stored_ink() == ["k0", "k2"]

    async def test_by_races_is_given_up_in_the_end(self) -> None:
        log = NotingLog()
        desk = await open_desk(log)
        log.failing = AppendConflict("always")
        assert await desk.submit("c1", longer) == Refusal(Code.BUSY)
        assert len(log.appends) == MAX_RACES


class TestASecondInstance:
    async def test_that_was_faster_has_the_batch_decided_again(self) -> None:
        log = MemoryStore()
        here, there = await open_desk(log), await open_desk(log)
        await there.rename("먼저", "t1")
        assert await together(here.submit("h1", longer), here.submit("h2", longer)) == [
            Kept(2),
            Kept(3),
        ]
        assert here.state.title == "먼저++"
        assert here.heard == await here.kept()

    async def test_that_drew_meanwhile_is_seen_in_the_ink(self) -> None:
        log = MemoryStore()
        here, there = await open_desk(log), await open_desk(log)
        assert await here.ink() == await there.ink() == []
        await there.draw("k1")
        await there.draw("k2")
        await there.erase("k2")
        outcomes = await together(here.submit("h1", longer), here.erase("k1"))
        assert outcomes == [Kept(4), Kept(5)]
        assert await here.ink() == await here.stored_ink() == []

    async def test_that_is_ahead_in_storage_leaves_ink_in_the_order_of_entries(self) -> None:
        log = MemoryStore()
        here, there = await open_desk(log), await open_desk(log)
        await there.draw("k1")
        await there.draw("k2")
        await there.erase("k1")
        await there.submit("t", lambda state, ink: (StrokeAdded(stroke=stroke("k1")),))
        await there.draw("k3")
        assert await here.ink() == ["k2", "k1", "k3"]
        await here.submit("h1", longer)
        assert await here.ink() == await here.stored_ink() == ["k2", "k1", "k3"]

    async def test_that_wrote_while_nobody_was_here_is_seen_by_who_comes_back(self) -> None:
        log = MemoryStore()
        desk, there = await open_desk(log), await open_desk(log)
        await desk.draw("k1")
        assert await desk.ink() == ["k1"]
        await there.draw("k2")
        again = await open_desk(log, desk.sheets)
        assert await again.ink() == ["k1", "k2"]


class TestInkThatIsNotKeptYet:
    async def test_is_never_read(self) -> None:
        log = NotingLog()
        desk = await open_desk(log)
        assert await desk.ink() == []
        log.shut()
        drawn = asyncio.create_task(desk.draw("k1"))
        await log.waits.wait()
        assert await desk.ink() == []
        assert desk.state.inked == {}
        log.gate.set()
        assert await drawn == Kept(1)
        assert await desk.ink() == ["k1"]

    async def test_is_waited_for_where_the_page_is_not_at_hand(self) -> None:
        log = NotingLog()
        desk = await open_desk(log)
        log.shut()
        added = asyncio.create_task(desk.do("c1", item_added()))
        await log.waits.wait()
        drawn, read = asyncio.create_task(desk.draw("k1")), asyncio.create_task(desk.ink())
        await asyncio.sleep(0)
        assert not read.done()
        log.gate.set()
        assert (await added, await drawn, await read) == (Kept(1), Kept(2), ["k1"])

    async def test_is_what_later_commands_of_the_batch_are_decided_on(self) -> None:
        log = NotingLog()
        desk = await open_desk(log)
        twice = [desk.draw("k1"), desk.submit("again", stands, HERE), desk.erase("k1")]
        gone = [desk.submit("gone", stands, HERE), desk.draw("k2")]
        assert await together(*twice, *gone) == [
            Kept(1),
            Refusal(Code.ALREADY_EXISTS),
            Kept(2),
            Kept(None),
            Kept(3),
        ]
        assert len(log.appends) == 1
        assert await desk.ink() == await desk.stored_ink() == ["k2"]

    async def test_goes_with_its_document_within_the_batch(self) -> None:
        log = NotingLog()
        desk = await open_desk(log)
        await desk.do("c1", item_added(), DocumentAdded(document=document("d1")))
        outcomes = await together(
            desk.draw("k1"),
            desk.draw("k2", page(1, "d10")),
            desk.do("c2", DocumentRemoved(document_id="d1")),
            desk.submit("gone", stands, HERE),
        )
        assert outcomes == [Kept(2), Kept(3), Kept(4), Kept(None)]
        assert await desk.ink() == await desk.stored_ink() == []
        assert await desk.ink(page(1, "d10")) == ["k2"]


class TestInkThatGathers:
    """After an announcement ink waits for more ink, for an hour here; nothing else waits."""

    async def desk(self) -> tuple[NotingLog, Desk]:
        """A desk that has just announced a stroke."""
        log = NotingLog()
        desk = await open_desk(log, rest_seconds=3_600)
        assert await desk.draw("k0") == Kept(1)
        return log, desk

    async def waiting(self, desk: Desk, *strokes: str) -> list[asyncio.Task[Outcome]]:
        """Strokes that are drawn now and not kept yet."""
        drawn = [asyncio.create_task(desk.draw(stroke_id)) for stroke_id in strokes]
        for _ in range(10):
            await asyncio.sleep(0)
        assert not any(each.done() for each in drawn)
        return drawn

    async def test_is_kept_and_told_with_what_does_not_wait(self) -> None:
        log, desk = await self.desk()
        drawn = await self.waiting(desk, "k1", "k2")
        assert await desk.rename("둘", "c1") == Kept(4)
        assert await together(*drawn) == [Kept(2), Kept(3)]
        assert log.appends == [["draw-k0"], ["draw-k1", "draw-k2", "c1"]]
        assert desk.announcements == [1, 3]

    async def test_is_overtaken_by_a_turn_of_another_hand_and_goes_on_resting(self) -> None:
        log, desk = await self.desk()
        drawn = await self.waiting(desk, "k1", "k2")
        assert await desk.turn("t1") == Kept(2)
        assert await desk.turn("t2") == Kept(3)
        assert log.appends == [["draw-k0"], ["t1"], ["t2"]]
        assert not any(each.done() for each in drawn)
        assert await desk.rename("둘", "c1") == Kept(6)
        assert await together(*drawn) == [Kept(4), Kept(5)]

    async def test_a_turn_does_not_overtake_the_ink_of_its_own_hand(self) -> None:
        log, desk = await self.desk()
        drawn = await self.waiting(desk, "k1")
        assert await desk.turn("t1", MEMBER) == Kept(3)
        assert await together(*drawn) == [Kept(2)]
        assert log.appends == [["draw-k0"], ["draw-k1", "t1"]]

    async def test_a_turn_does_not_overtake_what_is_no_ink(self) -> None:
        _, desk = await self.desk()
        drawn = await self.waiting(desk, "k1")
        outcomes = await together(desk.rename("둘", "c1"), desk.turn("t1"))
        assert (outcomes, await together(*drawn)) == ([Kept(3), Kept(4)], [Kept(2)])

    async def test_is_kept_before_somebody_enters_who_needs_the_tail(self) -> None:
        _, desk = await self.desk()
        drawn = await self.waiting(desk, "k1")
        lacking = Position(epoch=desk.sequencer.epoch, seq=0)
        entered: list[int] = []
        await desk.sequencer.resume(lacking, lambda here, entries: entered.append(here.seq))
        assert (entered, await together(*drawn)) == ([2], [Kept(2)])

    async def test_waits_no_longer_once_a_batch_is_full(self) -> None:
        log, desk = await self.desk()
        drawn = await self.waiting(desk, *(f"k{n}" for n in range(1, MAX_TOGETHER)))
        last = await desk.draw("last")
        assert last == Kept(MAX_TOGETHER + 1)
        assert await together(*drawn) == [Kept(n) for n in range(2, MAX_TOGETHER + 1)]
        assert [len(lines) for lines in log.appends] == [1, MAX_TOGETHER]

    async def test_the_first_does_not_wait(self) -> None:
        desk = await open_desk(rest_seconds=3_600)
        assert await together(desk.draw("k1"), desk.draw("k2")) == [Kept(1), Kept(2)]
