"""The policy: who may do what, when, and what comes of it."""

from typing import Any

import msgspec
import pytest

from service.errors import Code, Refusal
from service.meeting.decision import Request
from service.meeting.registry import SERVICE
from service.meeting.rules import RULES, decide
from service.meeting.state import apply
from service.model import Actor, FailedPage, Role
from service.protocol import commands as c
from service.protocol import events as e
from service.protocol import orders as o
from service.protocol.codec import encode
from service.protocol.commands import AnyCommand
from service.protocol.message import StreamName
from service.protocol.state import Snapshot
from tests.support.values import (
    CHAIR,
    MEMBER,
    OBSERVER,
    PRESENTER,
    SCREEN,
    SECRETARY,
    actor,
    document,
    entry,
    item,
    open_meeting,
    page,
    person,
    stroke,
)

EVERYONE = (SECRETARY, CHAIR, PRESENTER, MEMBER, OBSERVER, SCREEN)


def led_by(leader: Actor | None, *more: e.AnyEvent) -> Snapshot:
    state = open_meeting()
    lead = e.LeadPassed(to=leader.author if leader else None)
    apply(state, entry(state.seq + 1, lead, *more))
    return state


def ask(state: Snapshot, who: Actor, command: Any, target: Actor | None = None) -> Any:
    before = encode(state)
    decision = decide(state, Request(actor=who, command=command, target=target))
    assert encode(state) == before, "deciding must not change the state"
    return decision


def test_every_command_and_order_has_a_line_of_policy() -> None:
    spoken = set(AnyCommand.__args__) | set(o.AnyOrder.__args__)
    assert set(RULES) == spoken


PREPARING = [
    c.EditMeeting(command_id="x", title="새 이름", place="", starts_at=5),
    c.AddPerson(command_id="x", person=person()),
    c.AddItem(command_id="x", item=item("new"), index=0),
    c.EditItem(command_id="x", item=item("i1", "다른 안건")),
    c.MoveItem(command_id="x", item_id="i1", index=1),
    c.RemoveItem(command_id="x", item_id="i1"),
    c.RenameDocument(command_id="x", document_id="d1", name="새 자료"),
    c.MoveDocument(command_id="x", document_id="d1", item_id="i2", index=0),
    c.RemoveDocument(command_id="x", document_id="d1"),
]


@pytest.mark.parametrize("command", PREPARING, ids=lambda command: type(command).__name__)
@pytest.mark.parametrize("who", EVERYONE, ids=lambda who: who.role)
def test_only_the_secretary_prepares(command: AnyCommand, who: Actor) -> None:
    decision = ask(open_meeting(), who, command)
    if who is SECRETARY:
        assert isinstance(decision, tuple)
        assert len(decision) == 1
    else:
        assert decision == Refusal(Code.NOT_ALLOWED)


@pytest.mark.parametrize("who", EVERYONE, ids=lambda who: who.role)
def test_no_tablet_can_give_the_services_own_orders(who: Actor) -> None:
    order = o.RegisterDocument(command_id="x", document=document("stolen"))
    assert ask(open_meeting(), who, order) == Refusal(Code.NOT_ALLOWED)


class TestLead:
    @pytest.mark.parametrize("who", [SECRETARY, CHAIR, PRESENTER], ids=lambda who: who.role)
    def test_is_free_to_take_for_those_who_may(self, who: Actor) -> None:
        taken = ask(open_meeting(), who, c.TakeLead(command_id="x"))
        assert taken == (e.LeadPassed(to=who.author),)

    @pytest.mark.parametrize("who", [MEMBER, OBSERVER, SCREEN], ids=lambda who: who.role)
    def test_is_not_for_others(self, who: Actor) -> None:
        assert ask(open_meeting(), who, c.TakeLead(command_id="x")) == Refusal(Code.NOT_ALLOWED)

    def test_one_at_a_time(self) -> None:
        other = actor("s-other", Role.PRESENTER)
        assert ask(led_by(PRESENTER), other, c.TakeLead(command_id="x")) == Refusal(
            Code.ALREADY_LED
        )

    def test_is_free_for_a_presenter_once_who_leads_is_away(self) -> None:
        other = actor("s-other", Role.PRESENTER)
        take = Request(actor=other, command=c.TakeLead(command_id="x"), leader_away=True)
        assert decide(led_by(PRESENTER), take) == (e.LeadPassed(to=other.author),)
        member = Request(actor=MEMBER, command=c.TakeLead(command_id="x"), leader_away=True)
        assert decide(led_by(PRESENTER), member) == Refusal(Code.NOT_ALLOWED)

    @pytest.mark.parametrize("who", [SECRETARY, CHAIR], ids=lambda who: who.role)
    def test_is_taken_over_by_chair_and_secretary(self, who: Actor) -> None:
        taken = ask(led_by(PRESENTER), who, c.TakeLead(command_id="x"))
        assert taken == (e.LeadPassed(to=who.author),)

    def test_is_handed_to_a_member_in_one_step(self) -> None:
        handed = c.HandOver(command_id="x", seat_id=MEMBER.seat_id)
        assert ask(led_by(PRESENTER), PRESENTER, handed, MEMBER) == (
            e.LeadPassed(to=MEMBER.author),
        )

    @pytest.mark.parametrize(
        ("target", "code"),
        [(None, Code.NO_SUCH_SEAT), (OBSERVER, Code.NOT_ALLOWED), (SCREEN, Code.NOT_ALLOWED)],
    )
    def test_cannot_be_handed_to_nobody_or_a_wall(self, target: Actor | None, code: Code) -> None:
        handed = c.HandOver(command_id="x", seat_id="s")
        assert ask(led_by(PRESENTER), PRESENTER, handed, target) == Refusal(code)

    def test_is_not_handed_over_by_somebody_else(self) -> None:
        handed = c.HandOver(command_id="x", seat_id="s")
        assert ask(led_by(PRESENTER), MEMBER, handed, MEMBER) == Refusal(Code.NOT_LEADING)

    def test_needs_an_open_meeting(self) -> None:
        state = open_meeting()
        apply(state, entry(state.seq + 1, e.MeetingClosed()))
        assert ask(state, PRESENTER, c.TakeLead(command_id="x")) == Refusal(Code.NOT_OPEN)

    def test_is_left(self) -> None:
        left = ask(led_by(PRESENTER), PRESENTER, c.LeaveLead(command_id="x"))
        assert left == (e.LeadPassed(to=None),)


class TestTurning:
    def test_is_the_leaders(self) -> None:
        turn = c.TurnPage(command_id="x", page=page(2))
        assert ask(led_by(PRESENTER), PRESENTER, turn) == (e.PageTurned(page=page(2)),)
        assert ask(led_by(PRESENTER), SECRETARY, turn) == Refusal(Code.NOT_LEADING)

    @pytest.mark.parametrize("gone", [page(4), page(1, "nowhere"), page(1, version=2)])
    def test_stays_within_the_packet(self, gone: Any) -> None:
        turn = c.TurnPage(command_id="x", page=gone)
        assert ask(led_by(PRESENTER), PRESENTER, turn) == Refusal(Code.NO_SUCH_PAGE)

    def test_to_the_same_page_changes_nothing(self) -> None:
        state = led_by(PRESENTER, e.PageTurned(page=page(2)))
        assert ask(state, PRESENTER, c.TurnPage(command_id="x", page=page(2))) == ()


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
        state = led_by(PRESENTER, e.StrokeAdded(stroke=stroke()))
        assert ask(state, PRESENTER, self.ADD) == Refusal(Code.ALREADY_EXISTS)

    @pytest.mark.parametrize("points", [(), (1, 2), (1, 2, 3, 4)])
    def test_needs_whole_points(self, points: tuple[int, ...]) -> None:
        broken = msgspec.structs.replace(stroke(), points=points)
        add = c.AddStroke(command_id="x", stream=StreamName.MEETING, stroke=broken)
        assert ask(led_by(PRESENTER), PRESENTER, add) == Refusal(Code.STROKE_EMPTY)

    def test_members_erase_their_own_and_the_leader_all(self) -> None:
        state = led_by(PRESENTER, e.WritingAllowed(allowed=True), e.StrokeAdded(stroke=stroke()))
        # led_by signs its entry as the secretary, so the stroke is somebody else's.
        erase = c.EraseStrokes(
            command_id="x", stream=StreamName.MEETING, page=page(), stroke_ids=("k1", "gone")
        )
        erased = (e.StrokesErased(page=page(), stroke_ids=("k1",)),)
        assert ask(state, MEMBER, erase) == Refusal(Code.NOT_YOUR_STROKE)
        assert ask(state, PRESENTER, erase) == erased
        apply(state, entry(state.seq + 1, e.StrokesErased(page=page(), stroke_ids=("k1",))))
        apply(state, entry(state.seq + 1, e.StrokeAdded(stroke=stroke()), by=MEMBER))
        assert ask(state, MEMBER, erase) == erased


class TestDocuments:
    def test_the_same_bytes_stand_once_in_an_item(self) -> None:
        order = o.RegisterDocument(command_id="x", document=document("twin", "i1"))
        assert ask(open_meeting(), SERVICE, order) == Refusal(Code.ALREADY_THERE)
        elsewhere = o.RegisterDocument(command_id="x", document=document("twin", "i2"))
        assert isinstance(ask(open_meeting(), SERVICE, elsewhere), tuple)

    def test_move_clamps_and_knows_when_nothing_changes(self) -> None:
        move = c.MoveDocument(command_id="x", document_id="d1", item_id="i1", index=99)
        moved = ask(open_meeting(), SECRETARY, move)
        assert moved == (e.DocumentMoved(document_id="d1", item_id="i1", index=1),)
        still = c.MoveDocument(command_id="x", document_id="d1", item_id="i1", index=0)
        assert ask(open_meeting(), SECRETARY, still) == ()

    def test_progress_reports_only_what_is_new(self) -> None:
        state = open_meeting()
        apply(state, entry(state.seq + 1, e.PagesDrawn(document_id="d1", drawn=(1,), failed=())))
        again = o.ReportPages(command_id="x", document_id="d1", drawn=(1, 2, 99))
        assert ask(state, SERVICE, again) == (
            e.PagesDrawn(document_id="d1", drawn=(2,), failed=()),
        )

    def test_a_failed_page_drawn_later_is_reported(self) -> None:
        state = open_meeting()
        broken = FailedPage(page=3, code="page_broken")
        apply(
            state,
            entry(state.seq + 1, e.PagesDrawn(document_id="d1", drawn=(1, 2), failed=(broken,))),
        )
        assert state.progress["d1"].complete
        repaired = o.ReportPages(command_id="x", document_id="d1", drawn=(1, 2, 3))
        assert ask(state, SERVICE, repaired) == (
            e.PagesDrawn(document_id="d1", drawn=(3,), failed=()),
        )


def test_a_meeting_begins_once() -> None:
    create = o.CreateMeeting(command_id="x", meeting_id="m1", title="회의", place="", starts_at=0)
    assert isinstance(ask(Snapshot(), SERVICE, create), tuple)
    assert ask(open_meeting(), SERVICE, create) == Refusal(Code.ALREADY_EXISTS)
    assert ask(Snapshot(), SECRETARY, c.OpenMeeting(command_id="x")) == Refusal(
        Code.NO_SUCH_MEETING
    )
