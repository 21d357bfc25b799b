"""Frames: what the service tells a tablet; pure."""

from service.model import Actor, Id, Milliseconds
from service.protocol.events import Entry
from service.protocol.message import Message, Position, StreamName
from service.protocol.signals import SignalToTablet
from service.protocol.state import Notes, Snapshot


class Welcome(Message, frozen=True):
    """A fresh start: the whole state of the meeting, for `you`."""

    you: Actor
    position: Position
    state: Snapshot
    now: Milliseconds


class NotesWelcome(Message, frozen=True):
    """A fresh start of the seat's private ink."""

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
    """A signal from another seat, passed on; `seat_id` is empty when the service itself speaks."""

    seat_id: str
    signal: SignalToTablet


AnyFrame = Welcome | NotesWelcome | Tail | Advance | Accepted | Refused | Passing
