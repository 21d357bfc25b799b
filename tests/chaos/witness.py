"""What a tablet can say afterwards: what it holds, gave, was answered and heard; pure."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from service.model import Mark, Role
from service.protocol.commands import AddStroke, Command, EraseStrokes
from service.protocol.events import Entry
from service.protocol.message import StreamName
from service.protocol.state import Notes, Snapshot

Sheets = Mapping[tuple[StreamName, str], tuple[Mark, ...]]
"""Ink by log and page key, in the order of `seq`."""


@dataclass(frozen=True, slots=True)
class Given:
    """A command that a tablet gave, when, and what it had folded of the command's log then.

    `copied`: it may have reached the service more than once, on whatever way; `beside`:
    another tablet of the seat had given it before.
    """

    command: Command
    at: int
    seq: int
    copied: bool = False
    beside: bool = False

    @property
    def stream(self) -> StreamName:
        """The log the command is for."""
        return stream_of(self.command)


@dataclass(frozen=True, slots=True)
class Answer:
    """A command was accepted (`refused` None), or its entry seen; `at`, `seq` as in Given."""

    command_id: str
    refused: str | None
    at: int
    seq: int


@dataclass(frozen=True, slots=True)
class Witness:
    """One tablet at the end of a session; `at` counts the acts of all tablets together."""

    name: str
    seat_id: str
    role: Role
    state: Snapshot
    own: Mapping[StreamName, Notes]
    sheets: Sheets
    given: Mapping[str, Given] = field(default_factory=dict)
    answers: tuple[Answer, ...] = ()
    entries: Set[tuple[StreamName, Entry]] = frozenset()

    @property
    def acknowledged(self) -> dict[str, Answer]:
        """The commands it was told count, and how it first was."""
        first: dict[str, Answer] = {}
        for answer in self.answers:
            if answer.refused is None:
                first.setdefault(answer.command_id, answer)
        return first


def stream_of(command: Command) -> StreamName:
    """The log a command is for."""
    if isinstance(command, AddStroke | EraseStrokes):
        return command.stream
    return StreamName.MEETING
