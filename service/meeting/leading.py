"""The rules of leading: opening, the lead, turning pages; pure.

Each rule is called once its sender may give the command (see `rules.RULES`).
"""

from service.errors import Code, Refusal
from service.meeting.decision import Decision, Request
from service.meeting.powers import LEADING, leads
from service.meeting.state import has_page
from service.model import Phase
from service.protocol import commands as c
from service.protocol import events as e
from service.protocol.state import Snapshot


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
    """Everyone who follows goes to this page."""
    if not has_page(state, command.page):
        return Refusal(Code.NO_SUCH_PAGE)
    return () if state.page == command.page else (e.PageTurned(page=command.page),)


def allow_writing(state: Snapshot, command: c.AllowWriting, request: Request) -> Decision:
    """Whether members' ink may be for everyone."""
    if state.members_may_write == command.allowed:
        return ()
    return (e.WritingAllowed(allowed=command.allowed),)
