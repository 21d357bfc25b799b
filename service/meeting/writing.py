"""The rules of ink, shared and private; pure.

The shared ones are called once the sender may write (see `rules.RULES`); private ink
lies in a stream of its own and asks nobody, so `decide_note` is its whole policy.
"""

from service.errors import Code, Refusal
from service.meeting.decision import Decision, Request
from service.meeting.powers import STEERING, leads
from service.meeting.state import has_page
from service.model import Mark, Stroke, page_key
from service.protocol import commands as c
from service.protocol import events as e
from service.protocol.state import Notes, Snapshot

MAX_STROKES_ON_A_PAGE = 5_000
"""A page densely written by hand has about 1,000 strokes; the room shares this many."""


def add_stroke(state: Snapshot, command: c.AddStroke, request: Request) -> Decision:
    """Ink for everyone."""
    if not has_page(state, command.stroke.page):
        return Refusal(Code.NO_SUCH_PAGE)
    return _add(state.strokes, command.stroke)


def erase_strokes(state: Snapshot, command: c.EraseStrokes, request: Request) -> Decision:
    """One's own strokes; who leads or steers may erase anybody's."""
    marks = _standing(state.strokes, command)
    if not leads(state, request.actor) and request.actor.role not in STEERING:
        seat = request.actor.seat_id
        if any(mark.by.seat_id != seat for mark in marks):
            return Refusal(Code.NOT_YOUR_STROKE)
    return _erased(command, marks)


def decide_note(notes: Notes, state: Snapshot, command: c.AddStroke | c.EraseStrokes) -> Decision:
    """The events of private ink: on any page of the packet, in any phase."""
    if isinstance(command, c.EraseStrokes):
        return _erased(command, _standing(notes.strokes, command))
    if not has_page(state, command.stroke.page):
        return Refusal(Code.NO_SUCH_PAGE)
    return _add(notes.strokes, command.stroke)


def _add(strokes: dict[str, list[Mark]], stroke: Stroke) -> Decision:
    if not stroke.points or len(stroke.points) % 3:
        return Refusal(Code.STROKE_EMPTY)
    marks = strokes.get(page_key(stroke.page), [])
    if len(marks) >= MAX_STROKES_ON_A_PAGE:
        return Refusal(Code.TOO_MUCH)
    if any(mark.stroke.stroke_id == stroke.stroke_id for mark in marks):
        return Refusal(Code.ALREADY_EXISTS)
    return (e.StrokeAdded(stroke=stroke),)


def _standing(strokes: dict[str, list[Mark]], command: c.EraseStrokes) -> list[Mark]:
    """The marks the command names that still stand: one erased by another hand is no error."""
    wanted = set(command.stroke_ids)
    return [m for m in strokes.get(page_key(command.page), []) if m.stroke.stroke_id in wanted]


def _erased(command: c.EraseStrokes, marks: list[Mark]) -> Decision:
    if not marks:
        return ()
    gone = tuple(mark.stroke.stroke_id for mark in marks)
    return (e.StrokesErased(page=command.page, stroke_ids=gone),)
