"""The lead: who may take it, ask for it and pass it on, and what the leader does with it."""

from typing import Any

import pytest
from msgspec.structs import replace

from service.errors import Code, Refusal
from service.meeting.leading import MAX_REQUESTS
from service.model import Actor, Following, Role
from service.protocol import commands as c
from service.protocol import events as e
from tests.service.meeting.asking import after, ask, led_by
from tests.support.values import (
    CHAIR,
    MEMBER,
    OBSERVER,
    PRESENTER,
    SCREEN,
    SECRETARY,
    actor,
    item,
    open_meeting,
    page,
)

EMBARGOED = replace(item("i1"), embargoed=True)


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
        take = c.TakeLead(command_id="x")
        taken = ask(led_by(PRESENTER), other, take, leader_away=True)
        assert taken == (e.LeadPassed(to=other.author),)
        member = ask(led_by(PRESENTER), MEMBER, take, leader_away=True)
        assert member == Refusal(Code.NOT_ALLOWED)

    @pytest.mark.parametrize("who", [SECRETARY, CHAIR], ids=lambda who: who.role)
    def test_is_taken_over_by_chair_and_secretary(self, who: Actor) -> None:
        taken = ask(led_by(PRESENTER), who, c.TakeLead(command_id="x"))
        assert taken == (e.LeadPassed(to=who.author),)

    def test_is_handed_to_a_member_in_one_step(self) -> None:
        handed = c.HandOver(command_id="x", seat_id=MEMBER.seat_id)
        assert ask(led_by(PRESENTER), PRESENTER, handed, target=MEMBER) == (
            e.LeadPassed(to=MEMBER.author),
        )

    @pytest.mark.parametrize(
        ("target", "code"),
        [(None, Code.NO_SUCH_SEAT), (OBSERVER, Code.NOT_ALLOWED), (SCREEN, Code.NOT_ALLOWED)],
    )
    def test_cannot_be_handed_to_nobody_or_a_wall(self, target: Actor | None, code: Code) -> None:
        handed = c.HandOver(command_id="x", seat_id="s")
        assert ask(led_by(PRESENTER), PRESENTER, handed, target=target) == Refusal(code)

    def test_is_not_handed_over_by_somebody_else(self) -> None:
        handed = c.HandOver(command_id="x", seat_id="s")
        assert ask(led_by(PRESENTER), MEMBER, handed, target=MEMBER) == Refusal(Code.NOT_LEADING)

    def test_needs_an_open_meeting(self) -> None:
        state = after(open_meeting(), e.MeetingClosed())
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


class TestAsking:
    ASK = c.RequestLead(command_id="x")

    @pytest.mark.parametrize("who", [CHAIR, MEMBER], ids=lambda who: who.role)
    def test_is_for_those_the_lead_can_be_handed_to(self, who: Actor) -> None:
        assert ask(led_by(PRESENTER), who, self.ASK) == (e.LeadRequested(),)
        for outside in (OBSERVER, SCREEN):
            assert ask(led_by(PRESENTER), outside, self.ASK) == Refusal(Code.NOT_ALLOWED)

    def test_twice_or_while_leading_changes_nothing(self) -> None:
        state = after(led_by(PRESENTER), e.LeadRequested(), by=MEMBER)
        assert state.requests == (MEMBER.author,)
        assert ask(state, MEMBER, self.ASK) == ()
        assert ask(state, PRESENTER, self.ASK) == ()

    def test_has_an_end(self) -> None:
        state = led_by(PRESENTER)
        for number in range(MAX_REQUESTS):
            state = after(state, e.LeadRequested(), by=actor(f"s{number}"))
        assert ask(state, MEMBER, self.ASK) == Refusal(Code.TOO_MUCH)

    def test_is_over_for_whom_the_lead_is_passed_to(self) -> None:
        state = after(led_by(PRESENTER), e.LeadRequested(), by=MEMBER)
        state = after(state, e.LeadRequested(), by=CHAIR)
        assert after(state, e.LeadPassed(to=MEMBER.author)).requests == (CHAIR.author,)
        assert after(state, e.LeadPassed(to=None)).requests == state.requests
        assert after(state, e.MeetingClosed()).requests == ()

    def test_needs_an_open_meeting(self) -> None:
        closed = after(open_meeting(), e.MeetingClosed())
        assert ask(closed, MEMBER, self.ASK) == Refusal(Code.NOT_OPEN)

    def test_is_taken_back_by_oneself_and_declined_by_who_leads_or_steers(self) -> None:
        drop = c.DropRequest(command_id="x", seat_id=MEMBER.seat_id)
        state = after(led_by(PRESENTER), e.LeadRequested(), by=MEMBER)
        for who in (MEMBER, PRESENTER, CHAIR, SECRETARY):
            assert ask(state, who, drop) == (e.RequestDropped(seat_id=MEMBER.seat_id),)
        for who in (actor("s-other"), actor("s-pre2", Role.PRESENTER)):
            assert ask(state, who, drop) == Refusal(Code.NOT_ALLOWED)
        assert ask(led_by(PRESENTER), CHAIR, drop) == ()


class TestFollowing:
    @pytest.mark.parametrize("way", Following)
    def test_is_set_by_chair_and_secretary_alone(self, way: Following) -> None:
        change = c.SetFollowing(command_id="x", following=way)
        expected = () if way is Following.FOLLOW else (e.FollowingSet(following=way),)
        for who in (CHAIR, SECRETARY):
            assert ask(led_by(PRESENTER), who, change) == expected
        for who in (PRESENTER, MEMBER, OBSERVER, SCREEN):
            assert ask(led_by(PRESENTER), who, change) == Refusal(Code.NOT_ALLOWED)

    def test_is_set_in_any_phase(self) -> None:
        state = after(open_meeting(), e.MeetingClosed())
        change = c.SetFollowing(command_id="x", following=Following.HOLD)
        assert ask(state, CHAIR, change) == (e.FollowingSet(following=Following.HOLD),)


class TestOpeningAnItem:
    OPEN = c.OpenItem(command_id="x", item_id="i1")
    EMBARGO = e.ItemEdited(item=EMBARGOED)

    def test_is_for_who_leads_or_steers(self) -> None:
        state = led_by(PRESENTER, self.EMBARGO)
        for who in (PRESENTER, CHAIR, SECRETARY):
            assert ask(state, who, self.OPEN) == (e.ItemOpened(item_id="i1"),)
        assert ask(state, MEMBER, self.OPEN) == Refusal(Code.NOT_LEADING)
        assert ask(state, actor("s-pre2", Role.PRESENTER), self.OPEN) == Refusal(Code.NOT_LEADING)
        for who in (OBSERVER, SCREEN):
            assert ask(state, who, self.OPEN) == Refusal(Code.NOT_ALLOWED)

    def test_that_is_open_changes_nothing_and_one_that_is_not_there_is_refused(self) -> None:
        assert ask(led_by(PRESENTER), CHAIR, self.OPEN) == ()
        opened = led_by(PRESENTER, self.EMBARGO, e.ItemOpened(item_id="i1"))
        assert ask(opened, CHAIR, self.OPEN) == ()
        nowhere = c.OpenItem(command_id="x", item_id="i9")
        assert ask(opened, CHAIR, nowhere) == Refusal(Code.NO_SUCH_ITEM)

    def test_goes_with_the_embargo(self) -> None:
        opened = led_by(PRESENTER, self.EMBARGO, e.ItemOpened(item_id="i1"))
        assert opened.opened == ("i1",)
        anew = after(opened, e.ItemEdited(item=item("i1")), self.EMBARGO)
        assert ask(anew, CHAIR, self.OPEN) == (e.ItemOpened(item_id="i1"),)

    def test_comes_before_a_member_who_leads_may_turn_to_it(self) -> None:
        turn = c.TurnPage(command_id="x", page=page(1))
        hidden = led_by(MEMBER, self.EMBARGO)
        assert ask(hidden, MEMBER, turn) == Refusal(Code.NO_SUCH_PAGE)
        opened = after(hidden, e.ItemOpened(item_id="i1"))
        assert ask(opened, MEMBER, turn) == (e.PageTurned(page=page(1)),)
        assert ask(led_by(PRESENTER, self.EMBARGO), PRESENTER, turn) == (
            e.PageTurned(page=page(1)),
        )
