"""Frames: what the service tells a tablet; pure."""

from service.model import Actor, Id, Mark, Milliseconds, PageRef
from service.protocol.events import Entry
from service.protocol.message import Message, Position, StreamName
from service.protocol.presence import Presence, Receipts
from service.protocol.signals import Passed
from service.protocol.state import Notes, Snapshot


class Welcome(Message, frozen=True):
    """A fresh start: the whole state of the meeting, for `you`."""

    you: Actor
    position: Position
    state: Snapshot
    now: Milliseconds


class NotesWelcome(Message, frozen=True):
    """A fresh start of the seat's own ink, private (`notes`) or `collected`."""

    stream: StreamName
    position: Position
    state: Notes


class Tail(Message, frozen=True):
    """The entries a tablet lacks, in order; empty when it lacks none."""

    stream: StreamName
    position: Position
    entries: tuple[Entry, ...]


class Advance(Message, frozen=True):
    """The next entry of a log; its `seq` is one more than the position before."""

    stream: StreamName
    epoch: Id
    entry: Entry


class Accepted(Message, frozen=True):
    """The command counts, now or since before; what it changed was announced already."""

    command_id: Id


class Refused(Message, frozen=True):
    """The command does not count; `code` is stable, the sentences are for people.

    `again`: the same command may succeed later, so the tablet keeps it and offers it.
    """

    command_id: Id
    code: str
    ko: str
    en: str
    again: bool


class Passing(Message, frozen=True):
    """Signals from other seats, passed on together; at most thirty such frames a second."""

    signals: tuple[Passed, ...]


class Ink(Message, frozen=True):
    """Marks of one page as they stand now, in the order of `seq`, those after `after`.

    `more`: there are later ones; ask again after the last mark's `seq`. Entries that follow
    this frame are applied to it like to everything else. A page that is not there, or not
    for you, has none.
    """

    stream: StreamName
    page: PageRef
    after: int
    marks: tuple[Mark, ...]
    more: bool


AnyFrame = (
    Welcome
    | NotesWelcome
    | Tail
    | Advance
    | Accepted
    | Refused
    | Passing
    | Ink
    | Presence
    | Receipts
)
