"""The shapes a rule speaks in: what is asked, by whom, and what comes of it; pure."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from service.errors import Refusal
from service.meeting.sheet import Inked, Sheet
from service.model import Actor
from service.protocol.commands import AnyCommand
from service.protocol.events import AnyEvent
from service.protocol.orders import AnyOrder
from service.protocol.state import Snapshot

C = TypeVar("C")

NO_INK: Inked = Sheet()

Decision = tuple[AnyEvent, ...] | Refusal
"""The events of a command (none: it changes nothing), or why it is refused."""


@dataclass(frozen=True, slots=True)
class Request:
    """A command, who asks, and what of the room it depends on.

    `target` is the seat a HandOver names, when there is one; `leader_away` says that no
    tablet of the leading seat has been connected for longer than the lead waits; `ink` is
    that of the page a stroke is for.
    """

    actor: Actor
    command: AnyCommand | AnyOrder
    target: Actor | None = None
    leader_away: bool = False
    ink: Inked = NO_INK


Rule = Callable[[Snapshot, C, Request], Decision]
"""What one command does in a state, once its sender may give it."""
