"""What storage holds of a meeting after everything: its logs and the ink kept beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from service.protocol.codec import decode_entry
from service.protocol.events import Entry
from service.protocol.message import StreamName
from storage.keys import collected_stream, meeting_stream, notes_stream
from storage.open import Storage, open_storage

READ_AT_ONCE = 1_000

OWN = {StreamName.NOTES: notes_stream, StreamName.COLLECTED: collected_stream}
"""How the logs are named that each seat has for itself."""


@dataclass(frozen=True, slots=True)
class Log:
    """A meeting's entries and those of each seat's own logs, in order."""

    meeting: tuple[Entry, ...]
    own: Mapping[tuple[StreamName, str], tuple[Entry, ...]] = field(default_factory=dict)

    def of(self, stream: StreamName, seat_id: str) -> tuple[Entry, ...]:
        """The log that a seat's command for `stream` goes to."""
        return self.meeting if stream is StreamName.MEETING else self.own.get((stream, seat_id), ())


async def read_log(data: Path, meeting_id: str, seat_ids: Sequence[str]) -> Log:
    """Read a data folder that nobody serves."""
    storage = await open_storage(data)
    try:
        own = {
            (stream, seat_id): await _entries(storage, named(meeting_id, seat_id))
            for stream, named in OWN.items()
            for seat_id in seat_ids
        }
        return Log(await _entries(storage, meeting_stream(meeting_id)), own)
    finally:
        await storage.aclose()


async def _entries(storage: Storage, stream: str) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    while lines := await storage.log.read(stream, entries[-1].seq if entries else 0, READ_AT_ONCE):
        entries += [decode_entry(line.body) for line in lines]
    return tuple(entries)
