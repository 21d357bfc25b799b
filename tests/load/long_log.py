"""A meeting's log written straight into its store, as the service would have written it.

Strokes of all sizes, erasures, turns and who may write, over every page of the packet, from
a fixed seed; each line with its marks, and a checkpoint every so many, like the sequencer's.
"""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from msgspec.json import Decoder

from service.meeting.loading import loaded
from service.meeting.marks import marks_of
from service.meeting.plan import Meaning
from service.meeting.sequencer import CHECKPOINT_EVERY
from service.meeting.state import apply
from service.model import Author, Colour, PageRef, Stroke, Tool
from service.protocol.codec import encode
from service.protocol.events import AnyEvent, Entry, PageTurned, StrokeAdded, StrokesErased
from service.protocol.state import Snapshot
from storage.keys import meeting_stream
from storage.open import open_storage
from storage.records import LogLine, MarkChange

SEED: Final = 4
AT: Final = 1_790_000_000_000
"""When all of it happened (ms)."""

HANDS: Final = 30
STANDING: Final = 600
"""Strokes on all pages together before erasures keep the balance."""

_SNAPSHOTS = Decoder(Snapshot)


async def lengthen(data: Path, meeting_id: str, to: int) -> None:
    """Let the meeting's log grow to this many entries; nobody may serve the folder meanwhile."""
    storage = await open_storage(data)
    try:
        stream = meeting_stream(meeting_id)
        meaning = Meaning(apply, marks_of, lambda _state, _events: ())
        state = await loaded(
            storage.log, stream, fresh=Snapshot(), decode=_SNAPSHOTS.decode, meaning=meaning
        )
        events = happenings(state, random.Random(SEED))  # noqa: S311  repeatable
        while state.seq < to:
            before, lines, marks = state.seq, list[LogLine](), list[MarkChange]()
            for _ in range(min(CHECKPOINT_EVERY, to - state.seq)):
                hand, event = next(events)
                by = Author(seat_id=f"seat-{hand}", name=f"{hand}번")
                name = f"long-{state.seq + 1}"
                entry = Entry(seq=state.seq + 1, at=AT, by=by, command_id=name, events=(event,))
                step = meaning.step(state, entry, encode(entry))
                state = step.after
                lines.append(LogLine(entry.seq, name, step.body))
                marks += step.marks
            # The last ones stay without a checkpoint: whoever loads it next has to fold them.
            checkpoint = encode(state) if len(lines) == CHECKPOINT_EVERY else None
            await storage.log.append(stream, before, lines, (), marks, checkpoint=checkpoint)
    finally:
        await storage.aclose()


def happenings(state: Snapshot, chance: random.Random) -> Iterator[tuple[int, AnyEvent]]:
    """Who does what, without end."""
    pages = [
        PageRef(document_id=document.document_id, version=document.version, page=number)
        for document in state.documents
        for number in range(1, len(document.sizes) + 1)
    ]
    standing: list[tuple[PageRef, str]] = []
    number = 0
    while True:
        number += 1
        hand, page = chance.randrange(HANDS), pages[number % len(pages)]
        if number % 20 == 0:
            yield hand, PageTurned(page=page)
        elif len(standing) > STANDING:
            gone_page, gone = standing.pop(chance.randrange(len(standing)))
            yield hand, StrokesErased(page=gone_page, stroke_ids=(gone,))
        else:
            stroke = _stroke(f"long{number}", page, chance)
            standing.append((page, stroke.stroke_id))
            yield hand, StrokeAdded(stroke=stroke)


def _stroke(stroke_id: str, page: PageRef, chance: random.Random) -> Stroke:
    x, y = chance.randrange(8_000), chance.randrange(12_000)
    points = chance.randrange(8, 80)
    return Stroke(
        stroke_id=stroke_id,
        page=page,
        tool=Tool.PEN,
        colour=Colour.BLUE,
        width=22,
        points=tuple(v for n in range(points) for v in (x + 12 * n, y + n % 9, 128)),
    )
