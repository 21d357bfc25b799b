"""Who may not see an item gets nothing of it, on whatever way; everybody else gets everything."""

import asyncio
from collections.abc import Iterable

import pytest
from msgspec.structs import replace

from service.errors import Code
from service.meeting.registry import SERVICE
from service.meeting.sequencer import Kept
from service.meeting.sight import VIEWS, View, hidden, seen
from service.meeting.views import Views
from service.model import Actor, Item
from service.protocol import commands as c
from service.protocol import orders as o
from service.protocol.codec import encode
from service.protocol.frames import Advance, Tail, Welcome
from service.protocol.message import Position, StreamName
from service.protocol.state import Snapshot
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

EVERYONE = (SECRETARY, CHAIR, PRESENTER, MEMBER, OBSERVER, SCREEN)
RESTRICTED = (MEMBER, OBSERVER, SCREEN)
INK = StreamName.MEETING

OPEN = document("d1", "i1", "a" * 64)
HUSHED = replace(document("hushed", "i2", "b" * 64), name="hushed plan")
SEALED = replace(document("sealed", "i3", "c" * 64), name="sealed plan")

EMBARGOED = replace(item("i2", "가려진 안건"), embargoed=True)
CLOSED = Item(
    item_id="i3",
    title="sealed title",
    department="sealed department",
    reporter="sealed reporter",
    minutes=5,
    closed=True,
)


def words_kept_from(actor: Actor) -> tuple[bytes, ...]:
    """What never stands in anything that this role is sent; ids of pages are words, too."""
    if VIEWS[actor.role] is View.ALL:
        return ()
    return (b"hushed", b"b" * 64, *((b"sealed", b"c" * 64) if actor is not MEMBER else ()))


def leaks(seated: Seated) -> list[tuple[bytes, bytes]]:
    """Words that this tablet should not have been sent, and in what."""
    words = words_kept_from(seated.connection.actor)
    return [(word, text) for text in seated.texts for word in words if word in text]


def tails(seated: Seated) -> list[int]:
    """The entries in each Tail of the meeting that this tablet was sent."""
    return [
        len(frame.entries)
        for frame in seated.frames
        if isinstance(frame, Tail) and frame.stream is StreamName.MEETING
    ]


async def veiled_room() -> Room:
    """An open meeting with i2 embargoed and i3 closed, led by the presenter."""
    room = Room()
    await room.furnish(OPEN, HUSHED, SEALED)
    await room.must(SECRETARY, c.EditItem, item=EMBARGOED)
    await room.must(SECRETARY, c.EditItem, item=CLOSED)
    await room.must(PRESENTER, c.TakeLead)
    return room


async def everything_happens(room: Room, document_id: str) -> None:
    """All that can happen to a document, until it is gone."""
    on = page(2, document_id)
    drawn = stroke(f"{document_id}-ink", on)
    await room.must(SERVICE, o.ReportPages, document_id=document_id, version=1, drawn=(1, 2, 3))
    await room.must(SERVICE, o.ReportSurvey, document_id=document_id, version=1, carries=())
    await room.must(SERVICE, o.ReportReading, document_id=document_id, version=1, scanned=(1,))
    await room.must(PRESENTER, c.TurnPage, page=on)
    await room.must(PRESENTER, c.AddStroke, stream=INK, stroke=drawn)
    await room.must(
        SECRETARY, c.RenameDocument, document_id=document_id, name=f"{document_id} anew"
    )
    await room.must(PRESENTER, c.AddStroke, stream=INK, stroke=replace(drawn, stroke_id="left"))
    await room.must(
        PRESENTER, c.EraseStrokes, stream=INK, page=on, stroke_ids=(f"{document_id}-ink",)
    )
    await room.must(PRESENTER, c.TurnPage, page=page(1))
    await room.must(PRESENTER, c.TurnPage, page=on)
    await room.must(SECRETARY, c.RemoveDocument, document_id=document_id)


def settled_like(seats: Iterable[Seated], state: Snapshot) -> None:
    """Everyone shows what they may see, and was sent nothing else."""
    for seated in seats:
        actor = seated.connection.actor
        assert leaks(seated) == [], actor.role
        assert encode(seated.state) == encode(seen(state, VIEWS[actor.role])), actor.role


async def test_a_meeting_is_told_to_each_as_they_may_see_it() -> None:
    room = await veiled_room()
    seats = [await room.come(actor) for actor in EVERYONE]
    for document_id in ("hushed", "sealed", "d1"):
        await everything_happens(room, document_id)
        settled_like(seats, room.meeting.state)
    for number, kept in enumerate((HUSHED, SEALED)):
        again = replace(kept, document_id=f"{kept.document_id}{number}")
        await room.must(SERVICE, o.RegisterDocument, document=again)
        move = {"document_id": again.document_id, "index": 0}
        await room.must(SECRETARY, c.MoveDocument, item_id="i3", **move)
        await room.must(SECRETARY, c.EditItem, item=replace(CLOSED, title=f"sealed {number}"))
        await room.must(SECRETARY, c.MoveItem, item_id="i3", index=0)
        await room.must(SECRETARY, c.MoveDocument, item_id=kept.item_id, **move)
    settled_like(
        (seat for seat in seats if seat.connection.actor is not MEMBER), room.meeting.state
    )
    await room.must(SECRETARY, c.RemoveItem, item_id="i2")
    await room.must(SECRETARY, c.RemoveItem, item_id="i3")
    settled_like(
        (seat for seat in seats if seat.connection.actor is not MEMBER), room.meeting.state
    )


async def test_who_may_see_everything_is_never_made_to_start_anew() -> None:
    room = await veiled_room()
    chair, member = await room.come(CHAIR), await room.come(MEMBER)
    await everything_happens(room, "hushed")
    assert chair.kinds.count("Welcome") == 1
    assert member.kinds.count("Welcome") == 2  # the meeting was at the document that went


@pytest.mark.parametrize("actor", RESTRICTED, ids=lambda actor: actor.role)
async def test_a_fresh_start_holds_nothing_hidden(actor: Actor) -> None:
    room = await veiled_room()
    await room.must(PRESENTER, c.TurnPage, page=page(1, "hushed"))
    seated = await room.come(actor)
    assert seated.kinds[0] == "Welcome"
    assert leaks(seated) == []
    assert (seated.state.page, seated.state.veiled) == (None, "i2")
    assert seated.state.veils == {"i2": 3} | ({} if actor is MEMBER else {"i3": 3})


@pytest.mark.parametrize("actor", RESTRICTED, ids=lambda actor: actor.role)
async def test_a_tail_holds_nothing_hidden(actor: Actor) -> None:
    room = await veiled_room()
    before = room.here
    await room.must(PRESENTER, c.TurnPage, page=page(1, "hushed"))
    await room.must(PRESENTER, c.TurnPage, page=page(1))
    seated = await room.come(actor, before)
    assert (seated.kinds[0], leaks(seated)) == ("Welcome", [])
    assert [
        frame for frame in seated.frames if isinstance(frame, Tail) if frame.stream is INK
    ] == []
    chair = await room.come(CHAIR, before)
    assert [len(frame.entries) for frame in chair.frames if isinstance(frame, Tail)] == [2]
    lacks_nothing = await room.come(actor, room.here)
    assert [len(frame.entries) for frame in lacks_nothing.frames if isinstance(frame, Tail)] == [0]


@pytest.mark.parametrize("actor", RESTRICTED, ids=lambda actor: actor.role)
async def test_a_tail_holds_nothing_that_was_hidden_when_it_happened(actor: Actor) -> None:
    room = await veiled_room()
    await room.must(SECRETARY, c.RemoveItem, item_id="i3")
    before = room.here
    await room.must(SECRETARY, c.RenameDocument, document_id="hushed", name="hushed again")
    await room.must(SECRETARY, c.RemoveItem, item_id="i2")
    seated = await room.come(actor, before)
    assert (seated.kinds[0], leaks(seated)) == ("Welcome", [])
    quiet = room.here
    await room.must(PRESENTER, c.TurnPage, page=page(2))
    assert (await room.come(actor, quiet)).kinds[0] == "Tail"


@pytest.mark.parametrize("actor", RESTRICTED, ids=lambda actor: actor.role)
async def test_the_ink_of_a_hidden_page_is_nobodys_who_may_not_see_it(actor: Actor) -> None:
    room = await veiled_room()
    hidden = "hushed" if actor is MEMBER else "sealed"
    for document_id in ("d1", hidden):
        drawn = stroke(f"{document_id}-ink", page(1, document_id))
        await room.must(PRESENTER, c.AddStroke, stream=INK, stroke=drawn)
    seated, chair = await room.come(actor), await room.come(CHAIR)
    assert await room.ink(seated, page()) == ["d1-ink"]
    assert await room.ink(seated, page(1, hidden)) == []
    assert await room.ink(chair, page(1, hidden)) == [f"{hidden}-ink"]


async def test_a_page_hidden_while_its_ink_is_waited_for_is_not_shown() -> None:
    log = NotingLog()
    room = Room(log)
    await room.furnish(OPEN, HUSHED)
    await room.must(CHAIR, c.AddStroke, stream=INK, stroke=stroke("k1", page(1, "hushed")))
    room.meeting = (await room_again(room)).meeting
    seated = await room.come(MEMBER)
    log.shut()
    hide = asyncio.create_task(room.ask(SECRETARY, c.EditItem, item=EMBARGOED))
    await log.waits.wait()
    read = asyncio.create_task(room.ink(seated, page(1, "hushed")))
    await asyncio.sleep(0)
    log.gate.set()
    assert (await hide, await read) == (Kept(9), [])
    assert seated.kinds[-2:] == ["Welcome", "Ink"]


class TestWhenSightChanges:
    async def test_those_it_changes_for_start_anew_and_the_others_go_on(self) -> None:
        room = await veiled_room()
        seats = [await room.come(actor) for actor in EVERYONE]
        for command, fields in (
            (c.OpenItem, {"item_id": "i2"}),
            (c.EditItem, {"item": replace(CLOSED, closed=False)}),
            (c.EditItem, {"item": replace(EMBARGOED, embargoed=False)}),
            (c.EditItem, {"item": replace(item("i1"), embargoed=True)}),
        ):
            for seat in seats:
                seat.forget()
            before = room.meeting.state
            await room.must(SECRETARY, command, **fields)
            after = room.meeting.state
            for seat in seats:
                view = VIEWS[seat.connection.actor.role]
                same = hidden(before, view) == hidden(after, view)
                told = Advance if same else Welcome
                assert [type(frame) for frame in seat.frames] == [told], (command, view)
                if isinstance(seat.last, Welcome):
                    assert seat.last.state == seen(after, view)

    async def test_in_the_midst_of_a_batch_each_is_told_before_and_after_as_it_was(self) -> None:
        room = await veiled_room()
        seats = [await room.come(actor) for actor in EVERYONE]
        hushed, gone = page(1, "hushed"), ("hushed-ink",)
        await asyncio.gather(
            room.ask(PRESENTER, c.AddStroke, stream=INK, stroke=stroke("hushed-ink", hushed)),
            room.ask(PRESENTER, c.TurnPage, page=hushed),
            room.ask(PRESENTER, c.EraseStrokes, stream=INK, page=hushed, stroke_ids=gone),
            room.ask(PRESENTER, c.TurnPage, page=page(2)),
            room.ask(SECRETARY, c.EditItem, item=replace(EMBARGOED, title="가려진 안건 둘")),
            room.ask(SECRETARY, c.RemoveItem, item_id="i2"),
            room.ask(SECRETARY, c.EditItem, item=replace(CLOSED, minutes=7)),
        )
        settled_like(seats, room.meeting.state)
        assert [seat.kinds.count("Advance") for seat in seats] == [7] * 6

    async def test_for_a_moment_within_a_batch_starts_anew_twice(self) -> None:
        room = await veiled_room()
        seats = [await room.come(actor) for actor in EVERYONE]
        await asyncio.gather(
            room.ask(PRESENTER, c.OpenItem, item_id="i2"),
            room.ask(PRESENTER, c.TurnPage, page=page(1, "hushed")),
            room.ask(SECRETARY, c.EditItem, item=replace(EMBARGOED, embargoed=False)),
            room.ask(SECRETARY, c.EditItem, item=EMBARGOED),
            room.ask(PRESENTER, c.TurnPage, page=page(2, "hushed")),
        )
        for seat in seats:
            view = VIEWS[seat.connection.actor.role]
            assert encode(seat.state) == encode(seen(room.meeting.state, view))
            assert seat.kinds.count("Welcome") == (1 if view is View.ALL else 3)

    async def test_opened_items_are_everybodys_and_their_ink(self) -> None:
        room = await veiled_room()
        ink = stroke("k1", page(1, "hushed"))
        await room.must(PRESENTER, c.AddStroke, stream=INK, stroke=ink)
        member = await room.come(MEMBER)
        assert await room.ink(member, page(1, "hushed")) == []
        await room.must(PRESENTER, c.OpenItem, item_id="i2")
        assert await room.ink(member, page(1, "hushed")) == ["k1"]
        assert member.state.inked == {"hushed.1.1": 1}

    async def test_nobody_writes_or_turns_where_they_may_not_see(self) -> None:
        room = await veiled_room()
        await room.must(PRESENTER, c.AllowWriting, allowed=True)
        drawn = stroke("k1", page(1, "hushed"))
        write = {"stream": INK, "stroke": drawn}
        assert await room.refused(MEMBER, c.AddStroke, **write) == Code.NO_SUCH_PAGE
        note = {"stream": StreamName.NOTES, "stroke": drawn}
        assert await room.refused(MEMBER, c.AddStroke, **note) == Code.NO_SUCH_PAGE
        await room.must(CHAIR, c.HandOver, seat_id=MEMBER.seat_id, target=MEMBER)
        turn = {"page": page(1, "hushed")}
        assert await room.refused(MEMBER, c.TurnPage, **turn) == Code.NO_SUCH_PAGE
        await room.must(MEMBER, c.OpenItem, item_id="i2")
        assert await room.refused(MEMBER, c.TurnPage, **turn) is None


class TestTailOrWelcome:
    """Whichever is smaller of what a tablet could be given."""

    async def test_the_smaller_of_the_two_is_sent(self) -> None:
        room = Room()
        await room.furnish(OPEN)
        early = room.here
        for number in range(200):
            await room.must(SECRETARY, c.EditMeeting, title=f"{number}", place="", starts_at=0)
        assert (await room.come(CHAIR, early)).kinds[0] == "Welcome"
        late = Position(epoch=early.epoch, seq=room.here.seq - 1)
        tail = (await room.come(CHAIR, late)).frames[0]
        assert isinstance(tail, Tail)
        assert tail.position == room.here
        assert [entry.seq for entry in tail.entries] == [room.here.seq]

    async def test_a_tie_goes_to_the_tail(self) -> None:
        state = Snapshot(seq=1, title="x")
        here = Position(epoch="e", seq=1)
        size = len(encode(state))
        assert Views().tail(CHAIR, here, state, [b"x" * size]) is not None
        assert Views().tail(CHAIR, here, state, [b"x" * size, b"x"]) is None
        assert Views().tail(CHAIR, here, state, [b"x" * (size - 1), b"x"]) is not None

    @pytest.mark.parametrize("actor", EVERYONE, ids=lambda actor: actor.role)
    async def test_a_stranger_gets_the_state(self, actor: Actor) -> None:
        room = await veiled_room()
        for position in (None, Position(epoch="another", seq=1)):
            welcome = (await room.come(actor, position)).frames[0]
            assert isinstance(welcome, Welcome)
            assert (welcome.you, welcome.position) == (actor, room.here)
            assert welcome.state == seen(room.meeting.state, VIEWS[actor.role])

    async def test_a_restart_shows_everybody_the_same(self) -> None:
        room = await veiled_room()
        first = [await room.come(actor) for actor in EVERYONE]
        again = await room_again(room)
        second = [await again.come(actor) for actor in EVERYONE]
        assert [seat.state for seat in first] == [seat.state for seat in second]


async def room_again(room: Room) -> Room:
    """The same meeting, read from its log."""
    again = Room(room.log)
    await again.meeting.load()
    return again
