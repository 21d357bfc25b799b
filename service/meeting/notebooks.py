"""The logs that are a seat's own, private and collected: read when a tablet of it comes.

Where a document was replaced, they say themselves that their ink went along, as far as their
seat may see the document: once when they are read, or as soon as they may.
"""

import asyncio
import hashlib
from collections.abc import Callable, Sequence

import msgspec
import structlog

from service.errors import Refusal
from service.meeting.decision import Decision
from service.meeting.marks import marks_of
from service.meeting.plan import Meaning, Step
from service.meeting.sequencer import Sequencer
from service.meeting.sheet import Inked
from service.meeting.sheets import Sheets
from service.meeting.sight import VIEWS, seen
from service.meeting.state import apply_note
from service.meeting.succession import to_carry
from service.model import Actor
from service.protocol import events as e
from service.protocol import prepared
from service.protocol.message import StreamName
from service.protocol.state import Notes, Snapshot
from storage.keys import collected_stream, notes_stream
from storage.ports import EventLog

MEANING = Meaning(apply_note, marks_of, lambda notes, events: ())
STREAMS = {StreamName.NOTES: notes_stream, StreamName.COLLECTED: collected_stream}
_decode = msgspec.json.Decoder(Notes).decode
log = structlog.get_logger()


class Notebooks:
    """Two logs a seat; `tell` gets a seat and the message for its tablets.

    `meeting` is the state of the meeting as it stands.
    """

    def __init__(
        self,
        meeting_id: str,
        log: EventLog,
        sheets: Sheets,
        clock: Callable[[], int],
        tell: Callable[[str, bytes], None],
        *,
        meeting: Callable[[], Snapshot],
    ) -> None:
        self._meeting_id, self._log, self._sheets = meeting_id, log, sheets
        self._clock, self._tell, self._meeting = clock, tell, meeting
        self._open: dict[tuple[str, StreamName], tuple[Sequencer[Notes], Actor]] = {}
        self._arriving: dict[tuple[str, StreamName], asyncio.Lock] = {}
        self._calls = 0
        self._carrying: set[asyncio.Task[None]] = set()

    async def of(self, actor: Actor, name: StreamName) -> Sequencer[Notes]:
        """A log of the actor's seat, loaded, its ink where it belongs. Raises StorageError."""
        at = (actor.seat_id, name)
        async with self._arriving.setdefault(at, asyncio.Lock()):
            if at not in self._open:
                notebook = self._new(actor.seat_id, name)
                await notebook.load()
                # Not told: a tablet that is entering has not heard where the log stands.
                seen_calls = -1
                while seen_calls != self._calls:
                    seen_calls = self._calls
                    await self._carry(notebook, actor)
                self._open[at] = notebook, actor
            return self._open[at][0]

    def carry(self) -> None:
        """A document was replaced, or can be seen now: ink goes along in the logs that are open."""
        self._calls += 1
        for notebook, actor in self._open.values() if self._meeting().former else ():
            carrying = asyncio.create_task(self._carry(notebook, actor))
            self._carrying.add(carrying)
            carrying.add_done_callback(self._carrying.discard)

    def close(self, seat_id: str) -> None:
        """No tablet of the seat is here any more."""
        for name in STREAMS:
            self._open.pop((seat_id, name), None)
            self._arriving.pop((seat_id, name), None)

    async def _carry(self, notebook: Sequencer[Notes], actor: Actor) -> None:
        """Whoever may not see a document learns nothing of its versions, here either."""
        shown = seen(self._meeting(), VIEWS[actor.role])
        for carried in list(to_carry(shown, notebook.state.inked, shown.former)):
            outcome = await notebook.submit(actor.author, _command_id(carried), _saying(carried))
            if isinstance(outcome, Refusal):
                # The ink stays readable where it was drawn; the next reading tries again.
                log.warning("ink_not_carried", meeting=self._meeting_id, code=outcome.code)
                return

    def _new(self, seat_id: str, name: StreamName) -> Sequencer[Notes]:
        stream = STREAMS[name](self._meeting_id, seat_id)

        def announce(steps: Sequence[Step[Notes]]) -> None:
            told, _ = self._open.get((seat_id, name), (None, None))
            for step in steps if told is notebook else ():
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


def _saying(carried: e.InkCarried) -> Callable[[Notes, Inked], Decision]:
    return lambda notes, ink: (carried,)


def _command_id(carried: e.InkCarried) -> str:
    """The same for one version of one document, so that it counts once; ids may be long."""
    digest = hashlib.sha256(carried.document_id.encode()).hexdigest()[:32]
    return f"carried-{digest}-{carried.version}"
