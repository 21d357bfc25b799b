"""The commands that are likely in the room as it is believed to be, drawn by chance; pure."""

from collections.abc import Callable
from itertools import count
from random import Random

from msgspec.structs import replace

from service.model import Colour, Following, Item, PageRef, Person, Region, Role, Stroke, Tool
from service.protocol import commands as c
from service.protocol.message import StreamName
from tests.chaos.belief import FIRST_DOCUMENT, Belief
from tests.chaos.cast import Place
from tests.chaos.steps import seat_name

LONG, LONG_POINTS = 0.12, 1_500
"""Share of strokes that are long, and how long: fifteen of them on one page are more ink
than one frame carries (256 KiB)."""

TEXTS = {Tool.NOTE: "확인 바람", Tool.STAMP: "agree", Tool.SPEECH: "인사", Tool.BOOKMARK: ""}
"""What stands at a point instead of a line."""

MOST_ITEMS, MOST_PEOPLE = 8, 6
STEERING = (Role.SECRETARY, Role.CHAIR)

OWN = (StreamName.NOTES, StreamName.NOTES, StreamName.COLLECTED)
"""The logs of a seat alone; twice as much is noted as handed in."""

Drawn = tuple[Place, c.Command] | None
"""Who gives which command, or None when nobody is there who could."""


class Commands:
    """Draws commands; ids count up, so that no two are the same."""

    def __init__(self, chance: Random, belief: Belief) -> None:
        self.chance, self.belief = chance, belief
        self._numbers = count(1)

    def likely(self) -> Drawn:
        """A command that mostly counts; who gives it now and then may not."""
        kinds = list(self._kinds())
        kind = self.chance.choices([k for _, k in kinds], [weight for weight, _ in kinds])[0]
        drawn = kind()
        if drawn is not None and self.chance.random() < 0.06:
            return self.chance.choice(self.belief.here()), drawn[1]
        return drawn

    def _kinds(self) -> list[tuple[float, Callable[[], Drawn]]]:
        belief = self.belief
        led = belief.lead is not None and bool(belief.of_seat(belief.lead))
        return [
            (34 if led else 2, self._turn),
            (24, self._shared_stroke),
            (16, self._note),
            (12 if belief.ink else 0, self._erase),
            (1 if led else 14, self._take),
            (5, self._hand_over),
            (1, lambda: self._by_leader(c.LeaveLead(command_id=self._id()))),
            (4, self._request),
            (3 if belief.asking else 0.5, self._drop_request),
            (2 if belief.writing else 9, self._allow),
            (3, self._following),
            (1 if belief.open else 30, self._phase),
            (3, self._darken),
            (2, self._packet),
            (14, self._agenda),
            (4, self._open_item),
        ]

    def _id(self) -> str:
        return f"c{next(self._numbers)}"

    def _any(self, *roles: Role) -> Place | None:
        places = self.belief.of_role(*roles)
        return self.chance.choice(places) if places else None

    def _by(self, place: Place | None, command: c.Command) -> Drawn:
        return None if place is None else (place, command)

    def _by_leader(self, command: c.Command) -> Drawn:
        places = self.belief.of_seat(self.belief.lead)
        return (self.chance.choice(places), command) if places else None

    def _page(self) -> PageRef:
        page = self.chance.choice(self.belief.pages())
        if self.chance.random() < 0.03:
            return replace(page, page=page.page + 9)
        if self.chance.random() < 0.3:  # of a version that the tablet has not heard is old
            return replace(page, version=self.chance.randint(1, page.version))
        return page

    def _turn(self) -> Drawn:
        region = Region(x=100, y=200, width=4_000, height=3_000)
        return self._by_leader(
            c.TurnPage(
                command_id=self._id(),
                page=self._page(),
                region=region if self.chance.random() < 0.1 else None,
            )
        )

    def _take(self) -> Drawn:
        taker = self._any(Role.PRESENTER, Role.PRESENTER, *STEERING)
        return self._by(taker, c.TakeLead(command_id=self._id()))

    def _hand_over(self) -> Drawn:
        to = seat_name(self.chance.choice(self.belief.here()).seat)
        if self.belief.asking and self.chance.random() < 0.6:
            to = seat_name(self.chance.choice(sorted(self.belief.asking)))
        command = c.HandOver(command_id=self._id(), seat_id=to)
        return self._by_leader(command) or self._by(self._any(*STEERING), command)

    def _request(self) -> Drawn:
        asker = self._any(Role.MEMBER, Role.PRESENTER)
        return self._by(asker, c.RequestLead(command_id=self._id()))

    def _drop_request(self) -> Drawn:
        place = self._any(*STEERING, Role.PRESENTER, Role.MEMBER)
        if place is None:
            return None
        seat = self.chance.choice([*sorted(self.belief.asking), place.seat])
        return place, c.DropRequest(command_id=self._id(), seat_id=seat_name(seat))

    def _allow(self) -> Drawn:
        allowed = self.chance.random() < 0.8
        return self._by(
            self._any(*STEERING), c.AllowWriting(command_id=self._id(), allowed=allowed)
        )

    def _following(self) -> Drawn:
        following = self.chance.choice(list(Following))
        command = c.SetFollowing(command_id=self._id(), following=following)
        return self._by(self._any(*STEERING), command)

    def _phase(self) -> Drawn:
        kind = c.CloseMeeting if self.belief.open else c.OpenMeeting
        return self._by(self._any(*STEERING), kind(command_id=self._id()))

    def _darken(self) -> Drawn:
        return self._by_leader(c.Darken(command_id=self._id(), dark=self.chance.random() < 0.5))

    def _packet(self) -> Drawn:
        kind = self.chance.choice((c.PublishPacket, c.RecallPacket))
        return self._by(self._any(Role.SECRETARY), kind(command_id=self._id()))

    def _open_item(self) -> Drawn:
        kept_back = [item for item in self.belief.items.values() if item.embargoed]
        if not kept_back:
            return None
        command = c.OpenItem(command_id=self._id(), item_id=self.chance.choice(kept_back).item_id)
        return self._by_leader(command) or self._by(self._any(*STEERING), command)

    def _shared_stroke(self) -> Drawn:
        writers = self.belief.of_role(Role.MEMBER, Role.PRESENTER, *STEERING)
        if not self.belief.writing:
            writers = self.belief.of_role(*STEERING) + self.belief.of_seat(self.belief.lead)
        if not writers:
            return None
        return self.chance.choice(writers), self._stroke(StreamName.MEETING)

    def _note(self) -> Drawn:
        roles = [role for role in Role if role is not Role.SCREEN]
        return self._by(self._any(*roles), self._stroke(self.chance.choice(OWN)))

    def _stroke(self, stream: StreamName) -> c.AddStroke:
        long = self.chance.random() < LONG
        tool = Tool.PEN if long else self.chance.choice(list(Tool))
        line = LONG_POINTS if long else self.chance.randint(1, 30)
        points = 1 if tool in TEXTS else line
        page = PageRef(document_id=FIRST_DOCUMENT, version=1, page=1) if long else self._page()
        command_id = self._id()
        stroke = Stroke(
            stroke_id=f"k{command_id}",
            page=page,
            tool=tool,
            colour=self.chance.choice(list(Colour)),
            width=self.chance.randint(1, 400),
            points=tuple(self.chance.choices(range(256), k=3 * points)),
            text=TEXTS.get(tool, ""),
        )
        return c.AddStroke(command_id=command_id, stream=stream, stroke=stroke)

    def _erase(self) -> Drawn:
        first = self.chance.choice(self.belief.ink)
        places = self.belief.of_seat(first.seat)
        if first.stream is StreamName.MEETING and self.chance.random() < 0.3:
            places = self.belief.of_role(*STEERING)
        if not places:
            return None
        beside = [
            inked.stroke_id
            for inked in self.belief.ink
            if (inked.stream, inked.page) == (first.stream, first.page) and inked != first
        ]
        more = self.chance.sample(beside, min(len(beside), self.chance.choice((0, 0, 1, 2))))
        if self.chance.random() < 0.1:
            more.append(first.stroke_id)  # named twice, it still stood there once
        erase = c.EraseStrokes(
            command_id=self._id(),
            stream=first.stream,
            page=first.page,
            stroke_ids=(first.stroke_id, *more),
        )
        return self.chance.choice(places), erase

    def _agenda(self) -> Drawn:
        command = self.chance.choice((self._item, self._document, self._about))()
        return self._by(self._any(Role.SECRETARY), command)

    def _item(self) -> c.Command:
        items, command_id = self.belief.items, self._id()
        item_id = self.chance.choice(sorted(items))
        fresh = Item(
            item_id=f"i-{command_id}" if len(items) < MOST_ITEMS else item_id,
            title=f"안건 {command_id}",
            department="기획예산과",
            reporter="",
            minutes=self.chance.randint(0, 30),
            embargoed=self.chance.random() < 0.4,
            closed=self.chance.random() < 0.25,
        )
        index = self.chance.randint(0, len(items))
        match self.chance.randint(0, 9):
            case 0 | 1 | 2 | 3 if fresh.item_id not in items:
                return c.AddItem(command_id=command_id, item=fresh, index=index)
            case 4 | 5:
                return c.MoveItem(command_id=command_id, item_id=item_id, index=index)
            case 6 if len(items) > 1:
                gone = self.chance.choice(sorted(set(items) - {"i1"}))
                return c.RemoveItem(command_id=command_id, item_id=gone)
            case _:
                return c.EditItem(command_id=command_id, item=replace(fresh, item_id=item_id))

    def _document(self) -> c.Command:
        documents, command_id = self.belief.documents, self._id()
        name = self.chance.choice(sorted(documents))
        match self.chance.randint(0, 3):
            case 0:
                return c.RenameDocument(
                    command_id=command_id, document_id=name, name=f"자료 {command_id}"
                )
            case 1 if len(documents) > 2:
                gone = self.chance.choice(sorted(set(documents) - {FIRST_DOCUMENT}))
                return c.RemoveDocument(command_id=command_id, document_id=gone)
            case _:
                first = name == FIRST_DOCUMENT  # stays under the item that is never removed
                return c.MoveDocument(
                    command_id=command_id,
                    document_id=name,
                    item_id="i1" if first else self.chance.choice(sorted(self.belief.items)),
                    index=self.chance.randint(0, 3),
                )

    def _about(self) -> c.Command:
        command_id = self._id()
        person = Person(
            person_id=f"p{self.chance.randint(1, MOST_PEOPLE)}",
            name=f"참석자 {command_id}",
            department="",
            position="과장",
        )
        match self.chance.randint(0, 3):
            case 0:
                return c.AddPerson(command_id=command_id, person=person)
            case 1:
                return c.EditPerson(command_id=command_id, person=person)
            case 2:
                return c.RemovePerson(command_id=command_id, person_id=person.person_id)
            case _:
                return c.EditMeeting(
                    command_id=command_id,
                    title=f"간부회의 {command_id}",
                    place="중회의실",
                    starts_at=1_000,
                )
