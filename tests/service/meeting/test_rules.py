"""The policy: who may do what, when, and what comes of it."""

import pytest

from service.errors import Code, Refusal
from service.meeting.registry import SERVICE
from service.meeting.rules import RULES
from service.model import Actor, FailedPage
from service.protocol import commands as c
from service.protocol import events as e
from service.protocol import orders as o
from service.protocol.commands import AnyCommand
from service.protocol.state import Snapshot
from tests.service.meeting.asking import after, ask
from tests.support.values import (
    CHAIR,
    MEMBER,
    OBSERVER,
    PRESENTER,
    SCREEN,
    SECRETARY,
    document,
    item,
    open_meeting,
    person,
)

EVERYONE = (SECRETARY, CHAIR, PRESENTER, MEMBER, OBSERVER, SCREEN)


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
        drawn = e.PagesDrawn(document_id="d1", drawn=(1,), failed=())
        state = after(open_meeting(), drawn)
        again = o.ReportPages(command_id="x", document_id="d1", version=1, drawn=(1, 2, 99))
        assert ask(state, SERVICE, again) == (
            e.PagesDrawn(document_id="d1", drawn=(2,), failed=()),
        )

    def test_a_failed_page_drawn_later_is_reported(self) -> None:
        broken = FailedPage(page=3, code="page_broken")
        drawn = e.PagesDrawn(document_id="d1", drawn=(1, 2), failed=(broken,))
        state = after(open_meeting(), drawn)
        assert state.progress["d1"].complete
        repaired = o.ReportPages(command_id="x", document_id="d1", version=1, drawn=(1, 2, 3))
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
