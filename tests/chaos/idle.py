"""Which commands change nothing in a state, so that they count without an entry; pure.

Told anew here, and not asked of the rules that are tested.
"""

from collections.abc import Set

from msgspec.structs import replace

from service.model import PageRef, Phase
from service.protocol import commands as c
from service.protocol.state import Snapshot


def changes_nothing(command: c.Command, seat_id: str, state: Snapshot, standing: Set[str]) -> bool:
    """Whether the wish of this seat is true already; `standing` are the strokes of its log."""
    lead = None if state.lead is None else state.lead.seat_id
    match command:
        case c.TurnPage(page=page, region=region):
            idle = (state.page, state.region, state.dark) == (_now(state, page), region, False)
        case c.TakeLead():
            idle = lead == seat_id
        case c.HandOver(seat_id=to):
            idle = lead == to
        case c.LeaveLead():
            idle = lead != seat_id
        case c.RequestLead():
            idle = lead == seat_id or seat_id in {asker.seat_id for asker in state.requests}
        case c.DropRequest(seat_id=of):
            idle = of not in {asker.seat_id for asker in state.requests}
        case c.EraseStrokes(stroke_ids=stroke_ids):
            idle = not standing & set(stroke_ids)
        case _:
            idle = _is_set(command, state)
    return idle


def _now(state: Snapshot, page: PageRef) -> PageRef:
    """Where a page of any version went."""
    for former in state.former.get(page.document_id, ()):
        if former.version == page.version and page.page <= len(former.pages):
            goes_to = former.pages[page.page - 1]
            if not goes_to:
                return page
            page = replace(page, version=page.version + 1, page=goes_to)
    return page


def _is_set(command: c.Command, state: Snapshot) -> bool:
    match command:
        case c.AllowWriting(allowed=allowed):
            idle = state.members_may_write == allowed
        case c.Darken(dark=dark):
            idle = state.dark == dark
        case c.SetFollowing(following=following):
            idle = state.following is following
        case c.OpenMeeting():
            idle = state.phase is Phase.OPEN
        case c.CloseMeeting():
            idle = state.phase is Phase.CLOSED
        case c.PublishPacket():
            idle = state.published is True
        case c.RecallPacket():
            idle = state.published is False
        case _:
            idle = _is_prepared(command, state)
    return idle


def _is_prepared(command: c.Command, state: Snapshot) -> bool:
    order = [item.item_id for item in state.items]
    match command:
        case c.EditMeeting(title=title, place=place, starts_at=at):
            idle = (state.title, state.place, state.starts_at) == (title, place, at)
        case c.EditPerson(person=person):
            idle = person in state.people
        case c.EditItem(item=item):
            idle = item in state.items
        case c.OpenItem(item_id=item_id):
            embargoed = {item.item_id for item in state.items if item.embargoed}
            idle = item_id in state.opened or item_id not in embargoed
        case c.MoveItem(item_id=item_id, index=index) if item_id in order:
            idle = order.index(item_id) == min(index, len(order) - 1)
        case c.RenameDocument(document_id=name, name=title):
            idle = any((d.document_id, d.name) == (name, title) for d in state.documents)
        case c.MoveDocument(document_id=name, item_id=item_id, index=index):
            siblings = [d.document_id for d in state.documents if d.item_id == item_id]
            idle = name in siblings and siblings.index(name) == min(index, len(siblings) - 1)
        case _:
            idle = False
    return idle
