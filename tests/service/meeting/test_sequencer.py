"""Decide, append, announce: in order, once, and never before it is kept."""

import asyncio

import pytest

from service.errors import Code, Refusal
from service.meeting.decision import Decision
from service.meeting.sequencer import MAX_WAITING, Kept
from service.meeting.sheet import Inked
from service.meeting.state import apply
from service.protocol.codec import encode
from service.protocol.message import Position
from service.protocol.state import Snapshot
from storage.errors import StorageFull
from storage.memory import MemoryStore
from tests.service.meeting.streams import STREAM, Desk, NotingLog, open_desk
from tests.support.failing_disk import FailingDisk
from tests.support.values import created, entry

Entered = tuple[Position, tuple[bytes, ...] | None]


def no_more(state: Snapshot, ink: Inked) -> Decision:
    return Refusal(Code.ALREADY_EXISTS)


async def test_what_is_announced_is_what_is_kept_in_the_order_of_asking() -> None:
    desk = await open_desk()
    names = [f"이름 {n}" for n in range(50)]
    outcomes = await asyncio.gather(*(desk.rename(name, f"c{n}") for n, name in enumerate(names)))
    assert outcomes == [Kept(n) for n in range(1, 51)]
    assert desk.heard == await desk.kept()
    titles = [event.title for e in desk.heard for event in e.events if hasattr(event, "title")]
    assert titles == names
    lines = await desk.log.read(STREAM, 0)
    assert [step.body for step in desk.steps] == [line.body for line in lines]


async def test_a_command_sent_twice_counts_once() -> None:
    desk = await open_desk()
    assert await desk.rename("하나", "same") == Kept(1)
    assert await desk.rename("하나", "same") == Kept(1)
    assert len(desk.heard) == 1


async def test_a_refusal_of_a_command_that_counted_before_is_no_refusal() -> None:
    desk = await open_desk()
    await desk.rename("하나", "same")
    again = await desk.submit("same", no_more)
    other = await desk.submit("other", no_more)
    assert (again, other) == (Kept(1), Refusal(Code.ALREADY_EXISTS))


async def test_what_changes_nothing_is_kept_nowhere_and_no_refusal() -> None:
    desk = await open_desk()
    assert await desk.do("c1") == Kept(None)
    assert (desk.heard, await desk.kept()) == ([], [])


async def test_two_instances_share_a_log_without_an_owner() -> None:
    log = MemoryStore()
    here, there = await open_desk(log), await open_desk(log)
    await asyncio.gather(
        *(here.rename(f"h{n}", f"h{n}") for n in range(20)),
        *(there.rename(f"t{n}", f"t{n}") for n in range(20)),
    )
    await here.rename("last here", "last-h")
    await there.rename("last there", "last-t")
    kept = await here.kept()
    assert [e.seq for e in kept] == list(range(1, 43))
    assert there.heard == kept
    assert here.heard == kept[: len(here.heard)]


async def test_a_full_disk_refuses_in_words_and_loses_nothing() -> None:
    log = FailingDisk()
    desk = await open_desk(log)
    await desk.rename("옛것", "c1")
    log.full = True
    assert await desk.rename("새것", "c2") == Refusal(Code.STORAGE_FULL)
    assert (desk.state.title, len(desk.heard)) == ("옛것", 1)
    log.full = False
    assert await desk.rename("새것", "c2") == Kept(2)


async def test_a_caller_that_goes_away_stops_nothing() -> None:
    desk = await open_desk()
    asked = asyncio.create_task(desk.rename("하나", "c1"))
    await asyncio.sleep(0)
    asked.cancel()
    assert await desk.rename("둘", "c2") == Kept(2)
    assert [e.command_id for e in desk.heard] == ["c1", "c2"]


async def test_past_the_bound_a_command_is_told_to_come_back() -> None:
    log = NotingLog()
    desk = await open_desk(log)
    log.shut()
    first = asyncio.create_task(desk.rename("처음", "c0"))
    await log.waits.wait()
    waiting = [asyncio.create_task(desk.do(f"c{n}")) for n in range(1, MAX_WAITING + 1)]
    await asyncio.sleep(0)
    assert await desk.do("late") == Refusal(Code.BUSY)
    log.gate.set()
    assert await first == Kept(1)
    assert await asyncio.gather(*waiting) == [Kept(None)] * MAX_WAITING
    assert desk.sequencer.position.seq == 1


async def test_a_rule_that_breaks_tells_its_caller_and_stops_nothing() -> None:
    desk = await open_desk()

    def broken(state: Snapshot, ink: Inked) -> Decision:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await desk.submit("c1", broken)
    assert await desk.rename("둘", "c2") == Kept(1)
    assert desk.sequencer.idle


class TestResume:
    async def enter(self, desk: Desk, position: Position | None) -> Entered:
        got: list[Entered] = []
        await desk.sequencer.resume(position, lambda *entered: got.append(entered))
        (entered,) = got
        return entered

    async def desk_of(self, entries: int) -> tuple[Desk, str]:
        """A desk with so many entries, and the epoch of its log."""
        desk = await open_desk()
        for n in range(entries):
            await desk.rename(f"{n}", f"c{n}")
        return desk, (await desk.log.head(STREAM)).epoch

    async def test_a_stranger_gets_no_entries(self) -> None:
        desk, epoch = await self.desk_of(1)
        assert await self.enter(desk, None) == (Position(epoch=epoch, seq=1), None)

    async def test_a_tablet_that_lacks_some_gets_them_as_they_were_kept(self) -> None:
        desk, epoch = await self.desk_of(3)
        here, entries = await self.enter(desk, Position(epoch=epoch, seq=1))
        assert here == Position(epoch=epoch, seq=3)
        assert entries == tuple(step.body for step in desk.steps[1:])

    async def test_a_tablet_that_lacks_nothing_gets_nothing_without_a_look_at_the_log(self) -> None:
        log = NotingLog()
        desk = await open_desk(log)
        await desk.rename("하나", "c1")
        log.read_after.clear()
        here = desk.sequencer.position
        assert await self.enter(desk, here) == (here, ())
        assert log.read_after == []

    @pytest.mark.parametrize("position", [Position(epoch="another", seq=1), None])
    async def test_another_life_of_the_log_is_no_position(self, position: Position | None) -> None:
        desk, epoch = await self.desk_of(1)
        assert await self.enter(desk, position) == (Position(epoch=epoch, seq=1), None)

    async def test_a_position_ahead_of_the_log_starts_afresh(self) -> None:
        desk, epoch = await self.desk_of(0)
        assert await self.enter(desk, Position(epoch=epoch, seq=9)) == (
            Position(epoch=epoch, seq=0),
            None,
        )

    async def test_too_long_a_tail_is_not_read(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("service.meeting.resume.LONGEST_TAIL", 2)
        desk, epoch = await self.desk_of(4)
        assert (await self.enter(desk, Position(epoch=epoch, seq=1)))[1] is None
        entries = (await self.enter(desk, Position(epoch=epoch, seq=2)))[1]
        assert entries is not None
        assert len(entries) == 2

    async def test_nobody_who_enters_misses_what_comes_next(self) -> None:
        log = NotingLog()
        desk = await open_desk(log)
        await desk.rename("처음", "c0")
        order: list[int] = []
        desk.sequencer._announce = lambda steps: order.extend(step.entry.seq for step in steps)
        here = desk.sequencer.position
        lacking = Position(epoch=here.epoch, seq=0)

        def enter(position: Position, entries: tuple[bytes, ...] | None) -> None:
            assert entries is None or len(entries) == position.seq
            order.append(-position.seq)

        await asyncio.gather(
            desk.sequencer.resume(None, enter),
            desk.rename("앞", "c1"),
            desk.sequencer.resume(lacking, enter),
            desk.rename("뒤", "c2"),
            desk.sequencer.resume(lacking, enter),
        )
        assert order == [-1, 2, -2, 3, -3]


async def test_what_could_not_be_read_back_is_not_kept() -> None:
    desk = await open_desk()
    assert await desk.rename("줄\n바꿈", "c1") == Refusal(Code.MALFORMED)
    assert (desk.heard, await desk.kept()) == ([], [])
    assert await desk.rename("한 줄", "c2") == Kept(1)


async def test_a_look_up_that_fails_refuses_its_own_command_alone() -> None:
    log = NotingLog()
    desk = await open_desk(log)
    log.deaf = StorageFull("no more")
    refused, kept = await asyncio.gather(desk.submit("c1", no_more), desk.rename("하나", "c2"))
    assert (refused, kept) == (Refusal(Code.STORAGE_FULL), Kept(1))


async def test_a_restart_folds_what_was_kept() -> None:
    log = MemoryStore()
    desk = await open_desk(log)
    await desk.do("c1", created())
    await desk.rename("둘", "c2")
    again = await open_desk(log)
    assert encode(again.state) == encode(desk.state)
    assert again.heard == []


def test_an_entry_out_of_turn_is_an_error() -> None:
    with pytest.raises(ValueError, match="does not follow"):
        apply(Snapshot(), entry(2, created()))
