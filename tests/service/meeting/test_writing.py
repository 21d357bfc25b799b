"""The rules of ink: who may write and erase where, and how much a page can take."""

import pytest
from msgspec.structs import replace

from service.errors import Code, Refusal
from service.meeting import writing
from service.meeting.decision import Decision
from service.meeting.writing import decide_note
from service.model import Actor, Following, Role
from service.protocol import commands as c
from service.protocol import events as e
from service.protocol.message import StreamName
from service.protocol.state import Snapshot
from tests.service.meeting.asking import after, ask, inked, led_by
from tests.support.values import (
    CHAIR,
    MEMBER,
    OBSERVER,
    PRESENTER,
    SECRETARY,
    item,
    open_meeting,
    page,
    stroke,
)

EMBARGO = e.ItemEdited(item=replace(item("i1"), embargoed=True))


class TestSharedInk:
    ADD = c.AddStroke(command_id="x", stream=StreamName.MEETING, stroke=stroke())

    @pytest.mark.parametrize("who", [SECRETARY, CHAIR, PRESENTER], ids=lambda who: who.role)
    def test_leader_chair_and_secretary_may_always(self, who: Actor) -> None:
        assert ask(led_by(PRESENTER), who, self.ADD) == (e.StrokeAdded(stroke=stroke()),)

    def test_members_may_when_allowed(self) -> None:
        assert ask(led_by(PRESENTER), MEMBER, self.ADD) == Refusal(Code.WRITING_NOT_ALLOWED)
        allowed = led_by(PRESENTER, e.WritingAllowed(allowed=True))
        assert ask(allowed, MEMBER, self.ADD) == (e.StrokeAdded(stroke=stroke()),)
        assert ask(allowed, OBSERVER, self.ADD) == Refusal(Code.NOT_ALLOWED)

    def test_one_id_stands_once(self) -> None:
        refused = ask(led_by(PRESENTER), PRESENTER, self.ADD, ink=inked([stroke()]))
        assert refused == Refusal(Code.ALREADY_EXISTS)

    @pytest.mark.parametrize("points", [(), (1, 2), (1, 2, 3, 4)])
    def test_needs_whole_points(self, points: tuple[int, ...]) -> None:
        broken = replace(stroke(), points=points)
        add = c.AddStroke(command_id="x", stream=StreamName.MEETING, stroke=broken)
        assert ask(led_by(PRESENTER), PRESENTER, add) == Refusal(Code.STROKE_EMPTY)

    def test_members_erase_their_own_and_the_leader_all(self) -> None:
        state = led_by(PRESENTER, e.WritingAllowed(allowed=True))
        erase = c.EraseStrokes(
            command_id="x", stream=StreamName.MEETING, page=page(), stroke_ids=("k1", "gone")
        )
        erased = (e.StrokesErased(page=page(), stroke_ids=("k1",)),)
        theirs, own = inked([stroke()], by=SECRETARY), inked([stroke()], by=MEMBER)
        assert ask(state, MEMBER, erase, ink=theirs) == Refusal(Code.NOT_YOUR_STROKE)
        assert ask(state, PRESENTER, erase, ink=theirs) == erased
        assert ask(state, CHAIR, erase, ink=own) == erased
        assert ask(state, MEMBER, erase, ink=own) == erased

    def test_what_was_erased_meanwhile_is_no_error(self) -> None:
        erase = c.EraseStrokes(
            command_id="x", stream=StreamName.MEETING, page=page(), stroke_ids=("k1",)
        )
        assert ask(led_by(PRESENTER), PRESENTER, erase) == ()
        gone = after(led_by(PRESENTER), e.DocumentRemoved(document_id="d1"))
        assert ask(gone, PRESENTER, erase) == ()

    def test_stays_on_pages_that_are_there_and_may_be_seen(self) -> None:
        nowhere = c.AddStroke(
            command_id="x", stream=StreamName.MEETING, stroke=stroke("k1", page(9))
        )
        assert ask(led_by(PRESENTER), PRESENTER, nowhere) == Refusal(Code.NO_SUCH_PAGE)
        hidden = led_by(PRESENTER, e.WritingAllowed(allowed=True), EMBARGO)
        assert ask(hidden, MEMBER, self.ADD) == Refusal(Code.NO_SUCH_PAGE)
        assert ask(hidden, PRESENTER, self.ADD) == (e.StrokeAdded(stroke=stroke()),)
        erase = c.EraseStrokes(
            command_id="x", stream=StreamName.MEETING, page=page(), stroke_ids=("k1",)
        )
        refused = ask(hidden, MEMBER, erase, ink=inked([stroke()], by=MEMBER))
        assert refused == Refusal(Code.NO_SUCH_PAGE)

    def test_a_page_takes_so_many_strokes_and_bytes(self, monkeypatch: pytest.MonkeyPatch) -> None:
        state, ink = led_by(PRESENTER), inked([stroke("a"), stroke("b")])
        assert isinstance(ask(state, PRESENTER, self.ADD, ink=ink), tuple)
        monkeypatch.setattr(writing, "MAX_STROKES_ON_A_PAGE", 2)
        assert ask(state, PRESENTER, self.ADD, ink=ink) == Refusal(Code.TOO_MUCH)
        monkeypatch.setattr(writing, "MAX_STROKES_ON_A_PAGE", 3)
        monkeypatch.setattr(writing, "MAX_BYTES_ON_A_PAGE", ink.byte_count)
        assert ask(state, PRESENTER, self.ADD, ink=ink) == Refusal(Code.TOO_MUCH)


class TestHold:
    """Tablets stay with the presenter, and so does the ink."""

    STATE = led_by(
        PRESENTER,
        e.WritingAllowed(allowed=True),
        e.PageTurned(page=page(2)),
        e.FollowingSet(following=Following.HOLD),
    )

    def add(self, number: int) -> c.AddStroke:
        return c.AddStroke(
            command_id="x", stream=StreamName.MEETING, stroke=stroke("k1", page(number))
        )

    def test_keeps_shared_ink_on_the_meetings_page(self) -> None:
        assert isinstance(ask(self.STATE, MEMBER, self.add(2)), tuple)
        assert ask(self.STATE, MEMBER, self.add(1)) == Refusal(Code.HELD)

    @pytest.mark.parametrize("who", [PRESENTER, CHAIR, SECRETARY], ids=lambda who: who.role)
    def test_holds_nobody_who_leads_or_steers(self, who: Actor) -> None:
        assert isinstance(ask(self.STATE, who, self.add(1)), tuple)

    @pytest.mark.parametrize("way", [Following.SUGGEST, Following.FOLLOW])
    def test_other_ways_hold_no_ink(self, way: Following) -> None:
        state = after(self.STATE, e.FollowingSet(following=way))
        assert isinstance(ask(state, MEMBER, self.add(1)), tuple)

    def test_leaves_private_ink_alone(self) -> None:
        note = c.AddStroke(command_id="x", stream=StreamName.NOTES, stroke=stroke("k1", page(1)))
        assert isinstance(decide_note(inked([]), self.STATE, note, Role.MEMBER), tuple)


class TestPrivateInk:
    ADD = c.AddStroke(command_id="x", stream=StreamName.NOTES, stroke=stroke())
    ERASE = c.EraseStrokes(
        command_id="x", stream=StreamName.NOTES, page=page(), stroke_ids=("k1", "gone")
    )

    def note(self, state: Snapshot, role: Role = Role.OBSERVER) -> Decision:
        return decide_note(inked([]), state, self.ADD, role)

    def test_asks_nobody_in_any_phase(self) -> None:
        assert self.note(open_meeting()) == (e.StrokeAdded(stroke=stroke()),)
        closed = after(open_meeting(), e.MeetingClosed())
        assert self.note(closed) == (e.StrokeAdded(stroke=stroke()),)

    def test_stays_on_pages_its_writer_may_see(self) -> None:
        hidden = after(open_meeting(), EMBARGO)
        assert self.note(hidden) == Refusal(Code.NO_SUCH_PAGE)
        assert isinstance(self.note(hidden, Role.PRESENTER), tuple)
        assert self.note(Snapshot()) == Refusal(Code.NO_SUCH_PAGE)

    def test_is_erased_wherever_it_stands(self) -> None:
        erased = decide_note(inked([stroke()]), Snapshot(), self.ERASE, Role.MEMBER)
        assert erased == (e.StrokesErased(page=page(), stroke_ids=("k1",)),)
        assert decide_note(inked([]), Snapshot(), self.ERASE, Role.MEMBER) == ()
