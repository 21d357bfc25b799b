"""The private logs of a meeting's seats: read when a tablet of the seat comes."""

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
from storage.keys import notes_stream
from storage.ports import EventLog

MEANING = Meaning(apply_note, marks_of, lambda notes, events: ())
_decode = msgspec.json.Decoder(Notes).decode


class Notebooks:
    """One log a seat; `tell` gets a seat and the message for its tablets."""

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
        self._open: dict[str, Sequencer[Notes]] = {}

    async def of(self, seat_id: str) -> Sequencer[Notes]:
        """The seat's log, loaded. Raises StorageError."""
        notebook = self._open.get(seat_id)
        if notebook is None:
            notebook = self._new(seat_id)
            await notebook.load()
            notebook = self._open.setdefault(seat_id, notebook)
        return notebook

    def close(self, seat_id: str) -> None:
        """No tablet of the seat is here any more."""
        self._open.pop(seat_id, None)

    def _new(self, seat_id: str) -> Sequencer[Notes]:
        stream = notes_stream(self._meeting_id, seat_id)

        def announce(steps: Sequence[Step[Notes]]) -> None:
            for step in steps:
                self._tell(seat_id, prepared.advance(StreamName.NOTES, notebook.epoch, step.body))

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
