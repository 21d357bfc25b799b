"""What all messages of the wire share; pure."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from service.model import Id, Value

PROTOCOL_VERSION = 4
"""Raised when an old tablet would misread a new service; Hello carries it."""

MAX_MESSAGE_BYTES = 128 * 1024
"""Largest message a tablet may send: a full stroke of 2,000 points is about 45 KiB."""


class StreamName(StrEnum):
    """The logs a tablet follows: the meeting's, and the two of its seat.

    `notes` are for its own eyes. What is `collected` each writes alone, and the secretary
    reads.
    """

    MEETING = "meeting"
    NOTES = "notes"
    COLLECTED = "collected"


class Position(Value, frozen=True):
    """A place in a log: `epoch` names the log's life, `seq` its last entry applied.

    A log that was lost and begun again has another epoch, so a tablet cannot
    take up a position in a history it never saw.
    """

    epoch: Id
    seq: Annotated[int, Meta(ge=0, le=2**53 - 1)]


class Message(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type", tag=str
):
    """What all messages share: a `type` that is the class's name, and no unknown fields."""
