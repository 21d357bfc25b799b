"""Frames put together from JSON that exists already; pure.

An entry is encoded once, when it goes into the log; a snapshot once for each seq. The
same bytes then serve every tablet. A test decodes each of these against its Struct.
"""

from collections.abc import Sequence

from service.model import Actor, PageRef
from service.protocol.codec import encode
from service.protocol.message import Position, StreamName


def advance(stream: StreamName, epoch: str, entry: bytes) -> bytes:
    """An Advance frame around one encoded entry."""
    head = b'{"type":"Advance","stream":%b,"epoch":%b,"entry":' % (encode(stream), encode(epoch))
    return head + entry + b"}"


def tail(stream: StreamName, position: Position, entries: Sequence[bytes]) -> bytes:
    """A Tail frame around encoded entries, in order."""
    head = b'{"type":"Tail","stream":%b,"position":%b,"entries":[' % (
        encode(stream),
        encode(position),
    )
    return head + b",".join(entries) + b"]}"


def welcome(you: Actor, position: Position, state: bytes, now: int) -> bytes:
    """A Welcome frame around an encoded Snapshot."""
    head = b'{"type":"Welcome","you":%b,"position":%b,"now":%d,"state":' % (
        encode(you),
        encode(position),
        now,
    )
    return head + state + b"}"


def notes_welcome(stream: StreamName, position: Position, state: bytes) -> bytes:
    """A NotesWelcome frame around encoded Notes."""
    head = b'{"type":"NotesWelcome","stream":%b,"position":%b,"state":' % (
        encode(stream),
        encode(position),
    )
    return head + state + b"}"


def ink(
    stream: StreamName, page: PageRef, after: int, marks: Sequence[bytes], *, more: bool
) -> bytes:
    """An Ink frame around encoded Marks."""
    head = b'{"type":"Ink","stream":%b,"page":%b,"after":%d,"more":%b,"marks":[' % (
        encode(stream),
        encode(page),
        after,
        encode(more),
    )
    return head + b",".join(marks) + b"]}"
