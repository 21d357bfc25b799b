"""Asking the rules: led meetings, ink that stands, and a question that must change nothing."""

from collections.abc import Iterable
from functools import reduce
from typing import Any

from service.meeting.decision import Decision, Request
from service.meeting.rules import decide
from service.meeting.sheet import Sheet, Stood
from service.meeting.state import apply
from service.model import Actor, Mark, Stroke
from service.protocol import events as e
from service.protocol.codec import encode
from service.protocol.state import Snapshot
from tests.support.values import SECRETARY, entry, open_meeting


def after(state: Snapshot, *events: e.AnyEvent, by: Actor = SECRETARY) -> Snapshot:
    """The state after these events, an entry each."""
    return reduce(
        lambda folded, event: apply(folded, entry(folded.seq + 1, event, by=by)), events, state
    )


def led_by(leader: Actor | None, *more: e.AnyEvent) -> Snapshot:
    """An open meeting that this seat leads, after these events."""
    lead = e.LeadPassed(to=leader.author if leader else None)
    return after(open_meeting(), lead, *more)


def inked(strokes: Iterable[Stroke], by: Actor = SECRETARY) -> Sheet:
    """A page's ink, all of one hand."""
    return Sheet(
        (
            stroke.stroke_id,
            Stood(seq, by.seat_id, encode(Mark(stroke=stroke, by=by.author, seq=seq))),
        )
        for seq, stroke in enumerate(strokes, 1)
    )


def ask(state: Snapshot, who: Actor, command: Any, **room: Any) -> Decision:
    """What the rules say to a command; `room` is what else of the room it depends on."""
    before = encode(state)
    decision = decide(state, Request(actor=who, command=command, **room))
    assert encode(state) == before, "deciding must not change the state"
    return decision
