"""The rules of preparing: the agenda, its documents, the people; pure.

Each rule is called once its sender may give the command (see `rules.RULES`).
"""

from service.errors import Code, Refusal
from service.meeting.decision import Decision, Request
from service.meeting.packet import document_of, item_of, person_of
from service.model import Document
from service.protocol import commands as c
from service.protocol import events as e
from service.protocol import orders as o
from service.protocol.state import Snapshot

MAX_ITEMS = 200
MAX_DOCUMENTS = 300
MAX_FORMER = 50
MAX_PEOPLE = 3_000
"""Ten times what the largest meeting we know of has, so that a runaway script ends."""


def create_meeting(state: Snapshot, order: o.CreateMeeting, request: Request) -> Decision:
    """The first entry of every meeting."""
    if state.meeting_id:
        return Refusal(Code.ALREADY_EXISTS)
    created = e.MeetingCreated(
        meeting_id=order.meeting_id,
        title=order.title,
        place=order.place,
        starts_at=order.starts_at,
    )
    return (created,)


def edit_meeting(state: Snapshot, command: c.EditMeeting, request: Request) -> Decision:
    """Title, place and time, all three."""
    new = (command.title, command.place, command.starts_at)
    if new == (state.title, state.place, state.starts_at):
        return ()
    return (e.MeetingEdited(title=new[0], place=new[1], starts_at=new[2]),)


def add_person(state: Snapshot, command: c.AddPerson, request: Request) -> Decision:
    """One more on the list of participants."""
    if person_of(state, command.person.person_id):
        return Refusal(Code.ALREADY_EXISTS)
    if len(state.people) >= MAX_PEOPLE:
        return Refusal(Code.TOO_MUCH)
    return (e.PersonAdded(person=command.person),)


def edit_person(state: Snapshot, command: c.EditPerson, request: Request) -> Decision:
    """Another name, department or position for the same person."""
    old = person_of(state, command.person.person_id)
    if old is None:
        return Refusal(Code.NO_SUCH_PERSON)
    return () if old == command.person else (e.PersonEdited(person=command.person),)


def remove_person(state: Snapshot, command: c.RemovePerson, request: Request) -> Decision:
    """Off the list; a tablet that sits already stays."""
    if not person_of(state, command.person_id):
        return Refusal(Code.NO_SUCH_PERSON)
    return (e.PersonRemoved(person_id=command.person_id),)


def add_item(state: Snapshot, command: c.AddItem, request: Request) -> Decision:
    """A new agenda item at `index`, or at the end when the agenda is shorter."""
    if item_of(state, command.item.item_id):
        return Refusal(Code.ALREADY_EXISTS)
    if len(state.items) >= MAX_ITEMS:
        return Refusal(Code.TOO_MUCH)
    return (e.ItemAdded(item=command.item, index=min(command.index, len(state.items))),)


def edit_item(state: Snapshot, command: c.EditItem, request: Request) -> Decision:
    """Other words for the same item."""
    old = item_of(state, command.item.item_id)
    if old is None:
        return Refusal(Code.NO_SUCH_ITEM)
    return () if old == command.item else (e.ItemEdited(item=command.item),)


def move_item(state: Snapshot, command: c.MoveItem, request: Request) -> Decision:
    """To another place in the agenda; its documents go along."""
    order = [item.item_id for item in state.items]
    if command.item_id not in order:
        return Refusal(Code.NO_SUCH_ITEM)
    index = min(command.index, len(order) - 1)
    if order.index(command.item_id) == index:
        return ()
    return (e.ItemMoved(item_id=command.item_id, index=index),)


def remove_item(state: Snapshot, command: c.RemoveItem, request: Request) -> Decision:
    """Off the agenda, with its documents."""
    if not item_of(state, command.item_id):
        return Refusal(Code.NO_SUCH_ITEM)
    return (e.ItemRemoved(item_id=command.item_id),)


def publish_packet(state: Snapshot, command: c.PublishPacket, request: Request) -> Decision:
    """The packet is given out."""
    return () if state.published else (e.PacketPublished(),)


def recall_packet(state: Snapshot, command: c.RecallPacket, request: Request) -> Decision:
    """The packet is taken back."""
    return () if state.published is False else (e.PacketRecalled(),)


def replace_document(state: Snapshot, order: o.ReplaceDocument, request: Request) -> Decision:
    """The next version of a document, under the same item; its name may be another."""
    new = order.document
    old = document_of(state, new.document_id)
    if old is None:
        return Refusal(Code.NO_SUCH_DOCUMENT)
    if (new.version, new.item_id) != (old.version + 1, old.item_id):
        return Refusal(Code.ALREADY_EXISTS)
    stay = [page for page in order.pages if page]
    fits = len(order.pages) == len(old.sizes) and max(stay, default=0) <= len(new.sizes)
    if not fits or len(set(stay)) < len(stay):
        return Refusal(Code.MALFORMED)
    if len(state.former.get(new.document_id, ())) >= MAX_FORMER:
        return Refusal(Code.TOO_MUCH)
    if _is_there(state, new):
        return Refusal(Code.ALREADY_THERE)
    return (e.DocumentReplaced(document=new, pages=order.pages, changed=order.changed),)


def register_document(state: Snapshot, order: o.RegisterDocument, request: Request) -> Decision:
    """A received PDF joins the end of its item; the same bytes twice in an item are refused."""
    document = order.document
    if not item_of(state, document.item_id):
        return Refusal(Code.NO_SUCH_ITEM)
    if document_of(state, document.document_id):
        return Refusal(Code.ALREADY_EXISTS)
    if len(state.documents) >= MAX_DOCUMENTS:
        return Refusal(Code.TOO_MUCH)
    if _is_there(state, document):
        return Refusal(Code.ALREADY_THERE)
    return (e.DocumentAdded(document=document),)


def rename_document(state: Snapshot, command: c.RenameDocument, request: Request) -> Decision:
    """Another name on the screen; the bytes stay."""
    document = document_of(state, command.document_id)
    if document is None:
        return Refusal(Code.NO_SUCH_DOCUMENT)
    if document.name == command.name:
        return ()
    return (e.DocumentRenamed(document_id=command.document_id, name=command.name),)


def move_document(state: Snapshot, command: c.MoveDocument, request: Request) -> Decision:
    """To a place among the documents of an item, its own or another."""
    document = document_of(state, command.document_id)
    if document is None:
        return Refusal(Code.NO_SUCH_DOCUMENT)
    if not item_of(state, command.item_id):
        return Refusal(Code.NO_SUCH_ITEM)
    siblings = [d.document_id for d in state.documents if d.item_id == command.item_id]
    there = document.item_id == command.item_id
    index = min(command.index, len(siblings) - there)
    if there and siblings.index(command.document_id) == index:
        return ()
    return (e.DocumentMoved(document_id=command.document_id, item_id=command.item_id, index=index),)


def remove_document(state: Snapshot, command: c.RemoveDocument, request: Request) -> Decision:
    """Out of the packet, with the shared ink on it."""
    if not document_of(state, command.document_id):
        return Refusal(Code.NO_SUCH_DOCUMENT)
    return (e.DocumentRemoved(document_id=command.document_id),)


def _is_there(state: Snapshot, document: Document) -> bool:
    """Whether another document of the item has the same bytes."""
    return any(
        other.content == document.content and other.document_id != document.document_id
        for other in state.documents
        if other.item_id == document.item_id
    )
