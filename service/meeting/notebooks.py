"""The logs that are a seat's own, private and collected: read when a tablet of it comes."""

from collections.abc import Callable, Sequence

import msgspec

from service.meeting.marks import marks_of
from service.meeting.plan import Meaning, Step
from service.meeting.sequencer import Sequencer
from service.meeting.sheets import Sheets
from service.meeting.state import apply_note
from service.protocol import prepared
from service.protocol.message import StreamName
from service.protocol.state import Notes
from storage.keys import collected_stream, notes_stream
from storage.ports import EventLog

MEANING = Meaning(apply_note, marks_of, lambda notes, events: ())
STREAMS = {StreamName.NOTES: notes_stream, StreamName.COLLECTED: collected_stream}
_decode = msgspec.json.Decoder(Notes).decode


class Notebooks:
    """Two logs a seat; `tell` gets a seat and the message for its tablets."""

    def __init__(
        self,
        meeting_id: str,
        log: EventLog,
        sheets: Sheets,
        clock: Callable[[], int],
        tell: Callable[[str, bytes], None],
    ) -> None:
        self._meeting_id, self._log, self._sheets = meeting_id, log, sheets
        self._clock, self._tell = clock, tell
        self._open: dict[tuple[str, StreamName], Sequencer[Notes]] = {}

    async def of(self, seat_id: str, name: StreamName) -> Sequencer[Notes]:
        """A log of the seat, loaded. Raises StorageError."""
        notebook = self._open.get((seat_id, name))
        if notebook is None:
            notebook = self._new(seat_id, name)
            await notebook.load()
            notebook = self._open.setdefault((seat_id, name), notebook)
        return notebook

    def close(self, seat_id: str) -> None:
        """No tablet of the seat is here any more."""
        for name in STREAMS:
            self._open.pop((seat_id, name), None)

    def _new(self, seat_id: str, name: StreamName) -> Sequencer[Notes]:
        stream = STREAMS[name](self._meeting_id, seat_id)

        def announce(steps: Sequence[Step[Notes]]) -> None:
            for step in steps:
                self._tell(seat_id, prepared.advance(name, notebook.epoch, step.body))

        notebook = Sequencer(
            stream,
            self._log,
            self._sheets,
            fresh=Notes(),
            decode=_decode,
            meaning=MEANING,
            announce=announce,
            clock=self._clock,
        )
        return notebook
