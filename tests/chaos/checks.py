"""What must be true after a session, whatever happened in it; pure. No fault: an empty list."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from service.model import PageRef
from service.protocol import events as e
from service.protocol.commands import AddStroke, Command, TurnPage
from service.protocol.message import StreamName
from service.protocol.state import Snapshot
from tests.chaos.folds import ink_by_entry, meeting_states
from tests.chaos.idle import changes_nothing
from tests.chaos.log import Log
from tests.chaos.standing import holdings
from tests.chaos.witness import Witness

SERVICE = "service"
"""The seat that signs what the service's own rooms say."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is left of a session; the log up to `prepared` was written before it began."""

    log: Log
    witnesses: tuple[Witness, ...]
    prepared: int
    uploaded: tuple[str, ...] = ()


def faults(evidence: Evidence) -> list[str]:
    """Every promise that was broken, the simplest first."""
    log = evidence.log
    found = [*_gaps(log), *_twice(log)]
    if found:
        return found  # nothing else can be said of such a log
    states = meeting_states(log.meeting)
    found += [*_strangers(evidence), *_uploads(evidence)]
    for witness in evidence.witnesses:
        found += [*_shown(log, witness), *_refused(log, witness)]
        found += [*_lost(log, states, witness), *_disordered(log, witness)]
    return [*found, *holdings(log, states, evidence.witnesses)]


def _streams(log: Log) -> Iterator[tuple[str, tuple[e.Entry, ...]]]:
    yield "meeting", log.meeting
    for (stream, seat_id), entries in log.own.items():
        yield f"{stream.value} of {seat_id}", entries


def _gaps(log: Log) -> Iterator[str]:
    for name, entries in _streams(log):
        seqs = [entry.seq for entry in entries]
        if seqs != list(range(1, len(seqs) + 1)):
            yield f"the log '{name}' does not count from 1 without a gap: {seqs}"


def _twice(log: Log) -> Iterator[str]:
    for name, entries in _streams(log):
        for command_id, times in Counter(entry.command_id for entry in entries).items():
            if times > 1:
                yield f"{command_id} stands {times} times in the log '{name}'"


def _strangers(evidence: Evidence) -> Iterator[str]:
    """Entries that nobody asked for, or that say something else than what was asked."""
    given: dict[tuple[str, str, StreamName], Command] = {}
    for witness in evidence.witnesses:
        for name, gift in witness.given.items():
            given[witness.seat_id, name, gift.stream] = gift.command
    logs: list[tuple[StreamName, str | None, tuple[e.Entry, ...]]]
    logs = [(StreamName.MEETING, None, evidence.log.meeting[evidence.prepared :])]
    logs += [(stream, seat, entries) for (stream, seat), entries in evidence.log.own.items()]
    for stream, owner, entries in logs:
        for entry in entries:
            if entry.by.seat_id == SERVICE and stream is StreamName.MEETING:
                continue
            command = given.get((entry.by.seat_id, entry.command_id, stream))
            at = f"{stream.value} {entry.seq}"
            if owner is not None and all(isinstance(each, e.InkCarried) for each in entry.events):
                continue
            if command is None or owner not in (None, entry.by.seat_id):
                yield f"{at}: {entry.by.seat_id} never gave {entry.command_id}"
            elif not _says(entry, command):
                yield f"{at}: {entry.command_id} did not ask for {entry.events}"


def _says(entry: e.Entry, command: Command) -> bool:
    """Whether an entry carries what its command carried, where that is plain to see."""
    match command, entry.events:
        case AddStroke(stroke=asked), (e.StrokeAdded(stroke=kept),):
            return replace(kept, page=asked.page) == asked and _is_of(kept.page, asked.page)
        case TurnPage(page=page, region=region), (e.PageTurned() as kept,):
            return kept.region == region and _is_of(kept.page, page)
        case ((AddStroke() | TurnPage()), _):
            return False
        case _:
            return bool(entry.events)


def _is_of(kept: PageRef, asked: PageRef) -> bool:
    """Whether a page is the one asked for, or where it may have gone in a later version."""
    return kept == asked or (kept.document_id == asked.document_id and kept.version > asked.version)


def _uploads(evidence: Evidence) -> Iterator[str]:
    added = Counter(
        event.document.document_id
        for entry in evidence.log.meeting
        for event in entry.events
        if isinstance(event, e.DocumentAdded)
    )
    for document_id in evidence.uploaded:
        if added[document_id] != 1:
            yield f"{document_id} was taken in, and stands {added[document_id]} times in the log"


def _shown(log: Log, witness: Witness) -> Iterator[str]:
    """Entries that were announced and are not in the log, or are others there."""
    for stream, entry in witness.entries:
        entries = log.of(stream, witness.seat_id)
        kept = entries[entry.seq - 1] if entry.seq <= len(entries) else None
        if kept is None or (kept.command_id, kept.by) != (entry.command_id, entry.by):
            yield f"{witness.name} was shown {stream.value} {entry.seq} {entry}, the log has {kept}"


def _refused(log: Log, witness: Witness) -> Iterator[str]:
    """Commands that were refused and stand in the log all the same.

    One that reached the service twice may be refused once and count later: the two were
    judged at different times, and the tablet was shown both.
    """
    for answer in witness.answers:
        gift = witness.given.get(answer.command_id)
        if gift is None:
            yield f"{witness.name} was answered for {answer.command_id}, which it never gave"
        elif answer.refused is not None and not gift.copied:
            entries = log.of(gift.stream, witness.seat_id)
            if any(entry.command_id == answer.command_id for entry in entries):
                yield f"{witness.name}: {answer.command_id} is kept, but was {answer.refused}"


def _lost(log: Log, states: Sequence[Snapshot], witness: Witness) -> Iterator[str]:
    """Commands that count by the service's word, but are not kept and would change something."""
    absent = {
        name: witness.given[name]
        for name in witness.acknowledged
        if name in witness.given and name not in _kept(log, witness, witness.given[name].stream)
    }
    for stream in StreamName:
        left = {name: gift for name, gift in absent.items() if gift.stream is stream}
        if not left:
            continue
        for seq, pages in enumerate(ink_by_entry(log.of(stream, witness.seat_id))):
            state = states[seq] if stream is StreamName.MEETING else states[-1]
            standing = {stroke_id for marks in pages.values() for stroke_id in marks}
            for name, gift in list(left.items()):
                idle = changes_nothing(gift.command, witness.seat_id, state, standing)
                if seq >= gift.seq and idle:
                    del left[name]
        for name, gift in left.items():
            yield f"{witness.name}: {name} was acknowledged and is not kept: {gift.command}"


def _disordered(log: Log, witness: Witness) -> Iterator[str]:
    """Commands of one tablet, kept in another order although it had waited for the answer.

    One that changed nothing when it was answered has no place among them: a late copy of it
    may change something afterwards.
    """
    acknowledged = witness.acknowledged
    for stream in StreamName:
        kept = _kept(log, witness, stream)
        waited = [
            (answer.at, kept[name], name)
            for name, answer in acknowledged.items()
            if name in kept and not (kept[name] > answer.seq and witness.given[name].copied)
        ]
        for name, seq in kept.items():
            gift = witness.given.get(name)
            if gift is None or gift.beside:
                continue
            for at, earlier, other in waited:
                if at < gift.at and earlier > seq:
                    yield (
                        f"{witness.name}: {other} was answered before {name} was given,"
                        f" but is kept after it ({earlier} > {seq})"
                    )


def _kept(log: Log, witness: Witness, stream: StreamName) -> Mapping[str, int]:
    """Where the commands of the witness's seat stand in a log."""
    return {
        entry.command_id: entry.seq
        for entry in log.of(stream, witness.seat_id)
        if entry.by.seat_id == witness.seat_id
    }
