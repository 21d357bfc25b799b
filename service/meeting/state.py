"""The fold of a meeting's log: what each event means for what a tablet shows; pure.

`apply` has a twin in `tablet_client/src/meeting/fold.ts`; the golden cases in
`tests/wire/golden/` are read by both, so the two cannot drift apart. States are never
altered: one that was decided on ahead of the log is simply forgotten when the log refuses.
"""

from functools import reduce, singledispatch

from msgspec.structs import replace

from service.meeting import agenda, standing
from service.meeting.inked import carried, inked_after
from service.meeting.succession import replace_document
from service.model import Phase
from service.protocol import events as e
from service.protocol.state import Notes, Snapshot


def apply(state: Snapshot, entry: e.Entry) -> Snapshot:
    """The state after the next entry. Raises ValueError when `entry` is not that one."""
    _must_follow(state.seq, entry)
    after = reduce(lambda folded, event: _fold(event, folded, entry), entry.events, state)
    return replace(after, seq=entry.seq)


def apply_note(notes: Notes, entry: e.Entry) -> Notes:
    """A seat's private ink after the next entry of its own log. Raises ValueError, too."""
    _must_follow(notes.seq, entry)
    inked = notes.inked
    for event in entry.events:
        if isinstance(event, e.StrokeAdded | e.StrokesErased):
            inked = inked_after(inked, event)
        elif isinstance(event, e.InkCarried):
            inked = carried(inked, event.document_id, event.version, event.pages)
    return Notes(seq=entry.seq, inked=inked)


def _must_follow(seq: int, entry: e.Entry) -> None:
    if entry.seq != seq + 1:
        raise ValueError(f"entry {entry.seq} does not follow {seq}")


@singledispatch
def _fold(event: object, state: Snapshot, entry: e.Entry) -> Snapshot:
    raise TypeError(f"no fold for {type(event).__name__}")


@_fold.register
def _(event: e.MeetingCreated, state: Snapshot, entry: e.Entry) -> Snapshot:
    return replace(
        state,
        meeting_id=event.meeting_id,
        title=event.title,
        place=event.place,
        starts_at=event.starts_at,
    )


@_fold.register
def _(event: e.MeetingEdited, state: Snapshot, entry: e.Entry) -> Snapshot:
    return replace(state, title=event.title, place=event.place, starts_at=event.starts_at)


@_fold.register
def _(event: e.MeetingOpened, state: Snapshot, entry: e.Entry) -> Snapshot:
    opened_at = entry.at if state.opened_at is None else state.opened_at
    return replace(state, phase=Phase.OPEN, published=True, opened_at=opened_at)


@_fold.register
def _(event: e.MeetingClosed, state: Snapshot, entry: e.Entry) -> Snapshot:
    return replace(state, phase=Phase.CLOSED, lead=None, requests=(), dark=False)


@_fold.register
def _(event: e.PacketPublished, state: Snapshot, entry: e.Entry) -> Snapshot:
    return replace(state, published=True)


@_fold.register
def _(event: e.PacketRecalled, state: Snapshot, entry: e.Entry) -> Snapshot:
    return replace(state, published=False)


@_fold.register
def _(event: e.PersonAdded, state: Snapshot, entry: e.Entry) -> Snapshot:
    return replace(state, people=(*state.people, event.person))


@_fold.register
def _(event: e.PersonEdited, state: Snapshot, entry: e.Entry) -> Snapshot:
    new = event.person
    people = tuple(new if each.person_id == new.person_id else each for each in state.people)
    return replace(state, people=people)


@_fold.register
def _(event: e.PersonRemoved, state: Snapshot, entry: e.Entry) -> Snapshot:
    people = tuple(each for each in state.people if each.person_id != event.person_id)
    return replace(state, people=people)


@_fold.register
def _(event: e.ItemAdded, state: Snapshot, entry: e.Entry) -> Snapshot:
    return agenda.add_item(state, event)


@_fold.register
def _(event: e.ItemEdited, state: Snapshot, entry: e.Entry) -> Snapshot:
    return agenda.edit_item(state, event)


@_fold.register
def _(event: e.ItemMoved, state: Snapshot, entry: e.Entry) -> Snapshot:
    return agenda.move_item(state, event)


@_fold.register
def _(event: e.ItemRemoved, state: Snapshot, entry: e.Entry) -> Snapshot:
    return agenda.remove_item(state, event.item_id)


@_fold.register
def _(event: e.ItemOpened, state: Snapshot, entry: e.Entry) -> Snapshot:
    return replace(state, opened=(*state.opened, event.item_id))


@_fold.register
def _(event: e.ItemVeiled, state: Snapshot, entry: e.Entry) -> Snapshot:
    return replace(state, veils={**state.veils, event.item_id: event.pages})


@_fold.register
def _(event: e.DocumentAdded, state: Snapshot, entry: e.Entry) -> Snapshot:
    return agenda.add_document(state, event.document)


@_fold.register
def _(event: e.DocumentReplaced, state: Snapshot, entry: e.Entry) -> Snapshot:
    return replace_document(state, event)


@_fold.register
def _(event: e.InkCarried, state: Snapshot, entry: e.Entry) -> Snapshot:
    return replace(state, inked=carried(state.inked, event.document_id, event.version, event.pages))


@_fold.register
def _(event: e.DocumentRenamed, state: Snapshot, entry: e.Entry) -> Snapshot:
    return agenda.rename_document(state, event)


@_fold.register
def _(event: e.DocumentMoved, state: Snapshot, entry: e.Entry) -> Snapshot:
    return agenda.move_document(state, event)


@_fold.register
def _(event: e.DocumentRemoved, state: Snapshot, entry: e.Entry) -> Snapshot:
    return agenda.remove_document(state, event.document_id)


@_fold.register
def _(event: e.PagesDrawn, state: Snapshot, entry: e.Entry) -> Snapshot:
    return standing.note_pages(state, event)


@_fold.register
def _(event: e.DocumentSurveyed, state: Snapshot, entry: e.Entry) -> Snapshot:
    return standing.note_survey(state, event)


@_fold.register
def _(event: e.DocumentRead, state: Snapshot, entry: e.Entry) -> Snapshot:
    return standing.note_reading(state, event)


@_fold.register
def _(event: e.LeadPassed, state: Snapshot, entry: e.Entry) -> Snapshot:
    to = event.to
    requests = tuple(each for each in state.requests if to is None or each.seat_id != to.seat_id)
    return replace(state, lead=to, requests=requests, dark=False)


@_fold.register
def _(event: e.LeadRequested, state: Snapshot, entry: e.Entry) -> Snapshot:
    return replace(state, requests=(*state.requests, entry.by))


@_fold.register
def _(event: e.RequestDropped, state: Snapshot, entry: e.Entry) -> Snapshot:
    requests = tuple(each for each in state.requests if each.seat_id != event.seat_id)
    return replace(state, requests=requests)


@_fold.register
def _(event: e.FollowingSet, state: Snapshot, entry: e.Entry) -> Snapshot:
    return replace(state, following=event.following)


@_fold.register
def _(event: e.PageTurned, state: Snapshot, entry: e.Entry) -> Snapshot:
    return replace(state, page=event.page, region=event.region, veiled=None, dark=False)


@_fold.register
def _(event: e.Darkened, state: Snapshot, entry: e.Entry) -> Snapshot:
    return replace(state, dark=event.dark)


@_fold.register
def _(event: e.PageVeiled, state: Snapshot, entry: e.Entry) -> Snapshot:
    return replace(state, page=None, region=None, veiled=event.item_id, dark=False)


@_fold.register
def _(event: e.WritingAllowed, state: Snapshot, entry: e.Entry) -> Snapshot:
    return replace(state, members_may_write=event.allowed)


@_fold.register
def _(event: e.StrokeAdded, state: Snapshot, entry: e.Entry) -> Snapshot:
    return replace(state, inked=inked_after(state.inked, event))


@_fold.register
def _(event: e.StrokesErased, state: Snapshot, entry: e.Entry) -> Snapshot:
    return replace(state, inked=inked_after(state.inked, event))
