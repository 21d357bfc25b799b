"""A visit answers no faster than its tablet reads, and questions count as commands do."""

import asyncio
from collections.abc import Callable
from typing import Any, cast

import pytest

from service.api.visit import Goodbye, Visit
from service.identity.seats import Seat
from service.meeting.meeting import Meeting
from service.model import Actor, PageRef, Role
from service.protocol.closing import CloseCode
from service.protocol.codec import encode
from service.protocol.commands import Hello, ReadInk
from service.protocol.message import PROTOCOL_VERSION, StreamName
from service.realtime.budget import SeatBudgets, command_budget
from service.realtime.connection import KEEPS_UP_BYTES, Connection

ASKED = encode(
    ReadInk(stream=StreamName.MEETING, page=PageRef(document_id="d1", version=1, page=1))
)
HELLO = Hello(protocol=PROTOCOL_VERSION, token="t", meeting_id="m1")


class Asking:
    """A line whose tablet asks for ink without end; `reads`: it takes the answers."""

    def __init__(self, *, reads: bool) -> None:
        self.on_writable: Callable[[], None] | None = None
        self.reads, self.held = reads, 0

    async def receive(self) -> bytes:
        await asyncio.sleep(0)
        return ASKED

    def write(self, frame: bytes) -> None:
        self.held += 0 if self.reads else len(frame)

    def backlog(self) -> int:
        return self.held

    def let_go(self, code: int, reason: str) -> None:
        """Whoever runs the visit does it."""

    def take(self) -> None:
        """The tablet has read everything."""
        self.held = 0
        if self.on_writable is not None:
            self.on_writable()


class FullOfInk:
    """A meeting whose pages are large."""

    meeting_id = "m1"

    def __init__(self) -> None:
        self.answered = 0

    async def enter(self, *_: object) -> None:
        """No welcome here."""

    def leave(self, _: object) -> None:
        """Nobody misses it."""

    async def read_ink(self, connection: Connection, _: ReadInk) -> None:
        self.answered += 1
        connection.push(b"x" * (4 * KEEPS_UP_BYTES))


def visit_of(line: Asking, meeting: FullOfInk) -> Visit:
    actor = Actor(seat_id="s1", name="김유성", role=Role.MEMBER)
    seat = Seat(actor, meeting_id="m1", person_id=None, link_id="l1", expires_at=2**50)
    return Visit(line, cast(Any, None), seat, cast(Meeting, meeting), SeatBudgets())


async def test_who_asks_and_does_not_read_gets_one_answer_at_a_time() -> None:
    line, meeting = Asking(reads=False), FullOfInk()
    running = asyncio.create_task(visit_of(line, meeting).run(HELLO))
    for answers in (1, 2, 3):
        for _ in range(100):
            await asyncio.sleep(0)
        assert meeting.answered == answers
        line.take()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_questions_count_against_the_budget_of_commands() -> None:
    meeting = FullOfInk()
    with pytest.raises(Goodbye) as goodbye:
        await visit_of(Asking(reads=True), meeting).run(HELLO)
    assert goodbye.value.code is CloseCode.FLOODING
    assert command_budget().burst - 1 <= meeting.answered < 2 * command_budget().burst
