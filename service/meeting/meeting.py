"""One live meeting: its log, the private logs of its seats, and its audience together."""

from collections.abc import Callable
from dataclasses import replace

from service.errors import Code, Refusal, Unavailable, storage_code
from service.meeting.decision import Request
from service.meeting.powers import STEERING, leads, may_write
from service.meeting.rows import rows
from service.meeting.rules import decide
from service.meeting.sequencer import Outcome, Sequencer
from service.meeting.state import apply, apply_note
from service.meeting.writing import decide_note
from service.model import Actor, Phase, Role
from service.protocol import commands as c
from service.protocol import prepared
from service.protocol.message import Position, StreamName
from service.protocol.signals import PageReached, PointerAt, PointerGone, SignalFromTablet
from service.protocol.state import Notes, Snapshot
from service.realtime.audience import Audience
from service.realtime.connection import Connection
from service.realtime.framing import text_frame
from storage.errors import StorageError
from storage.keys import meeting_stream, notes_stream
from storage.ports import EventLog


class Meeting:
    """What commands, signals and comings and goings of one meeting go through."""

    def __init__(self, meeting_id: str, log: EventLog, clock: Callable[[], int]) -> None:
        self.meeting_id = meeting_id
        self.audience = Audience(self._may_see_names)
        self._log, self._clock = log, clock
        self._sequencer = Sequencer(
            StreamName.MEETING,
            meeting_stream(meeting_id),
            log,
            state=Snapshot(),
            apply=apply,
            announce=self.audience.publish,
            clock=clock,
            records=rows,
        )
        self._notes: dict[str, Sequencer[Notes]] = {}

    @property
    def state(self) -> Snapshot:
        """The fold of everything kept so far; read it, never change it."""
        return self._sequencer.state

    @property
    def idle(self) -> bool:
        """Whether nobody is connected and nothing is under way."""
        return not self.audience and self._sequencer.idle

    async def load(self) -> None:
        """Fold the log; call once, first. Raises StorageError."""
        await self._sequencer.load()

    async def ask(self, request: Request) -> Outcome:
        """Do what a command asks, or refuse it; Kept means it is in the log."""
        command = request.command
        if isinstance(command, c.AddStroke | c.EraseStrokes) and command.stream is StreamName.NOTES:
            return await self._note(request, command)
        return await self._sequencer.submit(
            request.actor.author,
            command.command_id,
            lambda state: decide(state, replace(request, leader_away=self._leader_is_away())),
        )

    async def enter(
        self, connection: Connection, position: Position | None, notes: Position | None
    ) -> None:
        """Bring a tablet up to date in both logs, then keep it so. Raises Unavailable."""
        actor = connection.actor

        def join(message: bytes) -> None:
            connection.push(text_frame(message))
            self.audience.enter(connection)

        try:
            await self._sequencer.resume(
                position,
                lambda here, state: prepared.welcome(actor, here, state, self._clock()),
                join,
            )
            if actor.role is not Role.SCREEN:
                notebook = await self._notebook(actor.seat_id)
                await notebook.resume(
                    notes,
                    prepared.notes_welcome,
                    lambda message: connection.push(text_frame(message)),
                )
        except StorageError as error:
            raise Unavailable(storage_code(error)) from error

    def leave(self, connection: Connection) -> None:
        """A tablet is gone; its private log is let go of with the seat's last tablet."""
        self.audience.leave(connection)
        seat = connection.actor.seat_id
        if not self.audience.has_seat(seat):
            self._notes.pop(seat, None)

    def signal(self, connection: Connection, signal: SignalFromTablet) -> None:
        """Pass a signal on if its sender may show it; anything else is dropped silently."""
        if isinstance(signal, PageReached):
            connection.page, connection.following = signal.page, signal.following
            self.audience.presence_changed()
        elif self.state.phase is Phase.OPEN and self._may_show(connection.actor, signal):
            self.audience.pass_on(connection, signal)

    def _leader_is_away(self) -> bool:
        lead = self.state.lead
        return lead is not None and not self.audience.has_seat(lead.seat_id)

    def _may_show(self, actor: Actor, signal: SignalFromTablet) -> bool:
        if isinstance(signal, PointerAt | PointerGone):
            return leads(self.state, actor)
        return may_write(self.state, actor) is None

    def _may_see_names(self, actor: Actor) -> bool:
        return actor.role in STEERING or leads(self.state, actor)

    async def _note(self, request: Request, command: c.AddStroke | c.EraseStrokes) -> Outcome:
        if request.actor.role is Role.SCREEN:
            return Refusal(Code.NOT_ALLOWED)
        try:
            notebook = await self._notebook(request.actor.seat_id)
        except StorageError as error:
            return Refusal(storage_code(error))
        return await notebook.submit(
            request.actor.author,
            command.command_id,
            lambda notes: decide_note(notes, self.state, command),
        )

    async def _notebook(self, seat_id: str) -> Sequencer[Notes]:
        notebook = self._notes.get(seat_id)
        if notebook is None:
            notebook = Sequencer(
                StreamName.NOTES,
                notes_stream(self.meeting_id, seat_id),
                self._log,
                state=Notes(),
                apply=apply_note,
                announce=lambda message: self.audience.publish_to_seat(seat_id, message),
                clock=self._clock,
            )
            await notebook.load()
            notebook = self._notes.setdefault(seat_id, notebook)
        return notebook
