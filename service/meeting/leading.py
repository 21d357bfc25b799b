"""The rules of leading: opening, the lead, turning pages; pure.

Each rule is called once its sender may give the command (see `rules.RULES`).
"""

from service.errors import Code, Refusal
from service.meeting.decision import Decision, Request
from service.meeting.packet import has_page, item_of
from service.meeting.powers import LEADING, STEERING, leads
from service.meeting.sight import VIEWS, sees
from service.meeting.succession import placed
from service.model import Phase
from service.protocol import commands as c
from service.protocol import events as e
from service.protocol.state import Snapshot

MAX_REQUESTS = 50
"""Seats asking for the lead at once: more than a leader could look through."""


def open_meeting(state: Snapshot, command: c.OpenMeeting, request: Request) -> Decision:
    """Also opens a closed meeting again."""
    return () if state.phase is Phase.OPEN else (e.MeetingOpened(),)


def close_meeting(state: Snapshot, command: c.CloseMeeting, request: Request) -> Decision:
    """Reading stays; leading and shared writing end."""
    return (e.MeetingClosed(),)


def take_lead(state: Snapshot, command: c.TakeLead, request: Request) -> Decision:
    """The lead is this seat's now."""
    return () if leads(state, request.actor) else (e.LeadPassed(to=request.actor.author),)


def hand_over(state: Snapshot, command: c.HandOver, request: Request) -> Decision:
    """The lead is the named seat's now; an observer or a wall cannot have it."""
    if request.target is None:
        return Refusal(Code.NO_SUCH_SEAT)
    if request.target.role not in LEADING:
        return Refusal(Code.NOT_ALLOWED)
    if leads(state, request.target):
        return ()
    return (e.LeadPassed(to=request.target.author),)


def leave_lead(state: Snapshot, command: c.LeaveLead, request: Request) -> Decision:
    """Nobody leads; the page stays where it is."""
    return (e.LeadPassed(to=None),)


def turn_page(state: Snapshot, command: c.TurnPage, request: Request) -> Decision:
    """Everyone who follows goes to this page, as the newest version has it."""
    page = placed(state, command.page)
    if page is None or not has_page(state, page):
        return Refusal(Code.NO_SUCH_PAGE)
    if not sees(state, page, VIEWS[request.actor.role]):
        return Refusal(Code.NO_SUCH_PAGE)
    if (page, command.region, False) == (state.page, state.region, state.dark):
        return ()
    return (e.PageTurned(page=page, region=command.region),)


def darken(state: Snapshot, command: c.Darken, request: Request) -> Decision:
    """Every screen is black, or shows the page again."""
    return () if state.dark == command.dark else (e.Darkened(dark=command.dark),)


def allow_writing(state: Snapshot, command: c.AllowWriting, request: Request) -> Decision:
    """Whether members' ink may be for everyone."""
    if state.members_may_write == command.allowed:
        return ()
    return (e.WritingAllowed(allowed=command.allowed),)


def request_lead(state: Snapshot, command: c.RequestLead, request: Request) -> Decision:
    """One more asks for the lead; asking twice, or while leading, changes nothing."""
    if leads(state, request.actor) or _has_asked(state, request.actor.seat_id):
        return ()
    if len(state.requests) >= MAX_REQUESTS:
        return Refusal(Code.TOO_MUCH)
    return (e.LeadRequested(),)


def drop_request(state: Snapshot, command: c.DropRequest, request: Request) -> Decision:
    """One's own request is taken back, or another's declined by who leads or steers."""
    steers = leads(state, request.actor) or request.actor.role in STEERING
    if command.seat_id != request.actor.seat_id and not steers:
        return Refusal(Code.NOT_ALLOWED)
    if not _has_asked(state, command.seat_id):
        return ()
    return (e.RequestDropped(seat_id=command.seat_id),)


def set_following(state: Snapshot, command: c.SetFollowing, request: Request) -> Decision:
    """How tablets go along."""
    if state.following is command.following:
        return ()
    return (e.FollowingSet(following=command.following),)


def open_item(state: Snapshot, command: c.OpenItem, request: Request) -> Decision:
    """The end of an item's embargo."""
    item = item_of(state, command.item_id)
    if item is None:
        return Refusal(Code.NO_SUCH_ITEM)
    if not item.embargoed or item.item_id in state.opened:
        return ()
    return (e.ItemOpened(item_id=item.item_id),)


def _has_asked(state: Snapshot, seat_id: str) -> bool:
    return any(each.seat_id == seat_id for each in state.requests)
