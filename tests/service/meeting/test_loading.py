"""A stream is folded from its checkpoint on, or anew from its first line, to the same state."""

from collections.abc import Sequence
from functools import reduce
from random import Random

import pytest

from service.errors import Code, Refusal
from service.meeting import sequencer
from service.meeting.sequencer import Kept
from service.meeting.state import apply
from service.model import page_key
from service.protocol.codec import encode
from service.protocol.events import DocumentAdded, DocumentRemoved, Entry, ItemAdded, ItemRemoved
from service.protocol.state import Snapshot
from storage.errors import StorageFull
from storage.memory import MemoryStore
from storage.records import LogLine, MarkChange, PutMark
from tests.service.meeting.streams import STREAM, Desk, NotingLog, lines_of, open_desk, together
from tests.support.values import document, item, page

SEEDS = range(8)
EVERY = 10
"""Entries between two checkpoints in these tests."""

PAGES = [page(number, document_id) for document_id in ("d1", "d10", "d2") for number in (1, 2)]
BEGINNING = (
    ItemAdded(item=item("i1"), index=0),
    ItemAdded(item=item("i2"), index=1),
    DocumentAdded(document=document("d1", "i1", "a" * 64)),
    DocumentAdded(document=document("d10", "i1", "b" * 64)),
    DocumentAdded(document=document("d2", "i2", "c" * 64)),
)


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sequencer, "CHECKPOINT_EVERY", EVERY)


async def written(desk: Desk, seed: int, batches: int = 12) -> None:
    """A meeting's ink by chance; now and then a document or an item goes."""
    chance = Random(seed)  # noqa: S311  repeatable on purpose
    await desk.do(f"begin-{seed}", *BEGINNING)
    for number in range(batches):
        asked = []
        for stroke in range(chance.randint(1, 4)):
            on = chance.choice(PAGES)
            asked.append(desk.draw(f"k{number}-{stroke}", on))
            if chance.random() < 0.4:
                victim = f"k{chance.randint(0, number)}-{chance.randint(0, 2)}"
                asked.append(desk.erase(victim, on=chance.choice(PAGES)))
        if chance.random() < 0.1:
            asked.append(desk.do(f"drop-{number}", DocumentRemoved(document_id="d1")))
        if chance.random() < 0.05:
            asked.append(desk.do(f"remove-{number}", ItemRemoved(item_id="i2")))
        await together(*asked)


async def inks(desk: Desk) -> dict[str, list[str]]:
    """The ink of every page, as storage has it and as it is read, which must agree."""
    for on in PAGES:
        assert await desk.stored_ink(on) == await desk.ink(on)
    return {page_key(on): await desk.ink(on) for on in PAGES}


def folded(entries: list[Entry]) -> Snapshot:
    """The fold from the first line on."""
    return reduce(apply, entries, Snapshot())


@pytest.mark.parametrize("seed", SEEDS)
async def test_checkpoint_and_tail_come_to_the_fold_of_everything(seed: int) -> None:
    log = NotingLog()
    desk = await open_desk(log)
    await written(desk, seed)
    checkpoint = await log.checkpoint(STREAM)
    assert checkpoint is not None
    assert checkpoint.seq > EVERY
    full = folded(await desk.kept())
    assert encode(folded((await desk.kept())[: checkpoint.seq])) == checkpoint.body
    log.read_after.clear()
    again = await open_desk(log)
    assert min(log.read_after) == checkpoint.seq
    assert again.state == desk.state == full
    assert await inks(again) == await inks(desk)
    assert {key: len(ink) for key, ink in (await inks(desk)).items() if ink} == full.inked


async def test_a_checkpoint_is_kept_with_the_entry_that_passes_the_mark() -> None:
    log = NotingLog()
    desk = await open_desk(log)
    for number in range(1, EVERY):
        await desk.rename(f"{number}", f"c{number}")
    assert await log.checkpoint(STREAM) is None
    await together(*(desk.rename(f"{n}", f"c{n}") for n in range(EVERY, EVERY + 3)))
    checkpoint = await log.checkpoint(STREAM)
    assert checkpoint is not None
    assert (checkpoint.seq, checkpoint.body) == (EVERY + 2, encode(desk.state))


@pytest.mark.parametrize("seed", SEEDS)
async def test_a_stream_without_checkpoint_is_made_anew(seed: int) -> None:
    source = await open_desk()
    await written(source, seed)
    entries = await source.kept()
    log = NotingLog()
    await log.append(STREAM, 0, lines_of(entries))
    desk = await open_desk(log)
    assert desk.state == folded(entries)
    assert await inks(desk) == await inks(source)
    checkpoint = await log.checkpoint(STREAM)
    assert checkpoint is not None
    assert (checkpoint.seq, checkpoint.body) == (len(entries), encode(desk.state))
    log.read_after.clear()
    await open_desk(log)
    assert log.read_after == [len(entries)]


@pytest.mark.parametrize("body", [b'{"seq":3,"strokes":{}}', b"\x00", b'{"seq":"three"}'])
async def test_a_checkpoint_of_another_shape_is_made_anew_with_its_ink(body: bytes) -> None:
    log = MemoryStore()
    desk = await open_desk(log)
    await written(desk, 1)
    right = await inks(desk)
    stray = PutMark(page_key(PAGES[0]), "stray", 3, "s", b"{}")
    await log.rebuild(STREAM, desk.state.seq, [stray], body)
    again = await open_desk(log)
    assert again.state == desk.state
    assert await inks(again) == right
    checkpoint = await log.checkpoint(STREAM)
    assert checkpoint is not None
    assert checkpoint.body == encode(desk.state)


async def test_a_stream_that_has_not_begun_is_left_alone() -> None:
    log = MemoryStore()
    desk = await open_desk(log)
    assert desk.state == Snapshot()
    assert await log.checkpoint(STREAM) is None


class Busy(MemoryStore):
    """Another instance writes between our reading and our rebuilding, once."""

    def __init__(self, line: LogLine, mark: MarkChange) -> None:
        super().__init__()
        self.writes = (line, mark)

    async def rebuild(
        self, stream: str, seq: int, marks: Sequence[PutMark], checkpoint: bytes
    ) -> None:
        """Be late."""
        line, mark = self.writes
        await self.append(stream, seq, [line], marks=[mark])
        await super().rebuild(stream, seq, marks, checkpoint)


async def test_another_instance_that_writes_meanwhile_is_caught_up_with() -> None:
    source = await open_desk()
    await source.draw("k1")
    await source.draw("k2")
    lines, marks = lines_of(await source.kept()), [step.marks[0] for step in source.steps]
    log = Busy(lines[1], marks[1])
    await log.append(STREAM, 0, lines[:1], marks=marks[:1])
    desk = await open_desk(log)
    assert desk.state.seq == 1
    assert await desk.rename("둘", "c3") == Kept(3)
    assert desk.state.inked == {"d1.1.1": 2}
    assert await inks(desk) == await inks(source)


class TestAFullDisk:
    async def test_keeps_nobody_from_reading(self) -> None:
        log = NotingLog()
        desk = await open_desk(log)
        await desk.draw("k1")
        await desk.draw("k2", page(2))
        await desk.erase("k2", on=page(2))
        log.failing = StorageFull("no more")
        again = await open_desk(log)
        assert again.state == desk.state
        assert await again.ink() == ["k1"]
        assert await again.rename("둘", "c9") == Refusal(Code.STORAGE_FULL)

    async def test_is_an_error_where_the_ink_would_be_missing(self) -> None:
        source = await open_desk()
        await source.draw("k1")
        log = NotingLog()
        await log.append(STREAM, 0, lines_of(await source.kept()))
        log.failing = StorageFull("no more")
        with pytest.raises(StorageFull):
            await open_desk(log)
