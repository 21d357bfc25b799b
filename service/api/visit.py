"""One tablet's visit: commands and signals in, frames out, until one side ends it."""

import time
from typing import Protocol

import msgspec
import structlog

from service.api.commands import ask
from service.errors import Code, Refusal, ServiceError
from service.identity.seats import Seat, Seats
from service.meeting.meeting import Meeting
from service.meeting.sequencer import Outcome
from service.protocol.closing import CloseCode
from service.protocol.codec import MessageFromTablet, decode_from_tablet, encode
from service.protocol.commands import Command, Hello, ReadInk
from service.protocol.frames import Accepted, Refused
from service.protocol.message import PROTOCOL_VERSION, StreamName
from service.realtime.budget import SeatBudgets, budgets
from service.realtime.connection import Connection, Wire
from service.realtime.framing import text_frame
from service.sentences import sentence_of

log = structlog.get_logger()

CLOSE_CODES = {
    Code.LINK_EXPIRED: CloseCode.EXPIRED,
    Code.LINK_REVOKED: CloseCode.REVOKED,
    Code.LINK_FORGED: CloseCode.UNAUTHORISED,
    Code.NO_SUCH_MEETING: CloseCode.ELSEWHERE,
}


class Goodbye(Exception):
    """Our side ends the conversation, with a code the tablet understands."""

    def __init__(self, code: CloseCode) -> None:
        super().__init__(code.name)
        self.code = code


class Line(Wire, Protocol):
    """A wire that is also listened to."""

    async def receive(self) -> bytes: ...


class Visit:
    """One tablet from its Hello to its end: reads; its connection writes."""

    def __init__(
        self, line: Line, seats: Seats, seat: Seat, meeting: Meeting, seat_budgets: SeatBudgets
    ) -> None:
        self._line, self._seats, self._seat, self._meeting = line, seats, seat, meeting
        self._connection = Connection(line, seat.actor, seat.link_id)
        self._budgets, self._seat_budgets = budgets(), seat_budgets

    async def run(self, hello: Hello) -> None:
        """Stay until the tablet leaves or is let go; raises Goodbye or Ended."""
        try:
            await self._read(hello)
        finally:
            self._meeting.leave(self._connection)

    async def _read(self, hello: Hello) -> None:
        self._spend(command=True)
        await self._greet(hello)
        while True:
            await self._connection.caught_up()
            message = await receive(self._line)
            self._spend(command=isinstance(message, Hello | ReadInk | Command))
            if isinstance(message, Hello):
                await self._greet_again(message)
            elif isinstance(message, ReadInk):
                await self._read_ink(message)
            elif isinstance(message, Command):
                outcome = await ask(self._meeting, self._seats, self._seat.actor, message)
                self._connection.push(text_frame(answer(message.command_id, outcome)))
            else:
                self._meeting.signal(self._connection, message)

    async def _greet(self, hello: Hello) -> None:
        own = {StreamName.NOTES: hello.notes, StreamName.COLLECTED: hello.collected}
        try:
            await self._meeting.enter(self._connection, hello.position, own)
        except ServiceError as error:
            log.warning("no welcome", meeting=self._meeting.meeting_id, code=error.code)
            raise Goodbye(CloseCode.BUSY) from error

    async def _greet_again(self, hello: Hello) -> None:
        """A tablet that found a gap: the one repair, on the same socket."""
        seat = await authorise(self._seats, hello)
        if seat.actor != self._seat.actor or hello.meeting_id != self._meeting.meeting_id:
            raise Goodbye(CloseCode.ELSEWHERE)
        await self._greet(hello)

    async def _read_ink(self, message: ReadInk) -> None:
        try:
            await self._meeting.read_ink(self._connection, message)
        except ServiceError as error:
            log.warning("no ink", meeting=self._meeting.meeting_id, code=error.code)
            raise Goodbye(CloseCode.BUSY) from error

    def _spend(self, *, command: bool) -> None:
        """Take one message from the tablet's budget and from its person's. Raises Goodbye."""
        now, seat = time.monotonic(), self._seat.actor.seat_id
        mine = self._budgets.spend(now, command=command)
        if not (mine and self._seat_budgets.spend(seat, now, command=command)):
            log.warning("flooding", meeting=self._meeting.meeting_id, seat=seat)
            raise Goodbye(CloseCode.FLOODING)


def answer(command_id: str, outcome: Outcome) -> bytes:
    """The message that tells a tablet what became of its command."""
    if not isinstance(outcome, Refusal):
        return encode(Accepted(command_id=command_id))
    said = sentence_of(outcome.code)
    refused = Refused(
        command_id=command_id,
        code=outcome.code.value,
        ko=said.ko,
        en=said.en,
        again=said.again,
    )
    return encode(refused)


async def receive(line: Line) -> MessageFromTablet:
    """The next message. Raises Goodbye when it is none, Ended at the end."""
    text = await line.receive()
    try:
        return decode_from_tablet(text)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Goodbye(CloseCode.MALFORMED) from error


async def authorise(seats: Seats, hello: Hello) -> Seat:
    """The seat that a Hello speaks for. Raises Goodbye."""
    if hello.protocol != PROTOCOL_VERSION:
        raise Goodbye(CloseCode.OUTDATED)
    try:
        return await seats.authorise(hello.token)
    except ServiceError as error:
        raise Goodbye(CLOSE_CODES.get(error.code, CloseCode.BUSY)) from error
