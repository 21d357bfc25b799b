"""One live meeting: its log, the private logs of its seats, and its audience together."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import msgspec

from service.errors import Code, Refusal, Unavailable, storage_code
from service.meeting.decision import Request
from service.meeting.marks import marks_of
from service.meeting.notebooks import Notebooks
from service.meeting.packet import has_page
from service.meeting.plan import Meaning, Step
from service.meeting.powers import STEERING, leads, may_see_pages, may_write
from service.meeting.rows import rows
from service.meeting.rules import decide
from service.meeting.sequencer import Outcome, Sequencer
from service.meeting.sheet import Inked, Sheet
from service.meeting.sheets import Sheets
from service.meeting.sight import VIEWS, sees
from service.meeting.state import apply
from service.meeting.views import Views
from service.meeting.writing import decide_note
from service.model import Actor, Following, PageRef, Phase, Role, page_key
from service.protocol import commands as c
from service.protocol import events as e
from service.protocol import prepared
from service.protocol.codec import encode
from service.protocol.message import Position, StreamName
from service.protocol.signals import PageReached, PointerAt, PointerGone, SignalFromTablet
from service.protocol.state import Snapshot
from service.realtime.audience import Audience
from service.realtime.connection import Connection
from service.realtime.framing import text_frame
from service.realtime.pace import rest_seconds
from storage.errors import StorageError
from storage.keys import meeting_stream
from storage.ports import EventLog

LEAD_WAITS_MS = 15_000
"""How long the lead waits for a presenter who is lost: a tablet that changes its access point,
or is loaded anew, is back sooner."""

MEANING = Meaning(apply, marks_of, rows)
_decode = msgspec.json.Decoder(Snapshot).decode


class Meeting:
    """What commands, signals and comings and goings of one meeting go through."""

    def __init__(
        self, meeting_id: str, log: EventLog, sheets: Sheets, clock: Callable[[], int]
    ) -> None:
        self.meeting_id = meeting_id
        self.audience = Audience(self._sees, self._steers_or_leads, clock)
        self._clock = clock
        self._views = Views()
        self._sequencer = Sequencer(
            meeting_stream(meeting_id),
            log,
            sheets,
            fresh=Snapshot(),
            decode=_decode,
            meaning=MEANING,
            announce=self._announce,
            rest=self._rest_seconds,
            clock=clock,
        )
        self._notebooks = Notebooks(meeting_id, log, sheets, clock, self.audience.publish_to_seat)

    @property
    def state(self) -> Snapshot:
        """The fold of everything kept so far."""
        return self._sequencer.state

    @property
    def idle(self) -> bool:
        """Whether nobody is connected and nothing is under way."""
        return not self.audience and self._sequencer.idle

    async def load(self) -> None:
        """Fold the log; call once, first. Raises StorageError."""
        await self._sequencer.load()
        self.audience.stands_at(self.state.page)
        self.audience.lead_passed(None if self.state.lead is None else self.state.lead.seat_id)

    async def ask(self, request: Request) -> Outcome:
        """Do what a command asks, or refuse it; Kept means it is in the log."""
        command = request.command
        page = None
        if isinstance(command, c.AddStroke | c.EraseStrokes):
            if command.stream is StreamName.NOTES:
                return await self._note(request, command)
            page = page_key(_page_of(command))
        return await self._sequencer.submit(
            request.actor.author,
            command.command_id,
            lambda state, ink: decide(
                state, replace(request, leader_away=self._leader_stays_away(), ink=ink)
            ),
            page,
            # Held tablets write on the meeting's page alone: their ink comes before it goes.
            overtakes=isinstance(command, c.TurnPage)
            and self.state.following is not Following.HOLD,
        )

    async def enter(
        self, connection: Connection, position: Position | None, notes: Position | None
    ) -> None:
        """Bring a tablet up to date in both logs, then keep it so. Raises Unavailable."""
        actor = connection.actor

        def join(here: Position, entries: tuple[bytes, ...] | None) -> None:
            told = self._views.tail(actor, here, self.state, entries)
            self.audience.watch.resumed("welcome" if told is None else "tail")
            if told is None:
                told = self._views.welcome(actor, here, self.state, self._clock())
            connection.push(text_frame(told))
            self.audience.enter(connection)

        try:
            await self._sequencer.resume(position, join)
            if actor.role is not Role.SCREEN:
                await self._enter_notebook(connection, notes)
        except StorageError as error:
            raise Unavailable(storage_code(error)) from error

    def leave(self, connection: Connection) -> None:
        """A tablet is gone; its private log is let go of with the seat's last tablet."""
        self.audience.leave(connection)
        if not self.audience.has_seat(connection.actor.seat_id):
            self._notebooks.close(connection.actor.seat_id)

    async def read_ink(self, connection: Connection, asked: c.ReadInk) -> None:
        """Give a tablet a page's ink, as it stands now. Raises Unavailable."""
        actor = connection.actor

        def answer(sheet: Sheet) -> None:
            marks, more = sheet.after(asked.after)
            told = prepared.ink(asked.stream, asked.page, asked.after, marks, more=more)
            connection.push(text_frame(told))

        def answer_if_shown(sheet: Sheet) -> None:
            # Asked now and not before: the page may have been hidden while this one waited.
            answer(sheet if self._shows_to(actor, asked.page) else Sheet())

        try:
            if asked.stream is StreamName.NOTES:
                if actor.role is Role.SCREEN:
                    answer(Sheet())
                    return
                notebook = await self._notebooks.of(actor.seat_id)
                await notebook.read(page_key(asked.page), answer)
            elif self._shows_to(actor, asked.page):
                await self._sequencer.read(page_key(asked.page), answer_if_shown)
            else:
                answer(Sheet())
        except StorageError as error:
            raise Unavailable(storage_code(error)) from error

    def signal(self, connection: Connection, signal: SignalFromTablet) -> None:
        """Pass a signal on if its sender may show it; anything else is dropped silently."""
        if isinstance(signal, PageReached):
            self.audience.reached(connection, signal.page, signal.following)
        elif self.state.phase is Phase.OPEN and self._may_show(connection.actor, signal):
            self.audience.pass_on(connection, signal)

    def _announce(self, steps: Sequence[Step[Snapshot]]) -> None:
        self._views.announce(steps, self._sequencer.epoch, self.audience, self._clock())
        for step in steps:
            self._note_step(step)

    def _note_step(self, step: Step[Snapshot]) -> None:
        for event in step.entry.events:
            if isinstance(event, e.StrokeAdded):
                self.audience.finished(event.stroke.stroke_id)
        if step.after.page != step.before.page:
            self.audience.turned(step.after.page)
        if step.after.lead != step.before.lead:
            lead = step.after.lead
            self.audience.lead_passed(None if lead is None else lead.seat_id)

    def _rest_seconds(self) -> float:
        return rest_seconds(len(self.audience))

    def _leader_stays_away(self) -> bool:
        lost_since = self.audience.lead_lost_since
        return lost_since is not None and self._clock() - lost_since >= LEAD_WAITS_MS

    def _sees(self, actor: Actor, page: PageRef) -> bool:
        return sees(self.state, page, VIEWS[actor.role])

    def _shows_to(self, actor: Actor, page: PageRef) -> bool:
        return (
            may_see_pages(self.state, actor.role)
            and has_page(self.state, page)
            and self._sees(actor, page)
        )

    def _may_show(self, actor: Actor, signal: SignalFromTablet) -> bool:
        if isinstance(signal, PointerAt | PointerGone):
            return leads(self.state, actor)
        return may_write(self.state, actor) is None

    def _steers_or_leads(self, actor: Actor) -> bool:
        return actor.role in STEERING or leads(self.state, actor)

    async def _enter_notebook(self, connection: Connection, position: Position | None) -> None:
        notebook = await self._notebooks.of(connection.actor.seat_id)

        def join(here: Position, entries: tuple[bytes, ...] | None) -> None:
            if entries is None:
                told = prepared.notes_welcome(here, encode(notebook.state))
            else:
                told = prepared.tail(StreamName.NOTES, here, entries)
            connection.push(text_frame(told))

        await notebook.resume(position, join)

    async def _note(self, request: Request, command: c.AddStroke | c.EraseStrokes) -> Outcome:
        role = request.actor.role
        if role is Role.SCREEN:
            return Refusal(Code.NOT_ALLOWED)
        try:
            notebook = await self._notebooks.of(request.actor.seat_id)
        except StorageError as error:
            return Refusal(storage_code(error))

        def rule(notes: object, ink: Inked) -> tuple[e.AnyEvent, ...] | Refusal:
            return decide_note(ink, self.state, command, role)

        return await notebook.submit(
            request.actor.author, command.command_id, rule, page_key(_page_of(command))
        )


def _page_of(command: c.AddStroke | c.EraseStrokes) -> PageRef:
    return command.stroke.page if isinstance(command, c.AddStroke) else command.page
