"""The rules of ink, shared and private; pure.

The shared ones are called once the sender may write (see `rules.RULES`); private ink
lies in a stream of its own and asks nobody, so `decide_note` is its whole policy.
"""

from service.errors import Code, Refusal
from service.meeting.decision import Decision, Request
from service.meeting.packet import has_page
from service.meeting.powers import STEERING, leads
from service.meeting.sheet import Inked
from service.meeting.sight import VIEWS, sees
from service.model import Following, PageRef, Role, Stroke
from service.protocol import commands as c
from service.protocol import events as e
from service.protocol.state import Snapshot

MAX_STROKES_ON_A_PAGE = 5_000
"""A page densely written by hand has about 1,000 strokes; the room shares this many."""


MAX_BYTES_ON_A_PAGE = 8 * 1024 * 1024
"""Of encoded strokes: five thousand usual ones and as much again; a tablet holds it easily."""


def add_stroke(state: Snapshot, command: c.AddStroke, request: Request) -> Decision:
    """Ink for everyone; while the tablets are held, on the meeting's page alone."""
    page = command.stroke.page
    if not _may_see(state, page, request.actor.role):
        return Refusal(Code.NO_SUCH_PAGE)
    steers = leads(state, request.actor) or request.actor.role in STEERING
    if state.following is Following.HOLD and page != state.page and not steers:
        return Refusal(Code.HELD)
    return _add(request.ink, command.stroke)


def erase_strokes(state: Snapshot, command: c.EraseStrokes, request: Request) -> Decision:
    """One's own strokes; who leads or steers may erase anybody's."""
    if not _may_see(state, command.page, request.actor.role):
        return Refusal(Code.NO_SUCH_PAGE) if has_page(state, command.page) else ()
    standing = _standing(request.ink, command)
    if not leads(state, request.actor) and request.actor.role not in STEERING:
        seat = request.actor.seat_id
        if any(owner != seat for owner in standing.values()):
            return Refusal(Code.NOT_YOUR_STROKE)
    return _erased(command, standing)


def decide_note(
    ink: Inked, state: Snapshot, command: c.AddStroke | c.EraseStrokes, role: Role
) -> Decision:
    """The events of private ink: on any page its writer may see, in any phase."""
    if isinstance(command, c.EraseStrokes):
        return _erased(command, _standing(ink, command))
    if not _may_see(state, command.stroke.page, role):
        return Refusal(Code.NO_SUCH_PAGE)
    return _add(ink, command.stroke)


def _may_see(state: Snapshot, page: PageRef, role: Role) -> bool:
    return has_page(state, page) and sees(state, page, VIEWS[role])


def _add(ink: Inked, stroke: Stroke) -> Decision:
    if not stroke.points or len(stroke.points) % 3:
        return Refusal(Code.STROKE_EMPTY)
    if len(ink) >= MAX_STROKES_ON_A_PAGE or ink.byte_count >= MAX_BYTES_ON_A_PAGE:
        return Refusal(Code.TOO_MUCH)
    if ink.get(stroke.stroke_id) is not None:
        return Refusal(Code.ALREADY_EXISTS)
    return (e.StrokeAdded(stroke=stroke),)


def _standing(ink: Inked, command: c.EraseStrokes) -> dict[str, str]:
    """Strokes the command names that still stand, and whose they are.

    One erased by another hand meanwhile is no error.
    """
    found = {stroke_id: ink.get(stroke_id) for stroke_id in command.stroke_ids}
    return {stroke_id: stood.seat_id for stroke_id, stood in found.items() if stood is not None}


def _erased(command: c.EraseStrokes, standing: dict[str, str]) -> Decision:
    if not standing:
        return ()
    return (e.StrokesErased(page=command.page, stroke_ids=tuple(standing)),)
