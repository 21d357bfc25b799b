"""The rules of ink, shared and a seat's own; pure.

The shared ones are called once the sender may write (see `rules.RULES`); a seat's own ink
lies in streams of its own and asks nobody, so `decide_note` is its whole policy. Ink for a
page of a former version goes where that page is now.
"""

from msgspec.structs import replace

from service.errors import Code, Refusal
from service.meeting.decision import Decision, Request
from service.meeting.powers import STEERING, leads
from service.meeting.sheet import Inked
from service.meeting.sight import VIEWS, sees
from service.meeting.succession import placed
from service.model import STAMPS, Following, PageRef, Role, Stroke, Tool
from service.protocol import commands as c
from service.protocol import events as e
from service.protocol.message import StreamName
from service.protocol.state import Snapshot

MAX_STROKES_ON_A_PAGE = 5_000
"""A page densely written by hand has about 1,000 strokes; the room shares this many."""


MAX_BYTES_ON_A_PAGE = 8 * 1024 * 1024
"""Of encoded strokes: five thousand usual ones and as much again; a tablet holds it easily."""

MAX_BOOKMARK_NAME = 60

PRIVATE_TOOLS = frozenset({Tool.BOOKMARK, Tool.SPEECH})
"""What is nobody else's business."""


def add_stroke(state: Snapshot, command: c.AddStroke, request: Request) -> Decision:
    """Ink for everyone; while the tablets are held, on the meeting's page alone."""
    page = _seen_page(state, command.stroke.page, request.actor.role)
    if page is None:
        return Refusal(Code.NO_SUCH_PAGE)
    steers = leads(state, request.actor) or request.actor.role in STEERING
    if state.following is Following.HOLD and page != state.page and not steers:
        return Refusal(Code.HELD)
    if command.stroke.tool in PRIVATE_TOOLS:
        return Refusal(Code.NOT_ALLOWED)
    return _add(request.ink, replace(command.stroke, page=page))


def erase_strokes(state: Snapshot, command: c.EraseStrokes, request: Request) -> Decision:
    """One's own strokes; who leads or steers may erase anybody's."""
    page = placed(state, command.page)
    if page is None:
        return ()
    if not sees(state, page, VIEWS[request.actor.role]):
        return Refusal(Code.NO_SUCH_PAGE)
    standing = _standing(request.ink, command)
    if not leads(state, request.actor) and request.actor.role not in STEERING:
        seat = request.actor.seat_id
        if any(owner != seat for owner in standing.values()):
            return Refusal(Code.NOT_YOUR_STROKE)
    return _erased(page, standing)


def decide_note(
    ink: Inked, state: Snapshot, command: c.AddStroke | c.EraseStrokes, role: Role
) -> Decision:
    """The events of a seat's own ink: on any page its writer may see, in any phase."""
    if isinstance(command, c.EraseStrokes):
        return _erased(ink_goes_to(state, command.page, role), _standing(ink, command))
    seen = _seen_page(state, command.stroke.page, role)
    if seen is None:
        return Refusal(Code.NO_SUCH_PAGE)
    if command.stream is StreamName.COLLECTED and command.stroke.tool in PRIVATE_TOOLS:
        return Refusal(Code.NOT_ALLOWED)
    return _add(ink, replace(command.stroke, page=seen))


def ink_goes_to(state: Snapshot, page: PageRef, role: Role) -> PageRef:
    """Where the ink of a page is now; where it was for those who may not see its document."""
    return _seen_page(state, page, role) or page


def _seen_page(state: Snapshot, page: PageRef, role: Role) -> PageRef | None:
    """Where a page is now, if this role may see it."""
    now = placed(state, page)
    return now if now is not None and sees(state, now, VIEWS[role]) else None


def _add(ink: Inked, stroke: Stroke) -> Decision:
    if not stroke.points or len(stroke.points) % 3:
        return Refusal(Code.STROKE_EMPTY)
    if not _is_whole(stroke):
        return Refusal(Code.MALFORMED)
    if len(ink) >= MAX_STROKES_ON_A_PAGE or ink.byte_count >= MAX_BYTES_ON_A_PAGE:
        return Refusal(Code.TOO_MUCH)
    if ink.get(stroke.stroke_id) is not None:
        return Refusal(Code.ALREADY_EXISTS)
    return (e.StrokeAdded(stroke=stroke),)


def _is_whole(stroke: Stroke) -> bool:
    """Whether a stroke has what its tool leaves, and nothing else."""
    at_one_point = len(stroke.points) == 3
    match stroke.tool:
        case Tool.PEN | Tool.HIGHLIGHTER:
            return not stroke.text
        case Tool.STAMP:
            return at_one_point and stroke.text in STAMPS
        case Tool.BOOKMARK:
            return at_one_point and len(stroke.text) <= MAX_BOOKMARK_NAME
        case Tool.NOTE | Tool.SPEECH:
            return at_one_point and bool(stroke.text.strip())


def _standing(ink: Inked, command: c.EraseStrokes) -> dict[str, str]:
    """Strokes the command names that still stand, and whose they are.

    One erased by another hand meanwhile is no error.
    """
    found = {stroke_id: ink.get(stroke_id) for stroke_id in command.stroke_ids}
    return {stroke_id: stood.seat_id for stroke_id, stood in found.items() if stood is not None}


def _erased(page: PageRef, standing: dict[str, str]) -> Decision:
    if not standing:
        return ()
    return (e.StrokesErased(page=page, stroke_ids=tuple(standing)),)
