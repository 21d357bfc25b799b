"""Notes are for one's own eyes, shared ink for everyone's, and members' when allowed."""

from service.model import Role
from service.protocol import commands as c
from service.protocol.message import StreamName
from service.protocol.signals import StrokeProgress
from tests.support.running_service import RunningService
from tests.support.sitting import page, sitting
from tests.support.values import stroke

SECRET = "a-note-nobody-else-may-see"


async def test_a_private_note_reaches_its_own_seat_and_nobody_else(
    service: RunningService,
) -> None:
    async with sitting(service) as room:
        seat = await room.seat(Role.MEMBER, "김유성")
        writing, lying_beside = await room.tablet_of(seat), await room.tablet_of(seat)
        others = [
            await room.tablet_of(room.secretary),
            await room.leading(),
            *[await room.tablet(role) for role in (Role.CHAIR, Role.MEMBER, Role.OBSERVER)],
            await room.tablet(Role.SCREEN),
        ]
        note = stroke(SECRET, on=page())
        assert await writing.ask(c.AddStroke, stream=StreamName.NOTES, stroke=note) is None
        await lying_beside.sees(lambda: lying_beside.notes == writing.notes)
        assert lying_beside.notes.inked == {"d1.1.1": 1}
        for tablet in (writing, lying_beside):
            ink = await tablet.open_ink(page(), StreamName.NOTES)
            assert [mark.stroke for mark in ink] == [note]

        # Whatever came after the note has arrived, so the note would have been heard by now.
        assert await others[1].ask(c.TurnPage, page=page(2)) is None
        others.append(await room.tablet(Role.MEMBER, "김유성"))
        for tablet in others:
            await tablet.sees_page(page(2))
            await tablet.greeted_again()
            for stream in StreamName:
                assert await tablet.open_ink(page(), stream) == []
            assert not any(SECRET in text for text in tablet.heard)
        assert SECRET not in str((await room.secretary.get("/api/meetings"))["meetings"])


async def test_a_screen_has_no_notes_at_all(service: RunningService) -> None:
    async with sitting(service) as room:
        wall = await room.tablet(Role.SCREEN)
        note = stroke(on=page())
        refused = await wall.ask(c.AddStroke, stream=StreamName.NOTES, stroke=note)
        assert refused == "not_allowed"
        assert wall.greetings == ["Welcome"]


async def test_notes_are_there_after_the_tablet_was_away(service: RunningService) -> None:
    async with sitting(service, opened=False) as room:
        seat = await room.seat(Role.OBSERVER)
        tablet = await room.tablet_of(seat)
        for name in ("k1", "k2"):
            note = stroke(name, on=page())
            assert await tablet.ask(c.AddStroke, stream=StreamName.NOTES, stroke=note) is None
        erase = {"stream": StreamName.NOTES, "page": page(), "stroke_ids": ("k1",)}
        assert await tablet.ask(c.EraseStrokes, **erase) is None
        await tablet.go()
        back = await room.tablet_of(seat)
        await back.sees(lambda: back.notes == tablet.notes)
        ink = await back.open_ink(page(), StreamName.NOTES)
        assert [mark.stroke.stroke_id for mark in ink] == ["k2"]


async def test_members_write_for_everyone_once_they_may(service: RunningService) -> None:
    async with sitting(service) as room:
        presenter, member = await room.leading(), await room.tablet(Role.MEMBER, "김유성")
        wall = await room.tablet(Role.SCREEN)
        shared = {"stream": StreamName.MEETING}
        mine, theirs = stroke("k-mine", on=page()), stroke("k-theirs", on=page())
        assert await presenter.ask(c.AddStroke, stroke=mine, **shared) is None
        refused = await member.ask(c.AddStroke, stroke=theirs, **shared)
        assert refused == "writing_not_allowed"
        assert await presenter.ask(c.AllowWriting, allowed=True) is None
        assert await member.ask(c.AddStroke, stroke=theirs, **shared) is None
        await wall.sees(lambda: wall.state.inked == {"d1.1.1": 2})
        ink = await wall.open_ink(page())
        assert [mark.by.name for mark in ink] == ["발표자", "김유성"]
        assert [mark.stroke for mark in ink] == [mine, theirs]

        erase = {"page": page(), **shared}
        refused = await member.ask(c.EraseStrokes, stroke_ids=("k-mine",), **erase)
        assert refused == "not_your_stroke"
        assert await presenter.ask(c.EraseStrokes, stroke_ids=("k-theirs",), **erase) is None
        await wall.sees(lambda: wall.state.inked == {"d1.1.1": 1})
        assert [mark.stroke for mark in wall.marks(page())] == [mine]


async def test_a_stroke_is_seen_while_it_is_drawn(service: RunningService) -> None:
    async with sitting(service) as room:
        presenter, wall = await room.leading(), await room.tablet(Role.SCREEN)
        await wall.shows(page())
        whole = stroke("k1", on=page())
        progress = StrokeProgress(
            stroke_id=whole.stroke_id,
            page=whole.page,
            tool=whole.tool,
            colour=whole.colour,
            width=whole.width,
            start=0,
            points=whole.points[:3],
        )
        await presenter.send(progress)
        await wall.sees(lambda: any(passed.signal == progress for passed in wall.signals))
        assert wall.state.inked == {}
        assert await wall.open_ink(page()) == []


async def test_ink_on_a_page_that_is_not_there_is_refused(service: RunningService) -> None:
    async with sitting(service) as room:
        presenter = await room.leading()
        for stream in StreamName:
            nowhere = stroke(on=page(9))
            assert await presenter.ask(c.AddStroke, stream=stream, stroke=nowhere) == "no_such_page"
