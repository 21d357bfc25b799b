"""Decide, append, announce: in order, once, and never before it is kept."""

import asyncio

import pytest

from service.errors import Code, Refusal
from service.meeting.decision import Decision
from service.meeting.sequencer import Kept, Sequencer
from service.meeting.state import apply
from service.protocol.codec import decode_entry, decode_frame, encode
from service.protocol.events import Entry, MeetingEdited
from service.protocol.frames import Advance, Tail
from service.protocol.message import Position, StreamName
from service.protocol.state import Snapshot
from storage.memory import MemoryStore
from tests.support.failing_disk import FailingDisk
from tests.support.values import MEMBER, created, entry

STREAM = "meeting:m1"


class Hall:
    """A sequencer on a log, and everything it announced."""

    def __init__(self, log: MemoryStore) -> None:
        self.log = log
        self.heard: list[Entry] = []
        self.sequencer = Sequencer(
            StreamName.MEETING,
            STREAM,
            log,
            state=Snapshot(),
            apply=apply,
            announce=self._hear,
            clock=lambda: 1_000,
        )

    def _hear(self, frame: bytes) -> None:
        decoded = decode_frame(frame)
        assert isinstance(decoded, Advance)
        self.heard.append(decoded.entry)

    async def rename(self, title: str, command_id: str) -> Kept | Refusal:
        edited = MeetingEdited(title=title, place="", starts_at=0)
        return await self.sequencer.submit(MEMBER.author, command_id, lambda state: (edited,))

    async def kept(self) -> list[Entry]:
        return [decode_entry(line.body) for line in await self.log.read(STREAM, 0)]


async def open_hall(log: MemoryStore | None = None) -> Hall:
    hall = Hall(log or MemoryStore())
    await hall.sequencer.load()
    return hall


async def test_what_is_announced_is_what_is_kept_in_the_order_of_asking() -> None:
    hall = await open_hall()
    names = [f"이름 {n}" for n in range(50)]
    outcomes = await asyncio.gather(*(hall.rename(name, f"c{n}") for n, name in enumerate(names)))
    assert outcomes == [Kept(n) for n in range(1, 51)]
    assert hall.heard == await hall.kept()
    titles = [event.title for e in hall.heard for event in e.events if hasattr(event, "title")]
    assert titles == names


async def test_a_command_sent_twice_counts_once() -> None:
    hall = await open_hall()
    assert await hall.rename("하나", "same") == Kept(1)
    assert await hall.rename("하나", "same") == Kept(1)
    assert len(hall.heard) == 1


async def test_a_refusal_of_a_command_that_counted_before_is_no_refusal() -> None:
    hall = await open_hall()
    await hall.rename("하나", "same")

    def no_more(state: Snapshot) -> Decision:
        return Refusal(Code.ALREADY_EXISTS)

    again = await hall.sequencer.submit(MEMBER.author, "same", no_more)
    other = await hall.sequencer.submit(MEMBER.author, "other", no_more)
    assert (again, other) == (Kept(1), Refusal(Code.ALREADY_EXISTS))


async def test_two_instances_share_a_log_without_an_owner() -> None:
    log = MemoryStore()
    here, there = await open_hall(log), await open_hall(log)
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
    hall = await open_hall(log)
    await hall.rename("옛것", "c1")
    log.full = True
    assert await hall.rename("새것", "c2") == Refusal(Code.STORAGE_FULL)
    assert (hall.sequencer.state.title, len(hall.heard)) == ("옛것", 1)
    log.full = False
    assert await hall.rename("새것", "c2") == Kept(2)


async def test_a_caller_that_goes_away_stops_nothing() -> None:
    hall = await open_hall()
    asked = asyncio.create_task(hall.rename("하나", "c1"))
    await asyncio.sleep(0)
    asked.cancel()
    assert await hall.rename("둘", "c2") == Kept(2)
    assert [e.command_id for e in hall.heard] == ["c1", "c2"]


class TestResume:
    async def frame(self, hall: Hall, position: Position | None) -> str:
        got: list[bytes] = []
        await hall.sequencer.resume(
            position, lambda here, state: b"WELCOME %d %b" % (here.seq, state), got.append
        )
        (frame,) = got
        return frame.decode()

    async def test_a_stranger_gets_the_state(self) -> None:
        hall = await open_hall()
        await hall.rename("하나", "c1")
        state = encode(hall.sequencer.state).decode()
        assert await self.frame(hall, None) == f"WELCOME 1 {state}"

    async def test_a_tablet_that_lacks_little_gets_the_tail(self) -> None:
        hall = await open_hall()
        for n in range(3):
            await hall.rename(f"{n}", f"c{n}")
        epoch = (await hall.log.head(STREAM)).epoch
        tail = decode_frame(await self.frame(hall, Position(epoch=epoch, seq=2)))
        assert isinstance(tail, Tail)
        assert tail.position == Position(epoch=epoch, seq=3)
        assert list(tail.entries) == hall.heard[2:]

    async def test_the_smaller_of_the_two_is_sent(self) -> None:
        hall = await open_hall()
        for n in range(300):
            await hall.rename(f"{n}", f"c{n}")
        epoch = (await hall.log.head(STREAM)).epoch
        frame = await self.frame(hall, Position(epoch=epoch, seq=1))
        assert frame.startswith("WELCOME 300")

    @pytest.mark.parametrize("position", [Position(epoch="another", seq=1), None])
    async def test_another_life_of_the_log_is_no_position(self, position: Position) -> None:
        hall = await open_hall()
        await hall.rename("하나", "c1")
        assert (await self.frame(hall, position)).startswith("WELCOME 1")

    async def test_a_position_ahead_of_the_log_starts_afresh(self) -> None:
        hall = await open_hall()
        epoch = (await hall.log.head(STREAM)).epoch
        assert (await self.frame(hall, Position(epoch=epoch, seq=9))).startswith("WELCOME 0")

    async def test_nobody_who_enters_misses_what_comes_next(self) -> None:
        hall = await open_hall()
        order: list[bytes] = []
        hall.sequencer._announce = lambda frame: order.append(b"advance")
        await asyncio.gather(
            hall.rename("앞", "c1"),
            hall.sequencer.resume(None, lambda here, state: b"%d" % here.seq, order.append),
            hall.rename("뒤", "c2"),
        )
        assert order == [b"advance", b"1", b"advance"]


async def test_a_restart_folds_what_was_kept() -> None:
    log = MemoryStore()
    hall = await open_hall(log)
    await hall.sequencer.submit(MEMBER.author, "c1", lambda state: (created(),))
    await hall.rename("둘", "c2")
    again = await open_hall(log)
    assert encode(again.sequencer.state) == encode(hall.sequencer.state)
    assert again.heard == []


def test_an_entry_out_of_turn_is_an_error() -> None:
    with pytest.raises(ValueError, match="does not follow"):
        apply(Snapshot(), entry(2, created()))


async def test_what_could_not_be_read_back_is_not_kept() -> None:
    hall = await open_hall()
    assert await hall.rename("줄\n바꿈", "c1") == Refusal(Code.MALFORMED)
    assert (hall.heard, await hall.kept()) == ([], [])
    assert await hall.rename("한 줄", "c2") == Kept(1)
