"""The stream as those get it who may not see everything: an entry's veiled twin; pure.

The promise, held by a test over random meetings: what a reader folds from twins is `seen`
of the whole state, after every entry.
"""

from dataclasses import dataclass
from functools import singledispatch

from service.meeting.packet import document_of
from service.meeting.sight import View, hidden, pages_under, seen_item
from service.protocol import events as e
from service.protocol.state import Snapshot

Told = tuple[e.AnyEvent, ...] | None
"""Events for a reader; None: only a fresh Welcome tells it truly."""


@dataclass(frozen=True, slots=True)
class Around:
    """What an event is seen in: the states before and after its entry, and by whom."""

    before: Snapshot
    after: Snapshot
    view: View
    away: frozenset[str]

    def under(self, document_id: str) -> str | None:
        """The hidden item that a document is or was under, if it is hidden."""
        document = document_of(self.after, document_id) or document_of(self.before, document_id)
        return document.item_id if document is not None and document.item_id in self.away else None

    def veil(self, item_id: str) -> e.ItemVeiled:
        """How many pages the item now has for those who may not see them."""
        return e.ItemVeiled(item_id=item_id, pages=pages_under(self.after, item_id))


def twin(before: Snapshot, events: tuple[e.AnyEvent, ...], after: Snapshot, view: View) -> Told:
    """An entry's events as this view gets them."""
    away = hidden(after, view)
    both = {item.item_id for item in before.items} & {item.item_id for item in after.items}
    if hidden(before, view) & both != away & both:
        return None
    around = Around(before, after, view, away)
    told: list[e.AnyEvent] = []
    for event in events:
        each = _seen(event, around)
        if each is None:
            return None
        told += each
    return tuple(told)


@singledispatch
def _seen(event: e.AnyEvent, around: Around) -> Told:
    return (event,)


@_seen.register
def _(event: e.ItemAdded, around: Around) -> Told:
    if event.item.item_id not in around.away:
        return (event,)
    item = seen_item(event.item, around.view)
    return e.ItemAdded(item=item, index=event.index), around.veil(item.item_id)


@_seen.register
def _(event: e.ItemEdited, around: Around) -> Told:
    return (e.ItemEdited(item=seen_item(event.item, around.view)),)


@_seen.register
def _(event: e.DocumentAdded, around: Around) -> Told:
    item_id = around.under(event.document.document_id)
    return (event,) if item_id is None else (around.veil(item_id),)


@_seen.register
def _(event: e.DocumentReplaced, around: Around) -> Told:
    item_id = around.under(event.document.document_id)
    return (event,) if item_id is None else (around.veil(item_id),)


@_seen.register
def _(event: e.DocumentMoved, around: Around) -> Told:
    was = document_of(around.before, event.document_id)
    if event.item_id in around.away or (was is not None and was.item_id in around.away):
        return None
    return (event,)


@_seen.register
def _(event: e.DocumentRemoved, around: Around) -> Told:
    item_id = around.under(event.document_id)
    if item_id is None:
        return (event,)
    return None if around.before.page != around.after.page else (around.veil(item_id),)


@_seen.register(e.DocumentRenamed)
@_seen.register(e.PagesDrawn)
@_seen.register(e.DocumentSurveyed)
@_seen.register(e.DocumentRead)
def _(
    event: e.DocumentRenamed | e.PagesDrawn | e.DocumentSurveyed | e.DocumentRead, around: Around
) -> Told:
    return (event,) if around.under(event.document_id) is None else ()


@_seen.register
def _(event: e.StrokeAdded, around: Around) -> Told:
    return (event,) if around.under(event.stroke.page.document_id) is None else ()


@_seen.register
def _(event: e.StrokesErased, around: Around) -> Told:
    return (event,) if around.under(event.page.document_id) is None else ()


@_seen.register
def _(event: e.PageTurned, around: Around) -> Told:
    item_id = around.under(event.page.document_id)
    return (event,) if item_id is None else (e.PageVeiled(item_id=item_id),)
