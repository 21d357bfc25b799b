"""What may happen in a meeting: a command becomes events, or a refusal; pure.

`RULES` is the whole policy: who may give each command, in which phase, and which
function says what it does. `decide` reads the state and changes nothing.
"""

from typing import Any, NamedTuple

from service.errors import Code, Refusal
from service.meeting import leading, preparing, reporting, writing
from service.meeting.decision import Decision, Request, Rule
from service.meeting.powers import (
    Guard,
    anyone_who_may_lead,
    leader,
    leader_or_steering,
    may_ask_for_lead,
    secretary,
    service,
    steering,
    writer,
)
from service.model import Phase
from service.protocol import commands as c
from service.protocol import orders as o
from service.protocol.state import Snapshot

ALWAYS = frozenset(Phase)
WHILE_OPEN = frozenset({Phase.OPEN})


class Line(NamedTuple):
    """One line of the policy: who, when, and what it does."""

    who: Guard
    when: frozenset[Phase]
    rule: Rule[Any]


RULES: dict[type, Line] = {
    o.CreateMeeting: Line(service, ALWAYS, preparing.create_meeting),
    o.RegisterDocument: Line(service, ALWAYS, preparing.register_document),
    o.ReplaceDocument: Line(service, ALWAYS, preparing.replace_document),
    o.ReportPages: Line(service, ALWAYS, reporting.report_pages),
    o.ReportSurvey: Line(service, ALWAYS, reporting.report_survey),
    o.ReportReading: Line(service, ALWAYS, reporting.report_reading),
    c.EditMeeting: Line(secretary, ALWAYS, preparing.edit_meeting),
    c.PublishPacket: Line(secretary, ALWAYS, preparing.publish_packet),
    c.RecallPacket: Line(secretary, ALWAYS, preparing.recall_packet),
    c.AddPerson: Line(secretary, ALWAYS, preparing.add_person),
    c.EditPerson: Line(secretary, ALWAYS, preparing.edit_person),
    c.RemovePerson: Line(secretary, ALWAYS, preparing.remove_person),
    c.AddItem: Line(secretary, ALWAYS, preparing.add_item),
    c.EditItem: Line(secretary, ALWAYS, preparing.edit_item),
    c.MoveItem: Line(secretary, ALWAYS, preparing.move_item),
    c.RemoveItem: Line(secretary, ALWAYS, preparing.remove_item),
    c.RenameDocument: Line(secretary, ALWAYS, preparing.rename_document),
    c.MoveDocument: Line(secretary, ALWAYS, preparing.move_document),
    c.RemoveDocument: Line(secretary, ALWAYS, preparing.remove_document),
    c.OpenMeeting: Line(steering, ALWAYS, leading.open_meeting),
    c.CloseMeeting: Line(steering, WHILE_OPEN, leading.close_meeting),
    c.TakeLead: Line(anyone_who_may_lead, WHILE_OPEN, leading.take_lead),
    c.HandOver: Line(leader_or_steering, WHILE_OPEN, leading.hand_over),
    c.LeaveLead: Line(leader, WHILE_OPEN, leading.leave_lead),
    c.RequestLead: Line(may_ask_for_lead, WHILE_OPEN, leading.request_lead),
    c.DropRequest: Line(may_ask_for_lead, WHILE_OPEN, leading.drop_request),
    c.SetFollowing: Line(steering, ALWAYS, leading.set_following),
    c.OpenItem: Line(leader_or_steering, ALWAYS, leading.open_item),
    c.TurnPage: Line(leader, WHILE_OPEN, leading.turn_page),
    c.Darken: Line(leader, WHILE_OPEN, leading.darken),
    c.AllowWriting: Line(leader_or_steering, ALWAYS, leading.allow_writing),
    c.AddStroke: Line(writer, WHILE_OPEN, writing.add_stroke),
    c.EraseStrokes: Line(writer, WHILE_OPEN, writing.erase_strokes),
}


def decide(state: Snapshot, request: Request) -> Decision:
    """The events that `request` means in `state` (none: it changes nothing), or its refusal."""
    line = RULES[type(request.command)]
    if not state.meeting_id and not isinstance(request.command, o.CreateMeeting):
        return Refusal(Code.NO_SUCH_MEETING)
    refused = line.who(state, request)
    if refused is not None:
        return Refusal(refused)
    if state.phase not in line.when:
        return Refusal(Code.NOT_OPEN)
    return line.rule(state, request.command, request)
