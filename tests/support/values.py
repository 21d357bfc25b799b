"""Ready-made values of the wire, one call each."""

from service.meeting.state import apply
from service.model import (
    Actor,
    Colour,
    Document,
    Item,
    PageRef,
    PageSize,
    Person,
    Role,
    Stroke,
    Tool,
)
from service.protocol.events import (
    AnyEvent,
    DocumentAdded,
    Entry,
    ItemAdded,
    MeetingCreated,
    MeetingOpened,
)
from service.protocol.state import Snapshot

CONTENT = "a" * 64


def actor(seat_id: str = "s-min", role: Role = Role.MEMBER) -> Actor:
    """Who asks."""
    return Actor(seat_id=seat_id, name=f"name of {seat_id}", role=role)


SECRETARY = actor("s-sec", Role.SECRETARY)
CHAIR = actor("s-chair", Role.CHAIR)
PRESENTER = actor("s-pre", Role.PRESENTER)
MEMBER = actor("s-mem", Role.MEMBER)
OBSERVER = actor("s-obs", Role.OBSERVER)
SCREEN = actor("s-scr", Role.SCREEN)


def item(item_id: str = "i1", title: str = "예산") -> Item:
    """An agenda item."""
    return Item(
        item_id=item_id, title=title, department="기획예산과", reporter="김유성", minutes=10
    )


def document(
    document_id: str = "d1", item_id: str = "i1", content: str = CONTENT, pages: int = 3
) -> Document:
    """A document of A4 pages."""
    return Document(
        document_id=document_id,
        version=1,
        item_id=item_id,
        name=f"자료 {document_id}",
        content=content,
        sizes=tuple(PageSize(595, 842) for _ in range(pages)),
    )


def person(person_id: str = "p1", name: str = "이광명") -> Person:
    """A participant."""
    return Person(person_id=person_id, name=name, department="안전총괄과", position="과장")


def page(number: int = 1, document_id: str = "d1", version: int = 1) -> PageRef:
    """A page of a document."""
    return PageRef(document_id=document_id, version=version, page=number)


def stroke(stroke_id: str = "k1", on: PageRef | None = None) -> Stroke:
    """A short pen stroke."""
    return Stroke(
        stroke_id=stroke_id,
        page=on or page(),
        tool=Tool.PEN,
        colour=Colour.RED,
        width=22,
        points=(100, 100, 128, 200, 150, 130, 300, 180, 120),
    )


def entry(seq: int, *events: AnyEvent, by: Actor = SECRETARY, at: int = 1_000) -> Entry:
    """A log entry."""
    return Entry(seq=seq, at=at, by=by.author, command_id=f"c{seq}", events=events)


def created() -> MeetingCreated:
    """The first event of a meeting."""
    return MeetingCreated(meeting_id="m1", title="간부회의", place="중회의실", starts_at=1_000)


def open_meeting() -> Snapshot:
    """An open meeting with items i1, i2 and documents d1, d2 (in i1) and d3 (in i2)."""
    state = Snapshot()
    events: list[AnyEvent] = [
        created(),
        ItemAdded(item=item("i1"), index=0),
        ItemAdded(item=item("i2"), index=1),
        DocumentAdded(document=document("d1", "i1", "a" * 64)),
        DocumentAdded(document=document("d2", "i1", "b" * 64)),
        DocumentAdded(document=document("d3", "i2", "c" * 64)),
        MeetingOpened(),
    ]
    for seq, event in enumerate(events, 1):
        state = apply(state, entry(seq, event))
    return state
