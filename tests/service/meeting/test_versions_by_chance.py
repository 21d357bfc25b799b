"""Documents replaced by chance while ink is drawn: what storage holds is the fold of the log."""

from collections import Counter, defaultdict
from random import Random

import pytest
from msgspec.structs import replace

from service.meeting.registry import SERVICE
from service.model import PageRef, page_key
from service.protocol import commands as c
from service.protocol import events as e
from service.protocol import orders as o
from service.protocol.codec import decode_entry
from service.protocol.message import StreamName
from storage.keys import meeting_stream, notes_stream
from storage.memory import MemoryStore
from tests.service.meeting.rooms import Room
from tests.support.until import until
from tests.support.values import MEMBER, SECRETARY, document, stroke

MEETING, NOTES = meeting_stream("m1"), notes_stream("m1", MEMBER.seat_id)
DOCUMENTS = ("d1", "d10")


class Deed:
    """One meeting by chance."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)  # noqa: S311  repeatable on purpose
        self.room = Room()
        self.drawn: list[tuple[StreamName, PageRef, str]] = []

    def any_page(self) -> PageRef:
        """A page of any version, of either document; some are nowhere."""
        document_id = self.chance.choice(DOCUMENTS)
        now = next(d for d in self.room.meeting.state.documents if d.document_id == document_id)
        version = self.chance.randint(max(1, now.version - 2), now.version)
        return PageRef(document_id=document_id, version=version, page=self.chance.randint(1, 4))

    async def draw(self, number: int) -> None:
        stream, on = self.chance.choice((StreamName.MEETING, StreamName.NOTES)), self.any_page()
        self.drawn.append((stream, on, f"k{number}"))
        actor = MEMBER if stream is StreamName.NOTES else SECRETARY
        await self.room.ask(actor, c.AddStroke, stream=stream, stroke=stroke(f"k{number}", on))

    async def erase(self) -> None:
        stream, on, stroke_id = self.chance.choice(self.drawn)
        actor = MEMBER if stream is StreamName.NOTES else SECRETARY
        gone = {"stream": stream, "page": on, "stroke_ids": (stroke_id,)}
        await self.room.ask(actor, c.EraseStrokes, **gone)

    async def replace(self) -> None:
        old = self.chance.choice(self.room.meeting.state.documents)
        count = self.chance.randint(1, 5)
        goals = [*range(1, count + 1), *([0] * len(old.sizes))]
        self.chance.shuffle(goals)
        new = replace(
            document(old.document_id, old.item_id, old.content, pages=count),
            version=old.version + 1,
        )
        pages = tuple(goals[: len(old.sizes)])
        await self.room.must(SERVICE, o.ReplaceDocument, document=new, pages=pages, changed=())

    async def run(self) -> None:
        """Some sixty deeds; the member's tablet comes and goes."""
        await self.room.furnish(*(document(each, content=each[-1] * 64) for each in DOCUMENTS))
        seated = None
        for number in range(60):
            kind = self.chance.choices(("draw", "erase", "replace", "door"), (10, 3, 2, 2))[0]
            if kind == "draw" or not self.drawn:
                await self.draw(number)
            elif kind == "erase":
                await self.erase()
            elif kind == "replace":
                await self.replace()
            elif seated is None:
                seated = await self.room.come(MEMBER)
            else:
                self.room.go(seated)
                seated = None
        if seated is not None:
            self.room.go(seated)
        # Coming once more carries what is left.
        await self.room.come(MEMBER)
        await until(lambda: not self.room.meeting._notebooks._carrying)


async def folded(log: MemoryStore, stream: str) -> dict[str, set[str]]:
    """The ink by page as the log tells it, counted stroke by stroke."""
    where: dict[str, str] = {}
    for line in await log.read(stream, 0):
        for event in decode_entry(line.body).events:
            match event:
                case e.StrokeAdded(stroke=drawn):
                    where[drawn.stroke_id] = page_key(drawn.page)
                case e.StrokesErased(stroke_ids=gone):
                    where = {each: at for each, at in where.items() if each not in gone}
                case e.DocumentReplaced(document=new, pages=pages):
                    where = _moved(where, new.document_id, new.version - 1, pages)
                case e.InkCarried(document_id=document_id, version=version, pages=pages):
                    where = _moved(where, document_id, version, pages)
                case _:
                    pass
    sheets: defaultdict[str, set[str]] = defaultdict(set)
    for stroke_id, key in where.items():
        sheets[key].add(stroke_id)
    return dict(sheets)


def _moved(
    where: dict[str, str], document_id: str, version: int, pages: tuple[int, ...]
) -> dict[str, str]:
    goals = {
        f"{document_id}.{version}.{page}": f"{document_id}.{version + 1}.{goal}"
        for page, goal in enumerate(pages, start=1)
        if goal
    }
    return {stroke_id: goals.get(key, key) for stroke_id, key in where.items()}


async def stored(log: MemoryStore, stream: str, keys: set[str]) -> dict[str, set[str]]:
    """The ink by page as storage holds it."""
    sheets = {key: {line.mark_id for line in await log.sheet(stream, key)} for key in keys}
    return {key: ids for key, ids in sheets.items() if ids}


def every_key(room: Room) -> set[str]:
    """The keys of all pages there ever were."""
    versions = max(each.version for each in room.meeting.state.documents)
    return {
        f"{document_id}.{version}.{page}"
        for document_id in DOCUMENTS
        for version in range(1, versions + 1)
        for page in range(1, 6)
    }


@pytest.mark.parametrize("seed", range(12))
async def test_storage_holds_the_fold_and_a_rebuild_is_the_same(seed: int) -> None:
    deed = Deed(seed)
    await deed.run()
    log, keys = deed.room.log, every_key(deed.room)
    seen = Counter[str]()
    for stream in (MEETING, NOTES):
        fold = await folded(log, stream)
        assert await stored(log, stream, keys) == fold
        seen[stream] = len(fold)
    state = deed.room.meeting.state
    shared = await folded(log, MEETING)
    assert state.inked == {key: len(ids) for key, ids in shared.items()}
    assert all(seen.values()), "nothing was drawn"

    anew = MemoryStore()
    for stream in (MEETING, NOTES):
        await anew.append(stream, 0, await log.read(stream, 0))
    again = Room(anew)
    await again.meeting.load()
    await again.come(MEMBER)
    assert again.meeting.state == state
    for stream in (MEETING, NOTES):
        assert await stored(anew, stream, keys) == await stored(log, stream, keys)


async def test_no_private_ink_stays_where_its_page_went_on() -> None:
    """Once its tablet is here, every stroke lies where its page is now."""
    for seed in range(12):
        deed = Deed(seed)
        await deed.run()
        left = {
            page_key(PageRef(document_id=document_id, version=old.version, page=number))
            for document_id, former in deed.room.meeting.state.former.items()
            for old in former
            for number, goal in enumerate(old.pages, start=1)
            if goal
        }
        assert not left & (await folded(deed.room.log, NOTES)).keys()
