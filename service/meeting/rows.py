"""Which catalog rows follow from a meeting's events; pure.

They are written in the transaction that keeps the events, so a list of meetings never
disagrees with the meeting itself.
"""

from collections.abc import Sequence

from service.model import Phase
from service.protocol import events as e
from service.protocol.state import Snapshot
from storage.records import MeetingRecord, Record


def rows(state: Snapshot, events: tuple[e.AnyEvent, ...]) -> Sequence[Record]:
    """The meeting's row as it is after `events`, or nothing when they do not touch it."""
    row = MeetingRecord(
        state.meeting_id, state.title, state.place, state.starts_at, state.phase.value
    )
    after = row
    for event in events:
        match event:
            case e.MeetingCreated(meeting_id=meeting_id, title=t, place=p, starts_at=at):
                after = MeetingRecord(meeting_id, t, p, at, Phase.PREPARING.value)
            case e.MeetingEdited(title=t, place=p, starts_at=at):
                after = MeetingRecord(after.meeting_id, t, p, at, after.phase)
            case e.MeetingOpened():
                after = _in_phase(after, Phase.OPEN)
            case e.MeetingClosed():
                after = _in_phase(after, Phase.CLOSED)
            case _:
                pass
    return () if after == row else (after,)


def _in_phase(row: MeetingRecord, phase: Phase) -> MeetingRecord:
    return MeetingRecord(row.meeting_id, row.title, row.place, row.starts_at, phase.value)
