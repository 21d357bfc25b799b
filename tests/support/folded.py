"""What a tablet holds of a meeting, frame by frame, and what it has to ask for next; no I/O."""

from bisect import insort
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain

from msgspec.structs import replace

from service.meeting.inked import moved
from service.meeting.powers import may_see_pages
from service.meeting.state import apply, apply_note
from service.model import Actor, Mark, PageRef, page_key
from service.protocol import events as e
from service.protocol.commands import ReadInk
from service.protocol.frames import Advance, AnyFrame, Ink, NotesWelcome, Passing, Tail, Welcome
from service.protocol.message import Position, StreamName
from service.protocol.presence import Presence, Receipts
from service.protocol.signals import Passed
from service.protocol.state import Notes, Snapshot


@dataclass(slots=True)
class Sheet:
    """The ink of one page in one log, by `seq`; `reached` is the last mark that was sent whole."""

    page: PageRef
    marks: list[Mark] = field(default_factory=list)
    reached: int = 0
    complete: bool = False

    def put(self, mark: Mark) -> None:
        """Let a mark stand in its place; of one stroke the newest mark counts."""
        self.drop({mark.stroke.stroke_id})
        insort(self.marks, mark, key=lambda standing: standing.seq)

    def drop(self, stroke_ids: set[str]) -> None:
        """Take these strokes away."""
        self.marks = [mark for mark in self.marks if mark.stroke.stroke_id not in stroke_ids]


@dataclass(slots=True)
class Taken:
    """What a frame brought: entries folded, ink to ask for; `gap`: only a Hello helps."""

    entries: list[e.Entry] = field(default_factory=list)
    asks: list[ReadInk] = field(default_factory=list)
    gap: bool = False


class Folded:
    """All its logs, the ink of the pages that were opened, who is here, what passes by."""

    def __init__(self) -> None:
        self.you: Actor | None = None
        self.state = Snapshot()
        self.position: Position | None = None
        self.own = {StreamName.NOTES: Notes(), StreamName.COLLECTED: Notes()}
        self.own_positions: dict[StreamName, Position] = {}
        self.sheets: dict[tuple[StreamName, str], Sheet] = {}
        self.presence: Presence | None = None
        self.receipts: Receipts | None = None
        self.signals: list[Passed] = []

    @property
    def notes(self) -> Notes:
        """The fold of the seat's private log."""
        return self.own[StreamName.NOTES]

    def fold(self, frame: AnyFrame) -> Taken:
        """Take a frame in. Raises ValueError or AssertionError when it breaks a promise."""
        taken = Taken()
        match frame:
            case Welcome():
                self.you, self.state, self.position = frame.you, frame.state, frame.position
                self._begin_again(StreamName.MEETING, taken)
            case NotesWelcome():
                self.own[frame.stream] = frame.state
                self.own_positions[frame.stream] = frame.position
                self._begin_again(frame.stream, taken)
            case Tail():
                # What came while the Hello was on its way stands here once more: stale.
                for entry in frame.entries:
                    if entry.seq > self.seq(frame.stream):
                        self._apply(frame.stream, entry, taken)
                self._stand(frame.stream, frame.position)
                taken.asks += [_ask(*at) for at in self._unfinished(frame.stream)]
            case Advance():
                self._advance(frame, taken)
            case Ink():
                self._lay(frame, taken)
            case Presence():
                self.presence = merged(self.presence, frame)
            case Receipts():
                self.receipts = frame
            case Passing():
                self.signals += frame.signals
            case _:
                pass
        return taken

    def open_sheet(self, page: PageRef, stream: StreamName) -> ReadInk | None:
        """Hold the ink of a page from now on; the question to ask, None when it is held already."""
        if (stream, page_key(page)) in self.sheets:
            return None
        sheet = self.sheets[stream, page_key(page)] = Sheet(page)
        return _ask(stream, sheet)

    def marks(self, page: PageRef, stream: StreamName = StreamName.MEETING) -> list[Mark]:
        """The ink of an opened page as far as it has come; none of a page that is not open."""
        sheet = self.sheets.get((stream, page_key(page)))
        return [] if sheet is None else list(sheet.marks)

    def ink_is_here(self, page: PageRef, stream: StreamName) -> bool:
        """Whether nothing of the page's ink is on its way; a page taken away has none."""
        sheet = self.sheets.get((stream, page_key(page)))
        return sheet is None or sheet.complete

    def seq(self, stream: StreamName) -> int:
        """The last entry folded of a log."""
        return (self.state if stream is StreamName.MEETING else self.own[stream]).seq

    def _advance(self, frame: Advance, taken: Taken) -> None:
        missing = frame.entry.seq - self.seq(frame.stream)
        taken.gap = missing > 1
        if missing == 1:
            self._apply(frame.stream, frame.entry, taken)
            self._stand(frame.stream, Position(epoch=frame.epoch, seq=frame.entry.seq))

    def _apply(self, stream: StreamName, entry: e.Entry, taken: Taken) -> None:
        could_see = self._may_see_pages()
        if stream is StreamName.MEETING:
            self.state = apply(self.state, entry)
        else:
            self.own[stream] = apply_note(self.own[stream], entry)
        for event in entry.events:
            self._draw(stream, entry, event)
        taken.entries.append(entry)
        if self._may_see_pages() and not could_see:
            # Whatever was asked while the packet was taken back was answered with nothing.
            self._begin_again(StreamName.MEETING, taken)

    def _may_see_pages(self) -> bool:
        return self.you is not None and may_see_pages(self.state, self.you.role)

    def _draw(self, stream: StreamName, entry: e.Entry, event: e.AnyEvent) -> None:
        match event:
            case e.StrokeAdded(stroke=stroke):
                if sheet := self.sheets.get((stream, page_key(stroke.page))):
                    sheet.put(Mark(stroke=stroke, by=entry.by, seq=entry.seq))
            case e.StrokesErased(page=page, stroke_ids=gone):
                if sheet := self.sheets.get((stream, page_key(page))):
                    sheet.drop(set(gone))
            case e.DocumentReplaced(document=document, pages=pages):
                self._move(stream, moved(document.document_id, document.version - 1, pages))
            case e.InkCarried():
                self._move(stream, moved(event.document_id, event.version, event.pages))
            case e.DocumentRemoved() | e.ItemRemoved():
                here = {document.document_id for document in self.state.documents}
                for at, sheet in list(self.sheets.items()):
                    if at[0] is stream and sheet.page.document_id not in here:
                        del self.sheets[at]
            case _:
                pass

    def _move(self, stream: StreamName, moves: Iterable[tuple[str, str]]) -> None:
        """Pages that went along with a new version are to be opened anew."""
        for key in chain.from_iterable(moves):
            self.sheets.pop((stream, key), None)

    def _lay(self, frame: Ink, taken: Taken) -> None:
        sheet = self.sheets.get((frame.stream, page_key(frame.page)))
        if sheet is None or sheet.complete or frame.after != sheet.reached:
            return  # asked for before the page was taken away, or before a fresh start
        seqs = [mark.seq for mark in frame.marks]
        assert seqs == sorted(set(seqs)), f"ink out of order: {seqs}"
        assert all(seq > frame.after for seq in seqs), f"ink before {frame.after}: {seqs}"
        assert seqs or not frame.more, "an empty frame that promises more"
        for mark in frame.marks:
            sheet.put(mark)
        sheet.reached = seqs[-1] if seqs else frame.after
        sheet.complete = not frame.more
        if frame.more:
            taken.asks.append(_ask(frame.stream, sheet))

    def _begin_again(self, stream: StreamName, taken: Taken) -> None:
        for at, sheet in self.sheets.items():
            if at[0] is stream:
                self.sheets[at] = Sheet(sheet.page)
        taken.asks += [_ask(*at) for at in self._unfinished(stream)]

    def _unfinished(self, stream: StreamName) -> list[tuple[StreamName, Sheet]]:
        return [
            (of, sheet)
            for (of, _), sheet in self.sheets.items()
            if of is stream and not sheet.complete
        ]

    def _stand(self, stream: StreamName, position: Position) -> None:
        if stream is StreamName.MEETING:
            self.position = position
        else:
            self.own_positions[stream] = position


def merged(before: Presence | None, heard: Presence) -> Presence:
    """Everyone who is here once `heard` is known; the first on a socket must be whole."""
    if heard.whole:
        return heard
    assert before is not None, "a change of presence came before the whole"
    seats = {seat.seat_id: seat for seat in before.seats if seat.seat_id not in heard.gone}
    seats.update({seat.seat_id: seat for seat in heard.seats})
    return replace(heard, whole=True, seats=tuple(seats.values()), gone=())


def _ask(stream: StreamName, sheet: Sheet) -> ReadInk:
    return ReadInk(stream=stream, page=sheet.page, after=sheet.reached)
