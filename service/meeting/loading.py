"""A stream's state from storage: its checkpoint and what came after it."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import structlog
from msgspec import DecodeError

from service.meeting.plan import Folded, Meaning
from service.protocol.codec import decode_entry, encode
from storage.errors import AppendConflict, StorageError
from storage.ports import EventLog
from storage.records import DropMarks, DropSheets, MarkChange, MoveSheet, PutMark

log = structlog.get_logger()

S = TypeVar("S", bound=Folded)


async def loaded(
    events: EventLog,
    stream: str,
    *,
    fresh: S,
    decode: Callable[[bytes], S],
    meaning: Meaning[S],
) -> S:
    """The fold of all that the stream holds. Raises StorageError.

    A stream without a checkpoint, or with one of an older shape, is folded from its first
    line; its ink by page is then written anew, and a checkpoint with it.
    """
    checkpoint = await events.checkpoint(stream)
    if checkpoint is not None:
        try:
            state = decode(checkpoint.body)
        except DecodeError:
            log.warning("checkpoint_of_another_shape", stream=stream)
        else:
            return await _folded(events, stream, state, meaning, None)
    ink: dict[tuple[str, str], PutMark] = {}
    state = await _folded(events, stream, fresh, meaning, ink)
    if state.seq:
        try:
            await events.rebuild(stream, state.seq, list(ink.values()), encode(state))
        except AppendConflict:
            # Another instance writes to this stream: it keeps the sheets as it goes.
            log.info("rebuilt_elsewhere", stream=stream)
        except StorageError:
            # A full disk keeps nobody from reading where the ink that stands is right already.
            if not await _stands(events, stream, ink.values()):
                raise
            log.warning("checkpoint_not_kept", stream=stream)
    return state


async def _stands(events: EventLog, stream: str, ink: Iterable[PutMark]) -> bool:
    wanted: dict[str, set[tuple[str, int]]] = {}
    for mark in ink:
        wanted.setdefault(mark.sheet, set()).add((mark.mark_id, mark.seq))
    for sheet, marks in wanted.items():
        if {(line.mark_id, line.seq) for line in await events.sheet(stream, sheet)} != marks:
            return False
    return True


async def _folded(
    events: EventLog,
    stream: str,
    state: S,
    meaning: Meaning[S],
    ink: dict[tuple[str, str], PutMark] | None,
) -> S:
    while lines := await events.read(stream, state.seq):
        for line in lines:
            step = meaning.step(state, decode_entry(line.body), line.body)
            state = step.after
            if ink is not None:
                for change in step.marks:
                    _gather(ink, change)
    return state


def _gather(ink: dict[tuple[str, str], PutMark], change: MarkChange) -> None:
    match change:
        case PutMark():
            ink[change.sheet, change.mark_id] = change
        case DropMarks():
            for mark_id in change.mark_ids:
                ink.pop((change.sheet, mark_id), None)
        case MoveSheet(sheet, to):
            for old, mark_id in [key for key in ink if key[0] == sheet]:
                mark = ink.pop((old, mark_id))
                ink[to, mark_id] = PutMark(to, mark_id, mark.seq, mark.author, mark.body)
        case DropSheets():
            for key in [key for key in ink if key[0].startswith(change.prefix)]:
                del ink[key]
