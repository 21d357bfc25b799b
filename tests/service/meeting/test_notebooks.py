"""Private ink: each seat's own log, told to the seat's tablets and to nobody else."""

from service.errors import Code
from service.protocol import commands as c
from service.protocol.frames import Advance, NotesWelcome
from service.protocol.message import StreamName
from tests.service.meeting.rooms import Room, Seated
from tests.support.values import CHAIR, MEMBER, SCREEN, document, page, stroke

NOTES = StreamName.NOTES


async def room_with_notes() -> tuple[Room, Seated]:
    """An open meeting, and a member's tablet that has written k1 for itself."""
    room = Room()
    await room.furnish(document())
    member = await room.come(MEMBER)
    await room.must(MEMBER, c.AddStroke, stream=NOTES, stroke=stroke())
    return room, member


def of_notes(seated: Seated) -> list[Advance]:
    """The entries of a private log that this tablet was told."""
    told = [frame for frame in seated.frames if isinstance(frame, Advance)]
    return [advance for advance in told if advance.stream is NOTES]


async def test_are_told_to_the_tablets_of_the_seat_alone() -> None:
    room, member = await room_with_notes()
    second, chair = await room.come(MEMBER), await room.come(CHAIR)
    await room.must(MEMBER, c.AddStroke, stream=NOTES, stroke=stroke("k2"))
    assert [len(of_notes(seated)) for seated in (member, second, chair)] == [2, 1, 0]
    assert not any(b"k2" in text for text in chair.texts)
    assert member.folded().notes == second.folded().notes
    assert second.folded().notes.inked == {"d1.1.1": 2}
    assert room.meeting.state.inked == {}


async def test_are_read_by_their_seat_alone() -> None:
    room, member = await room_with_notes()
    chair, wall = await room.come(CHAIR), await room.come(SCREEN)
    assert await room.ink(member, page(), NOTES) == ["k1"]
    assert await room.ink(member, page()) == []
    assert await room.ink(chair, page(), NOTES) == []
    assert await room.ink(wall, page(), NOTES) == []


async def test_are_there_again_when_the_seat_comes_back() -> None:
    room, member = await room_with_notes()
    room.go(member)
    again = await room.come(MEMBER)
    welcome = [frame for frame in again.frames if isinstance(frame, NotesWelcome)]
    assert [told.state.inked for told in welcome] == [{"d1.1.1": 1}, {}]
    erase = {"stream": NOTES, "page": page(), "stroke_ids": ("k1",)}
    await room.must(MEMBER, c.EraseStrokes, **erase)
    assert await room.ink(again, page(), NOTES) == []


async def test_a_wall_writes_none() -> None:
    room, _ = await room_with_notes()
    written = await room.refused(SCREEN, c.AddStroke, stream=NOTES, stroke=stroke())
    assert written == Code.NOT_ALLOWED
