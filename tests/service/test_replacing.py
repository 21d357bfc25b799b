"""A document is replaced once it was compared: what fails, takes too long, goes on meanwhile."""

import asyncio
from collections.abc import Awaitable, Callable
from itertools import count
from typing import Any

import pytest

from service.errors import AccessRefused, Code, FileRefused, InputRefused, Unavailable
from service.ingest.intake import Ingested
from service.meeting.decision import Request
from service.meeting.meeting import Meeting
from service.meeting.registry import Registry
from service.model import Actor
from service.progress import Progress
from service.protocol import commands as c
from service.protocol.orders import CreateMeeting, RegisterDocument
from service.render.fence.errors import NoChild
from service.render.standing import Outcome
from service.replacing import Replacing
from service.versions.page_map import Lone, PageMap, Pair
from storage.memory import MemoryStore
from storage.records import ContentRecord
from tests.support.values import PRESENTER, SECRETARY, document, item, page

_numbers = count(1)
MAP = PageMap(pairs=(Pair(old=1, new=2), Pair(old=3, new=3)), added=(Lone(page=1),))


class Drawing:
    """The render room and the comparing one: everything is drawn, nothing is looked at."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []
        self.compared = 0
        self.meanwhile: Callable[[], Awaitable[Any]] | None = None
        self.failing: Exception | None = None
        self.undrawable = False
        self.worded: PageMap | None = None
        self.texts = self

    async def image(self, sha256: str, page: int, size: str) -> None:
        self.asked.append((sha256[0], page))
        if self.undrawable:
            raise FileRefused(Code.PAGE_BROKEN)

    async def outcome(self, sha256: str) -> Outcome:
        return Outcome((1, 2, 3), ())

    async def study(self, sha256: str) -> None:
        """There is nothing to read."""

    async def page_map(self, old: object, new: object) -> PageMap:
        self.compared += 1
        if self.meanwhile is not None:
            meanwhile, self.meanwhile = self.meanwhile, None
            await meanwhile()
        if self.failing is not None:
            raise self.failing
        return MAP

    async def by_texts(self, old: object, new: object) -> PageMap | None:
        if self.failing is not None:
            raise self.failing
        return self.worded


class House:
    """A meeting with document d1 of three pages, and what replaces it."""

    def __init__(self, compare_seconds: float = 5.0) -> None:
        self.drawing = Drawing()
        drawing: Any = self.drawing
        progress = Progress(drawing)
        self.registry = Registry(MemoryStore(), lambda: 1_000, progress.catch_up)
        self.replacing = Replacing(self.registry, drawing, drawing, progress, compare_seconds)

    async def furnish(self) -> Meeting:
        create = CreateMeeting(command_id="c", meeting_id="m1", title="회의", place="", starts_at=0)
        await self.registry.order("m1", create)
        await self.ask(SECRETARY, c.AddItem, item=item(), index=0)
        await self.registry.order("m1", RegisterDocument(command_id="d", document=document()))
        await self.ask(SECRETARY, c.OpenMeeting)
        return await self.registry.meeting("m1")

    async def ask(self, actor: Actor, kind: type[c.Command], **fields: Any) -> None:
        command: Any = kind(command_id=f"x{next(_numbers)}", **fields)
        await (await self.registry.meeting("m1")).ask(Request(actor=actor, command=command))

    async def replace(self, letter: str = "b", pages: int = 3) -> Any:
        content = ContentRecord(letter * 64, 1_000, ((595, 842),) * pages, 0)
        return await self.replacing.replace("m1", "d1", Ingested(content, "새 자료", False))


async def test_what_was_compared_is_ordered_and_reported_at_once() -> None:
    house = House()
    meeting = await house.furnish()
    await house.ask(SECRETARY, c.RenameDocument, document_id="d1", name="예산안")
    answer = await house.replace()
    assert answer.succession.pages == (2, 0, 3)
    (new,) = meeting.state.documents
    assert (new.version, new.content[0], new.name) == (2, "b", "예산안")
    assert meeting.state.former["d1"][0].changed == (1,)
    assert meeting.state.progress["d1"].complete


async def test_the_page_the_meeting_is_at_is_drawn_first_and_waited_for() -> None:
    house = House()
    meeting = await house.furnish()
    await house.ask(PRESENTER, c.TakeLead)
    await house.ask(PRESENTER, c.TurnPage, page=page(1))
    await house.replace()
    assert house.drawing.asked == [("b", 1), ("b", 2)]
    assert meeting.state.page == page(2, version=2)


async def test_a_page_that_cannot_be_drawn_holds_nothing_up() -> None:
    house = House()
    meeting = await house.furnish()
    await house.ask(PRESENTER, c.TakeLead)
    await house.ask(PRESENTER, c.TurnPage, page=page(1))
    house.drawing.undrawable = True
    await house.replace()
    assert meeting.state.documents[0].version == 2


async def test_the_file_that_stands_there_changes_nothing() -> None:
    house = House()
    meeting = await house.furnish()
    seq = meeting.state.seq
    answer = await house.replace("a")
    assert (answer.succession, answer.document.version) == (None, 1)
    assert (meeting.state.seq, house.drawing.compared) == (seq, 0)


@pytest.mark.parametrize("failing", [Unavailable(), InputRefused(), NoChild("none")], ids=repr)
@pytest.mark.parametrize(("pages", "kept"), [(3, (1, 2, 3)), (2, (0, 0, 0))])
async def test_what_cannot_be_compared_is_taken_and_said_so(
    failing: Exception, pages: int, kept: tuple[int, ...]
) -> None:
    house = House()
    meeting = await house.furnish()
    house.drawing.failing = failing
    answer = await house.replace(pages=pages)
    assert not answer.succession.compared
    assert meeting.state.former["d1"][0].pages == kept


async def test_what_is_not_compared_in_time_is_taken_by_number() -> None:
    house = House(compare_seconds=0.01)
    meeting = await house.furnish()
    house.drawing.meanwhile = asyncio.Event().wait
    answer = await house.replace()
    assert not answer.succession.compared
    assert meeting.state.former["d1"][0].pages == (1, 2, 3)


async def test_without_pictures_the_words_say_which_page_is_which() -> None:
    house = House(compare_seconds=0.01)
    meeting = await house.furnish()
    house.drawing.meanwhile = asyncio.Event().wait
    house.drawing.worded = MAP
    answer = await house.replace(pages=4)
    assert answer.succession.compared
    assert meeting.state.former["d1"][0].pages == (2, 0, 3)


async def test_a_document_that_goes_meanwhile_stays_gone() -> None:
    house = House()
    meeting = await house.furnish()
    house.drawing.meanwhile = lambda: house.ask(SECRETARY, c.RemoveDocument, document_id="d1")
    with pytest.raises(AccessRefused) as refused:
        await house.replace()
    assert refused.value.code is Code.NO_SUCH_DOCUMENT
    assert meeting.state.documents == ()


async def test_another_name_and_item_given_meanwhile_are_kept() -> None:
    house = House()
    meeting = await house.furnish()
    await house.ask(SECRETARY, c.AddItem, item=item("i2"), index=1)

    async def meanwhile() -> None:
        await house.ask(SECRETARY, c.RenameDocument, document_id="d1", name="예산안")
        await house.ask(SECRETARY, c.MoveDocument, document_id="d1", item_id="i2", index=0)

    house.drawing.meanwhile = meanwhile
    await house.replace()
    (new,) = meeting.state.documents
    assert (new.version, new.name, new.item_id) == (2, "예산안", "i2")


async def test_who_comes_second_is_compared_with_who_came_first() -> None:
    house = House()
    meeting = await house.furnish()
    house.drawing.meanwhile = lambda: house.replace("e")
    answer = await house.replace()
    assert (answer.document.version, house.drawing.compared) == (3, 3)
    assert [old.content[0] for old in meeting.state.former["d1"]] == ["a", "e"]


async def test_a_meeting_let_go_of_meanwhile_is_read_again() -> None:
    house = House()
    first = await house.furnish()

    async def forgotten() -> None:
        house.registry._meetings.clear()

    house.drawing.meanwhile = forgotten
    await house.replace()
    assert first.state.documents[0].version == 1
    assert (await house.registry.meeting("m1")).state.documents[0].version == 2
