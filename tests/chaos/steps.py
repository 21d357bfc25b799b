"""What may happen in a session, one step a class, and how each is told in one line; pure.

Tablets are numbers of the cast. A command that names a seat names it by `seat_name`; the
player puts the seat's real id there.
"""

from dataclasses import dataclass
from typing import Any

import msgspec

from service.model import PageRef, page_key
from service.protocol.commands import Command
from service.protocol.message import StreamName
from service.protocol.signals import SignalFromTablet


@dataclass(frozen=True, slots=True)
class Give:
    """A tablet gives a command, `times` over, and its seat's tablet `beside` does as well."""

    tablet: int
    command: Command
    times: int = 1
    beside: int | None = None


@dataclass(frozen=True, slots=True)
class Upload:
    """The secretary sends a PDF with a page for each of `letters`, over HTTP."""

    document_id: str
    item_id: str
    letters: str


@dataclass(frozen=True, slots=True)
class Replace:
    """The secretary sends a new version of a document; pages of one letter are one sheet."""

    document_id: str
    letters: str


@dataclass(frozen=True, slots=True)
class OpenSheet:
    """A tablet asks for the ink of a page and keeps it."""

    tablet: int
    page: PageRef
    stream: StreamName


@dataclass(frozen=True, slots=True)
class Signal:
    """A tablet shows something that passes: where it is, a pointer, a stroke in progress."""

    tablet: int
    signal: SignalFromTablet


@dataclass(frozen=True, slots=True)
class Cut:
    """A link ends with a reset on both sides; `shuffled`: what is resent comes in disorder."""

    tablet: int
    shuffled: bool = False


@dataclass(frozen=True, slots=True)
class Stall:
    """A link holds back what the tablet says (`up`), hears (`down`), or both."""

    tablet: int
    up: bool
    down: bool


@dataclass(frozen=True, slots=True)
class Flow:
    """A stalled link lets everything through, in order."""

    tablet: int


@dataclass(frozen=True, slots=True)
class Swallow:
    """A link goes half-open: both sides believe in it, nothing arrives, until it is cut."""

    tablet: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """A link delivers the tablet's last message once more."""

    tablet: int


@dataclass(frozen=True, slots=True)
class LoseNext:
    """A tablet loses the next entry it hears, and has to notice."""

    tablet: int


@dataclass(frozen=True, slots=True)
class Greet:
    """A tablet says Hello once more on the socket it has."""

    tablet: int


@dataclass(frozen=True, slots=True)
class Leave:
    """A tablet is switched off."""

    tablet: int


@dataclass(frozen=True, slots=True)
class Return:
    """It is switched on again, with what it had."""

    tablet: int


@dataclass(frozen=True, slots=True)
class Wait:
    """A tablet gives nothing more until everything it gave was answered."""

    tablet: int


@dataclass(frozen=True, slots=True)
class Kill:
    """`kill -9` of the service."""


@dataclass(frozen=True, slots=True)
class Restart:
    """The service starts again on the same data folder."""


OfTablet = (
    OpenSheet
    | Signal
    | Cut
    | Stall
    | Flow
    | Swallow
    | Repeat
    | LoseNext
    | Greet
    | Leave
    | Return
    | Wait
)
"""What befalls one tablet."""

Step = Give | Upload | Replace | Kill | Restart | OfTablet


def seat_name(seat: int) -> str:
    """How a command names a seat of the cast before the seat has an id."""
    return f"seat-{seat}"


def number_of(name: str) -> int:
    """The seat that `seat_name` named."""
    return int(name.removeprefix("seat-"))


def told(step: Step) -> str:
    """A step in one line of a trace."""
    tablet = getattr(step, "tablet", None)
    who = "" if tablet is None else f"t{tablet:02} "
    match step:
        case Give(command=command, times=times, beside=beside):
            again = f" x{times}" if times > 1 else ""
            also = "" if beside is None else f", t{beside:02} too"
            what = f"gives {_brief(command)}{again}{also}"
        case Upload(document_id=document_id, item_id=item_id, letters=letters):
            what = f"the secretary sends {document_id} ({letters}) for {item_id}"
        case Replace(document_id=document_id, letters=letters):
            what = f"the secretary replaces {document_id} by {letters}"
        case OpenSheet(page=page, stream=stream):
            what = f"opens the ink of {page_key(page)} ({stream.value})"
        case Signal(signal=signal):
            what = f"signals {_brief(signal)}"
        case Cut(shuffled=shuffled):
            what = f"is cut off{', resends in disorder' if shuffled else ''}"
        case Stall(up=up, down=down):
            what = f"stalls {' and '.join(['up'] * up + ['down'] * down)}"
        case _:
            what = type(step).__name__.lower()
    return who + what


def _brief(message: msgspec.Struct) -> str:
    """A message without its points and defaults."""
    fields: dict[str, Any] = msgspec.to_builtins(message)
    name = fields.pop("type")
    command_id = fields.pop("command_id", "")
    return " ".join([name, command_id, *(f"{key}={_short(v)}" for key, v in fields.items())])


def _short(value: Any) -> str:
    if not isinstance(value, dict):
        return str(value)
    if set(value) == {"document_id", "version", "page"}:
        return f"{value['document_id']}.{value['version']}.{value['page']}"
    if "points" in value:
        page = _short(value["page"])
        return f"{value['stroke_id']} on {page}, {len(value['points']) // 3} points"
    return ",".join(f"{key}:{_short(v)}" for key, v in value.items() if v not in (False, "", 0))
