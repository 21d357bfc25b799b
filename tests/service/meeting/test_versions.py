"""A document is replaced: who may order it, where pages and ink are then, who learns of it."""

import asyncio
from typing import Any

import pytest
from msgspec.structs import replace

from service.errors import Code, Refusal
from service.meeting.registry import SERVICE
from service.meeting.sequencer import Kept
from service.meeting.sight import VIEWS, seen
from service.meeting.state import apply
from service.meeting.succession import as_it_was, left_behind, placed
from service.model import PageRef
from service.protocol import commands as c
from service.protocol import events as e
from service.protocol import orders as o
from service.protocol.codec import encode
from service.protocol.message import StreamName
from service.protocol.state import Snapshot
from storage.errors import StorageFull
from storage.keys import notes_stream
from tests.service.meeting.rooms import Room, Seated
from tests.service.meeting.streams import NotingLog
from tests.support.values import (
    CHAIR,
    MEMBER,
    OBSERVER,
    PRESENTER,
    SCREEN,
    SECRETARY,
    document,
    item,
    page,
    stroke,
)

NOTES, COLLECTED, INK = StreamName.NOTES, StreamName.COLLECTED, StreamName.MEETING
SECOND = replace(document(content="b" * 64, pages=4), version=2)
"""Takes the place of d1 with its three pages: the first is the second now, the second gone."""

MOVES = {"document": SECOND, "pages": (2, 0, 3), "changed": (1, 3)}


async def furnished(**fields: Any) -> Room:
    room = Room(**fields)
    await room.furnish(document())
    return room


async def replaced(room: Room, **changes: Any) -> None:
    await room.must(SERVICE, o.ReplaceDocument, **(MOVES | changes))


def at(number: int, version: int = 2) -> PageRef:
    return page(number, version=version)


class TestTheOrder:
    async def test_puts_the_next_version_in_the_old_ones_place(self) -> None:
        room = await furnished()
        await replaced(room)
        state = room.meeting.state
        assert state.documents == (SECOND,)
        assert [(old.version, old.pages) for old in state.former["d1"]] == [(1, (2, 0, 3))]
        assert not state.progress["d1"].drawn

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"document": replace(SECOND, document_id="d9")}, Code.NO_SUCH_DOCUMENT),
            ({"document": replace(SECOND, version=1)}, Code.ALREADY_EXISTS),
            ({"document": replace(SECOND, version=3)}, Code.ALREADY_EXISTS),
            ({"document": replace(SECOND, item_id="i2")}, Code.ALREADY_EXISTS),
            ({"pages": (1, 2)}, Code.MALFORMED),
            ({"pages": (1, 2, 5)}, Code.MALFORMED),
            ({"pages": (1, 2, 2)}, Code.MALFORMED),
        ],
    )
    async def test_is_refused_where_it_does_not_fit(
        self, changes: dict[str, Any], code: Code
    ) -> None:
        room = await furnished()
        assert await room.refused(SERVICE, o.ReplaceDocument, **(MOVES | changes)) == code
        assert room.meeting.state.former == {}

    async def test_is_refused_where_another_document_of_the_item_has_these_bytes(self) -> None:
        room = Room()
        await room.furnish(document(), document("d2", content="b" * 64))
        assert await room.refused(SERVICE, o.ReplaceDocument, **MOVES) == Code.ALREADY_THERE

    async def test_is_the_services_alone(self) -> None:
        room = await furnished()
        assert await room.refused(SECRETARY, o.ReplaceDocument, **MOVES) == Code.NOT_ALLOWED

    async def test_is_refused_after_fifty_versions(self) -> None:
        room = await furnished()
        for version in range(2, 52):
            await replaced(room, document=replace(document(), version=version), pages=(1, 2, 3))
        more = {"document": replace(document(), version=52), "pages": (1, 2, 3), "changed": ()}
        assert await room.refused(SERVICE, o.ReplaceDocument, **more) == Code.TOO_MUCH


class TestWherePagesAre:
    async def test_each_is_followed_through_all_versions(self) -> None:
        room = await furnished()
        await replaced(room)
        third = replace(document(pages=1), version=3)
        await replaced(room, document=third, pages=(0, 1, 0, 0), changed=())
        state = room.meeting.state
        assert placed(state, page(1)) == at(1, 3)
        assert placed(state, at(2)) == at(1, 3)
        for gone in (page(2), at(1), at(3)):
            assert placed(state, gone) == gone
            assert left_behind(state, gone)
        assert placed(state, page(3)) == at(3)
        for never in (page(4), at(5), at(2, 3), at(1, 4), page(1, "d9")):
            assert placed(state, never) is None
            assert not left_behind(state, never)
        old = as_it_was(state, page(2))
        assert old is not None
        assert (old.version, old.content, len(old.sizes)) == (1, "a" * 64, 3)
        assert as_it_was(state, page(1)) is None
        assert as_it_was(state, at(1, 3)) is None

    @pytest.mark.parametrize(("before", "after"), [(1, 2), (2, 3), (3, 3)])
    async def test_the_meeting_stays_on_its_page_or_goes_to_the_next_that_is_there(
        self, before: int, after: int
    ) -> None:
        room = await furnished()
        await room.must(PRESENTER, c.TakeLead)
        await room.must(PRESENTER, c.TurnPage, page=page(before))
        await replaced(room)
        assert room.meeting.state.page == at(after)

    async def test_a_turn_to_an_old_page_turns_to_where_it_is(self) -> None:
        room = await furnished()
        await room.must(PRESENTER, c.TakeLead)
        await replaced(room)
        await room.must(PRESENTER, c.TurnPage, page=page(1))
        assert room.meeting.state.page == at(2)
        assert await room.refused(PRESENTER, c.TurnPage, page=page(2)) == Code.NO_SUCH_PAGE


class TestSharedInk:
    async def test_goes_along_and_stays_where_its_page_is_gone(self) -> None:
        room = await furnished()
        member = await room.come(MEMBER)
        for number in (1, 2, 3):
            on = stroke(f"k{number}", page(number))
            await room.must(SECRETARY, c.AddStroke, stream=INK, stroke=on)
        assert await room.ink(member, page(1)) == ["k1"]
        await replaced(room)
        assert room.meeting.state.inked == {"d1.2.2": 1, "d1.1.2": 1, "d1.2.3": 1}
        assert await room.ink(member, at(2)) == ["k1"]
        assert await room.ink(member, page(2)) == ["k2"]
        assert await room.ink(member, page(1)) == []

    async def test_for_an_old_page_lands_where_the_page_is_now(self) -> None:
        room = await furnished()
        member = await room.come(MEMBER)
        await replaced(room)
        late = {"stream": INK, "stroke": stroke("late", page(1))}
        await room.must(SECRETARY, c.AddStroke, **late)
        assert await room.ink(member, at(2)) == ["late"]
        assert await room.refused(SECRETARY, c.AddStroke, **late) == Code.ALREADY_EXISTS
        erase = {"stream": INK, "page": page(1), "stroke_ids": ("late",)}
        await room.must(SECRETARY, c.EraseStrokes, **erase)
        assert await room.ink(member, at(2)) == []
        await room.must(SECRETARY, c.AddStroke, stream=INK, stroke=stroke("left", page(2)))
        assert await room.ink(member, page(2)) == ["left"]

    async def test_that_waits_while_its_page_goes_on_is_decided_on_the_new_page(self) -> None:
        room = await furnished()
        member = await room.come(MEMBER)
        ink = [stroke(each, page(1)) for each in ("k1", "k2")]
        await room.must(SECRETARY, c.AddStroke, stream=INK, stroke=ink[0])
        erase = {"stream": INK, "page": page(1), "stroke_ids": ("k1",)}
        outcomes = await asyncio.gather(
            room.ask(SERVICE, o.ReplaceDocument, **MOVES),
            room.ask(SECRETARY, c.EraseStrokes, **erase),
            room.ask(SECRETARY, c.AddStroke, stream=INK, stroke=ink[1]),
            room.ask(SECRETARY, c.AddStroke, stream=INK, stroke=ink[1]),
        )
        assert [isinstance(outcome, Kept) for outcome in outcomes] == [True, True, True, False]
        assert outcomes[3] == Refusal(Code.ALREADY_EXISTS)
        assert await room.ink(member, at(2)) == ["k2"]


class TestInkOfOnesOwn:
    @pytest.mark.parametrize("stream", [NOTES, COLLECTED])
    async def test_goes_along_while_its_tablet_is_here(self, stream: StreamName) -> None:
        room = await furnished()
        member, chair = await room.come(MEMBER), await room.come(CHAIR)
        for number in (1, 2):
            on = stroke(f"k{number}", page(number))
            await room.must(MEMBER, c.AddStroke, stream=stream, stroke=on)
        await replaced(room)
        assert await self.settled(room, member, stream) == {"d1.2.2": 1, "d1.1.2": 1}
        assert await room.ink(member, at(2), stream) == ["k1"]
        assert await room.ink(member, page(2), stream) == ["k2"]
        assert not any(b"InkCarried" in text for text in chair.texts)

    async def test_goes_along_through_every_version_when_its_tablet_comes_back(self) -> None:
        room = await furnished()
        member = await room.come(MEMBER)
        await room.must(MEMBER, c.AddStroke, stream=NOTES, stroke=stroke("k1", page(1)))
        room.go(member)
        await replaced(room)
        third = replace(document(), version=3)
        await replaced(room, document=third, pages=(0, 3, 1, 0), changed=())
        for _ in range(2):
            again = await room.come(MEMBER)
            assert again.folded().notes.inked == {"d1.3.3": 1}
            assert await room.ink(again, at(3, 3), NOTES) == ["k1"]
            room.go(again)
        lines = await room.log.read(notes_stream("m1", MEMBER.seat_id), 0)
        assert sum(b"InkCarried" in line.body for line in lines) == 2
        author = f'"by":{encode(MEMBER.author).decode()}'.encode()
        assert all(author in line.body for line in lines)

    async def test_says_nothing_where_there_is_none_to_carry(self) -> None:
        room = await furnished()
        member = await room.come(MEMBER)
        await room.must(MEMBER, c.AddStroke, stream=NOTES, stroke=stroke("k2", page(2)))
        await replaced(room)
        assert await self.settled(room, member, NOTES) == {"d1.1.2": 1}
        lines = await room.log.read(notes_stream("m1", MEMBER.seat_id), 0)
        assert not any(b"InkCarried" in line.body for line in lines)

    async def test_for_an_old_page_joins_what_went_along(self) -> None:
        room = await furnished()
        member = await room.come(MEMBER)
        await room.must(MEMBER, c.AddStroke, stream=NOTES, stroke=stroke("k1", page(1)))
        await asyncio.gather(
            room.ask(SERVICE, o.ReplaceDocument, **MOVES),
            room.ask(MEMBER, c.AddStroke, stream=NOTES, stroke=stroke("late", page(1))),
        )
        assert await self.settled(room, member, NOTES) == {"d1.2.2": 2}
        assert sorted(await room.ink(member, at(2), NOTES)) == ["k1", "late"]
        erase = {"stream": NOTES, "page": page(1), "stroke_ids": ("k1", "late")}
        await room.must(MEMBER, c.EraseStrokes, **erase)
        assert await room.ink(member, at(2), NOTES) == []

    async def test_can_be_read_where_a_full_disk_keeps_it_from_going_along(self) -> None:
        log = NotingLog()
        room = await furnished(log=log)
        member = await room.come(MEMBER)
        await room.must(MEMBER, c.AddStroke, stream=NOTES, stroke=stroke("k1", page(1)))
        room.go(member)
        await replaced(room)
        log.failing = StorageFull()
        full = await room.come(MEMBER)
        assert full.folded().notes.inked == {"d1.1.1": 1}
        assert await room.ink(full, page(1), NOTES) == ["k1"]
        room.go(full)
        log.failing = None
        assert (await room.come(MEMBER)).folded().notes.inked == {"d1.2.2": 1}

    @staticmethod
    async def settled(room: Room, seated: Seated, stream: StreamName) -> dict[str, int]:
        """The seat's ink by page once all that was asked of its log is done."""
        erase = {"stream": stream, "page": page(3), "stroke_ids": ("none",)}
        for _ in range(2):  # what carries ink begins in the loop's next turn
            await room.must(seated.connection.actor, c.EraseStrokes, **erase)
        return seated.folded().own[stream].inked


class TestAVeil:
    async def test_hides_that_there_is_another_version(self) -> None:
        room = await furnished()
        everyone = (SECRETARY, MEMBER, OBSERVER, SCREEN)
        await room.must(MEMBER, c.AddStroke, stream=NOTES, stroke=stroke("k1", page(1)))
        await room.must(SECRETARY, c.EditItem, item=replace(item(), embargoed=True))
        seats = [await room.come(actor) for actor in everyone]
        for seated in seats:
            seated.forget()
        before = seats[1]
        await replaced(room)
        await room.must(MEMBER, c.EraseStrokes, stream=NOTES, page=page(3), stroke_ids=("none",))
        for seated in seats[1:]:
            assert not any(b"b" * 64 in text or b"InkCarried" in text for text in seated.texts)
            assert not any(b"DocumentReplaced" in text for text in seated.texts)
        assert await room.ink(before, page(1), NOTES) == ["k1"]
        # Coming anew tells no more than having been here.
        again = await room.come(MEMBER)
        assert again.state == seen(room.meeting.state, VIEWS[MEMBER.role])
        assert again.state.former == {}
        assert again.folded().notes.inked == {"d1.1.1": 1}

        await room.must(CHAIR, c.OpenItem, item_id="i1")
        inked = await TestInkOfOnesOwn.settled(room, again, NOTES)
        assert inked == {"d1.2.2": 1}
        assert await room.ink(again, at(2), NOTES) == ["k1"]

    async def test_leaves_what_is_hidden_erasable_by_whoever_wrote_it(self) -> None:
        room = await furnished()
        member = await room.come(MEMBER)
        await room.must(MEMBER, c.AddStroke, stream=NOTES, stroke=stroke("k1", page(1)))
        await room.must(SECRETARY, c.EditItem, item=replace(item(), embargoed=True))
        await replaced(room)
        erase = {"stream": NOTES, "page": page(1), "stroke_ids": ("k1",)}
        await room.must(MEMBER, c.EraseStrokes, **erase)
        assert await room.ink(member, page(1), NOTES) == []

    async def test_folded_from_twins_is_what_may_be_seen(self) -> None:
        room = await furnished()
        await room.must(PRESENTER, c.TakeLead)
        await room.must(PRESENTER, c.TurnPage, page=page(3))
        seats = [await room.come(actor) for actor in (CHAIR, MEMBER, SCREEN)]
        for edited in (replace(item(), closed=True), replace(item(), embargoed=True), item()):
            await room.must(SECRETARY, c.EditItem, item=edited)
            version = room.meeting.state.documents[0].version + 1
            await replaced(
                room, document=replace(document(), version=version), pages=(2, 1, 3), changed=()
            )
            for seated in seats:
                view = VIEWS[seated.connection.actor.role]
                assert encode(seated.state) == encode(seen(room.meeting.state, view))


def test_ink_that_meets_ink_is_counted_together() -> None:
    carried = e.InkCarried(document_id="d1", version=1, pages=(2, 0, 3))
    entry = e.Entry(seq=1, at=0, by=MEMBER.author, command_id="c1", events=(carried,))
    before = Snapshot(inked={"d1.1.1": 2, "d1.2.2": 1, "d1.1.2": 4})
    assert apply(before, entry).inked == {"d1.2.2": 3, "d1.1.2": 4}
