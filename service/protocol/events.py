"""Events: what a command did, as the log keeps it and every tablet applies it; pure."""

from typing import Annotated

from msgspec import Meta

from service.model import (
    Author,
    Carried,
    Document,
    FailedPage,
    Following,
    Id,
    Index,
    Item,
    Milliseconds,
    NextPage,
    PageNumber,
    PageRef,
    Person,
    Region,
    Stroke,
    Text,
    Title,
    Value,
    VersionNumber,
)
from service.protocol.message import Message


class MeetingCreated(Message, frozen=True):
    meeting_id: Id
    title: Title
    place: Text
    starts_at: Milliseconds


class MeetingEdited(Message, frozen=True):
    title: Title
    place: Text
    starts_at: Milliseconds


class MeetingOpened(Message, frozen=True):
    """The sitting has begun; its pages may be seen and led."""


class MeetingClosed(Message, frozen=True):
    """The sitting has ended; nobody leads."""


class PacketPublished(Message, frozen=True):
    """Everyone of the meeting may read the packet."""


class PacketRecalled(Message, frozen=True):
    """Only those who prepare may read the packet."""


class PersonAdded(Message, frozen=True):
    person: Person


class PersonEdited(Message, frozen=True):
    person: Person


class PersonRemoved(Message, frozen=True):
    person_id: Id


class ItemAdded(Message, frozen=True):
    item: Item
    index: Index


class ItemEdited(Message, frozen=True):
    item: Item


class ItemMoved(Message, frozen=True):
    item_id: Id
    index: Index


class ItemRemoved(Message, frozen=True):
    item_id: Id


class DocumentAdded(Message, frozen=True):
    document: Document


class DocumentReplaced(Message, frozen=True):
    """A new version stands in a document's place; ink goes along with the pages that stay.

    `pages` says for each page of the version before which one it is now, 0 for none;
    `changed` are those of the new version that are new or say something else.
    """

    document: Document
    pages: tuple[NextPage, ...]
    changed: tuple[PageNumber, ...]


class InkCarried(Message, frozen=True):
    """A seat's ink has gone along with the pages of a version that was replaced.

    In the logs of a seat alone: in the meeting's, `DocumentReplaced` says it.
    """

    document_id: Id
    version: VersionNumber
    pages: tuple[NextPage, ...]


class DocumentRenamed(Message, frozen=True):
    document_id: Id
    name: Title


class DocumentMoved(Message, frozen=True):
    document_id: Id
    item_id: Id
    index: Index


class DocumentRemoved(Message, frozen=True):
    document_id: Id


class PagesDrawn(Message, frozen=True):
    """These pages can be shown now; `failed` ones stand as a grey sheet that says why.

    `reduced` are those of the drawn ones that came out at half the size only.
    """

    document_id: Id
    drawn: tuple[PageNumber, ...]
    failed: tuple[FailedPage, ...]
    reduced: tuple[PageNumber, ...] = ()


class DocumentSurveyed(Message, frozen=True):
    """What the document brings besides its pages; none of it is ever run or followed."""

    document_id: Id
    carries: tuple[Carried, ...]


class DocumentRead(Message, frozen=True):
    """Its text can be searched; `scanned` pages are pictures without any text."""

    document_id: Id
    scanned: tuple[PageNumber, ...]


class LeadPassed(Message, frozen=True):
    """The lead went to this seat, or to nobody."""

    to: Author | None


class LeadRequested(Message, frozen=True):
    """The signer of the entry asks for the lead."""


class RequestDropped(Message, frozen=True):
    """A seat no longer asks for the lead."""

    seat_id: Id


class FollowingSet(Message, frozen=True):
    following: Following


class ItemOpened(Message, frozen=True):
    """An embargoed item can be seen by everyone who may see the meeting."""

    item_id: Id


class ItemVeiled(Message, frozen=True):
    """An item has this many pages that you may not see; told in a veiled stream only."""

    item_id: Id
    pages: Annotated[int, Meta(ge=0, le=10_000_000)]


class PageVeiled(Message, frozen=True):
    """The meeting is at an item you may not see; told in a veiled stream only."""

    item_id: Id


class PageTurned(Message, frozen=True):
    page: PageRef
    region: Region | None = None


class Darkened(Message, frozen=True):
    dark: bool


class WritingAllowed(Message, frozen=True):
    allowed: bool


class StrokeAdded(Message, frozen=True):
    stroke: Stroke


class StrokesErased(Message, frozen=True):
    page: PageRef
    stroke_ids: tuple[Id, ...]


AnyEvent = (
    MeetingCreated
    | MeetingEdited
    | MeetingOpened
    | MeetingClosed
    | PacketPublished
    | PacketRecalled
    | PersonAdded
    | PersonEdited
    | PersonRemoved
    | ItemAdded
    | ItemEdited
    | ItemMoved
    | ItemRemoved
    | DocumentAdded
    | DocumentReplaced
    | InkCarried
    | DocumentRenamed
    | DocumentMoved
    | DocumentRemoved
    | PagesDrawn
    | DocumentSurveyed
    | DocumentRead
    | LeadPassed
    | LeadRequested
    | RequestDropped
    | FollowingSet
    | ItemOpened
    | ItemVeiled
    | PageVeiled
    | PageTurned
    | Darkened
    | WritingAllowed
    | StrokeAdded
    | StrokesErased
)


class Entry(Value, frozen=True):
    """One line of a log: what one command did, numbered, dated and signed."""

    seq: Annotated[int, Meta(ge=1, le=2**53 - 1)]
    at: Milliseconds
    by: Author
    command_id: Id
    events: tuple[AnyEvent, ...]
