"""Commands: what a tablet may ask for; pure."""

from typing import Annotated

from msgspec import Meta

from service.model import (
    Following,
    Id,
    Index,
    Item,
    Milliseconds,
    PageRef,
    Person,
    Region,
    Stroke,
    Text,
    Title,
)
from service.protocol.message import Message, Position, StreamName


class Hello(Message, frozen=True):
    """The first message on a socket, and the only repair: who I am and what I have."""

    protocol: int
    token: Annotated[str, Meta(max_length=1024)]
    meeting_id: Id
    position: Position | None = None
    notes: Position | None = None
    collected: Position | None = None


class ReadInk(Message, frozen=True):
    """Asks for the ink of one page, as often as it takes: the marks after entry `after`."""

    stream: StreamName
    page: PageRef
    after: Annotated[int, Meta(ge=0, le=2**53 - 1)] = 0


class Command(Message, frozen=True):
    """A wish to change the meeting; `command_id` is made by the tablet and counts once."""

    command_id: Id


class EditMeeting(Command, frozen=True):
    title: Title
    place: Text
    starts_at: Milliseconds


class OpenMeeting(Command, frozen=True):
    """The secretary or the chair opens the sitting."""


class CloseMeeting(Command, frozen=True):
    """The secretary or the chair ends the sitting."""


class PublishPacket(Command, frozen=True):
    """Gives the packet out: everyone of the meeting may read it from now on."""


class RecallPacket(Command, frozen=True):
    """Takes the packet back: tablets put away what they keep of it."""


class AddPerson(Command, frozen=True):
    person: Person


class EditPerson(Command, frozen=True):
    person: Person


class RemovePerson(Command, frozen=True):
    person_id: Id


class AddItem(Command, frozen=True):
    item: Item
    index: Index


class EditItem(Command, frozen=True):
    item: Item


class MoveItem(Command, frozen=True):
    item_id: Id
    index: Index


class RemoveItem(Command, frozen=True):
    """Takes the item and every document under it off the agenda."""

    item_id: Id


class RenameDocument(Command, frozen=True):
    document_id: Id
    name: Title


class MoveDocument(Command, frozen=True):
    """Puts a document under an item, `index` counted among that item's documents."""

    document_id: Id
    item_id: Id
    index: Index


class RemoveDocument(Command, frozen=True):
    document_id: Id


class TakeLead(Command, frozen=True):
    """I want to turn the pages; the chair and the secretary may take over."""


class HandOver(Command, frozen=True):
    """Passes the lead to another seat in the room, in one tap."""

    seat_id: Id


class LeaveLead(Command, frozen=True):
    """I no longer turn the pages; nobody does."""


class RequestLead(Command, frozen=True):
    """May I turn the pages? Whoever leads or steers sees it, and hands over or declines."""


class DropRequest(Command, frozen=True):
    """Takes a request for the lead back (one's own), or declines it (who leads or steers)."""

    seat_id: Id


class SetFollowing(Command, frozen=True):
    """How tablets go along with the presenter from now on."""

    following: Following


class OpenItem(Command, frozen=True):
    """An embargoed item may be seen by everyone of the meeting from now on."""

    item_id: Id


class TurnPage(Command, frozen=True):
    """Everyone goes to this page, and looks at `region` of it (None: the whole)."""

    page: PageRef
    region: Region | None = None


class Darken(Command, frozen=True):
    """Every screen shows nothing but black, or the page again."""

    dark: bool


class AllowWriting(Command, frozen=True):
    """Whether members' ink may be shared with everyone."""

    allowed: bool


class AddStroke(Command, frozen=True):
    """Ink for everyone (`meeting`), for the secretary (`collected`) or for me alone (`notes`)."""

    stream: StreamName
    stroke: Stroke


class EraseStrokes(Command, frozen=True):
    stream: StreamName
    page: PageRef
    stroke_ids: Annotated[tuple[Id, ...], Meta(min_length=1, max_length=500)]


AnyCommand = (
    EditMeeting
    | OpenMeeting
    | CloseMeeting
    | PublishPacket
    | RecallPacket
    | AddPerson
    | EditPerson
    | RemovePerson
    | AddItem
    | EditItem
    | MoveItem
    | RemoveItem
    | RenameDocument
    | MoveDocument
    | RemoveDocument
    | TakeLead
    | HandOver
    | LeaveLead
    | RequestLead
    | DropRequest
    | SetFollowing
    | OpenItem
    | TurnPage
    | Darken
    | AllowWriting
    | AddStroke
    | EraseStrokes
)
