"""Whether what tablets hold at the end is what the log comes to, as far as they may see; pure."""

from collections.abc import Iterator, Sequence

import msgspec

from service.model import PageRef, Role
from service.protocol import events as e
from service.protocol.message import StreamName
from service.protocol.state import Snapshot
from tests.chaos.folds import notes_after, sheets_after
from tests.chaos.log import Log
from tests.chaos.sight import OUTSIDE, hidden_documents, is_given_out, nameless, seen_by
from tests.chaos.witness import Sheets, Witness

LONGEST = 600
"""Letters of a difference that are told: a whole agenda beside another is read by nobody."""


def holdings(log: Log, states: Sequence[Snapshot], witnesses: Sequence[Witness]) -> Iterator[str]:
    """The first difference of each witness from the log, and whatever it should not have seen.

    `states` are those of the meeting's log, `states[seq]` the one after entry `seq`.
    """
    shared = sheets_after(log.meeting, StreamName.MEETING)
    hidden = {role: [hidden_documents(state, role) for state in states] for role in Role}
    for witness in witnesses:
        expected = seen_by(witness.role, states[-1])
        if difference := _difference(
            nameless(witness.role, expected), nameless(witness.role, witness.state)
        ):
            yield f"{witness.name} holds another meeting: {difference}"
        ink = dict(shared)
        for stream, held in witness.own.items():
            lines = log.of(stream, witness.seat_id)
            if difference := _difference(notes_after(lines), held):
                yield f"{witness.name} holds other {stream.value}: {difference}"
            ink |= sheets_after(lines, stream)
        seen = {document.document_id for document in expected.documents}
        yield from _sheets(witness, ink, seen, given_out=is_given_out(witness.role, states[-1]))
        yield from _leaks(witness, states, hidden[witness.role])


def _sheets(witness: Witness, ink: Sheets, seen: set[str], *, given_out: bool) -> Iterator[str]:
    for (stream, key), marks in witness.sheets.items():
        if stream is StreamName.MEETING and not given_out:
            continue  # asked while the packet is taken back, it is told nothing
        if key.partition(".")[0] not in seen:
            if stream is StreamName.MEETING and marks:
                yield f"{witness.name} holds ink of {key}, which it may not see"
            continue
        expected = ink.get((stream, key), ())
        if marks != expected:
            held = [(mark.seq, mark.stroke.stroke_id) for mark in marks]
            kept = [(mark.seq, mark.stroke.stroke_id) for mark in expected]
            missing = [at for at in kept if at not in held]
            over = [at for at in held if at not in kept]
            yield (
                f"{witness.name} holds other ink of {key} ({stream.value}):"
                f" lacks {missing}, has too much {over}, of {len(kept)}"
            )


def _leaks(
    witness: Witness, states: Sequence[Snapshot], hidden: Sequence[frozenset[str]]
) -> Iterator[str]:
    """Events told to a tablet about documents and words hidden from it once they happened."""
    words = _closed_words(witness.role, states[-1])
    for held in witness.state.items:
        if words.get(held.item_id) == held.title:
            yield f"{witness.name} reads the title of the closed item {held.item_id}"
    for stream, entry in witness.entries:
        if stream is not StreamName.MEETING or entry.seq >= len(states):
            continue
        words = _closed_words(witness.role, states[entry.seq])
        for event in entry.events:
            if _document_of(event) in hidden[entry.seq]:
                yield f"{witness.name} was told what is hidden from it: {entry.seq} {event}"
            item = event.item if isinstance(event, e.ItemAdded | e.ItemEdited) else None
            if item is not None and words.get(item.item_id) == item.title:
                yield f"{witness.name} was told the title of a closed item: {event}"


def _closed_words(role: Role, state: Snapshot) -> dict[str, str]:
    """The titles that the role may not read."""
    if role not in OUTSIDE:
        return {}
    return {item.item_id: item.title for item in state.items if item.closed}


def _document_of(event: e.AnyEvent) -> str | None:
    stroke = getattr(event, "stroke", None)
    page = getattr(event, "page", None) or getattr(stroke, "page", None)
    if isinstance(page, PageRef):
        return page.document_id
    document = getattr(event, "document", None)
    name = getattr(event, "document_id", None) or getattr(document, "document_id", None)
    # That a document is gone may be told to anybody: it names nothing that is still there.
    return None if isinstance(event, e.DocumentRemoved) else name


def _difference(expected: msgspec.Struct, held: msgspec.Struct) -> str:
    """The first field that differs, or nothing."""
    for name in expected.__struct_fields__:
        ours, theirs = getattr(expected, name), getattr(held, name)
        if ours != theirs:
            return f"{name} is {theirs!s:.{LONGEST}}, the log says {ours!s:.{LONGEST}}"
    return ""
