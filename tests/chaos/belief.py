"""What the writer of steps believes of the room, so that most of what it writes can be done; pure.

It is a belief only: a command may come late or be refused, and the session goes on. What
is true is read from the log afterwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from service.model import Following, Item, PageRef, Role, page_key
from service.protocol import commands as c
from service.protocol.message import StreamName
from tests.chaos import steps as s
from tests.chaos.cast import Place

FIRST_ITEM = Item(item_id="i1", title="예산", department="", reporter="", minutes=0)
FIRST_DOCUMENT = "d1"
"""What the meeting holds when a session begins; neither is ever removed."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: a letter for each page of its newest version."""

    item_id: str
    letters: str
    version: int = 1


@dataclass(frozen=True, slots=True)
class Inked:
    """A stroke believed to stand; private ones stand for their seat alone."""

    stroke_id: str
    stream: StreamName
    seat: int
    page: PageRef


@dataclass(slots=True)
class Belief:
    """The room after the steps written so far."""

    places: Sequence[Place]
    up: bool = True
    open: bool = True
    away: set[int] = field(default_factory=set)
    stalled: set[int] = field(default_factory=set)
    swallowed: set[int] = field(default_factory=set)
    lead: int | None = None
    asking: set[int] = field(default_factory=set)
    writing: bool = False
    following: Following = Following.FOLLOW
    items: dict[str, Item] = field(default_factory=lambda: {"i1": FIRST_ITEM})
    documents: dict[str, Paper] = field(
        default_factory=lambda: {FIRST_DOCUMENT: Paper("i1", "   ")}
    )
    ink: list[Inked] = field(default_factory=list)

    @property
    def troubled(self) -> set[int]:
        """Tablets whose link does not let everything through."""
        return self.stalled | self.swallowed

    def here(self) -> list[Place]:
        """Tablets that are switched on."""
        return [place for place in self.places if place.tablet not in self.away]

    def of_role(self, *roles: Role) -> list[Place]:
        """Tablets that are switched on, of seats with one of these roles."""
        return [place for place in self.here() if place.role in roles]

    def of_seat(self, seat: int | None) -> list[Place]:
        """The tablets of one seat that are switched on."""
        return [place for place in self.here() if place.seat == seat]

    def pages(self) -> list[PageRef]:
        """Every page of the packet."""
        return [
            PageRef(document_id=name, version=paper.version, page=number)
            for name, paper in self.documents.items()
            for number in range(1, len(paper.letters) + 1)
        ]

    def after(self, step: s.Step) -> None:
        """Believe that a step was taken."""
        match step:
            case s.Give(tablet=tablet, command=command):
                self._given(self.places[tablet].seat, command)
            case s.Upload(document_id=name, item_id=item_id, letters=letters):
                self.documents[name] = Paper(item_id, letters)
            case s.Replace(document_id=name, letters=letters):
                before = self.documents[name]
                self.documents[name] = Paper(before.item_id, letters, before.version + 1)
            case s.Cut(tablet=tablet):
                self.stalled.discard(tablet)
                self.swallowed.discard(tablet)
            case s.Stall(tablet=tablet):
                self.stalled.add(tablet)
            case s.Flow(tablet=tablet):
                self.stalled.discard(tablet)
            case s.Swallow(tablet=tablet):
                self.swallowed.add(tablet)
            case s.Leave(tablet=tablet):
                self.away.add(tablet)
            case s.Return(tablet=tablet):
                self.away.discard(tablet)
            case s.Kill():
                self.up = False
            case s.Restart():
                self.up = True
            case _:
                pass

    def _given(self, seat: int, command: c.Command) -> None:
        match command:
            case c.TakeLead():
                self.lead = seat
                self.asking.discard(seat)
            case c.HandOver(seat_id=name):
                self.lead = s.number_of(name)
                self.asking.discard(self.lead)
            case c.LeaveLead():
                self.lead = None
            case c.RequestLead():
                self.asking.add(seat)
            case c.DropRequest(seat_id=name):
                self.asking.discard(s.number_of(name))
            case c.OpenMeeting():
                self.open = True
            case c.CloseMeeting():
                self.open, self.lead, self.asking = False, None, set()
            case c.AllowWriting(allowed=allowed):
                self.writing = allowed
            case c.SetFollowing(following=following):
                self.following = following
            case c.AddStroke(stream=stream, stroke=stroke):
                self.ink.append(Inked(stroke.stroke_id, stream, seat, stroke.page))
            case c.EraseStrokes(stroke_ids=gone):
                self.ink = [inked for inked in self.ink if inked.stroke_id not in gone]
            case _:
                self._prepared(command)

    def _prepared(self, command: c.Command) -> None:
        match command:
            case c.AddItem(item=item) | c.EditItem(item=item):
                self.items[item.item_id] = item
            case c.RemoveItem(item_id=item_id):
                self.items.pop(item_id, None)
                for name in [n for n, of in self.documents.items() if of.item_id == item_id]:
                    self._drop_document(name)
            case c.MoveDocument(document_id=name, item_id=item_id) if name in self.documents:
                self.documents[name] = replace(self.documents[name], item_id=item_id)
            case c.RemoveDocument(document_id=name):
                self._drop_document(name)
            case _:
                pass

    def _drop_document(self, name: str) -> None:
        self.documents.pop(name, None)
        self.ink = [inked for inked in self.ink if not page_key(inked.page).startswith(f"{name}.")]
