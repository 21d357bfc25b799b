"""A tablet without a screen: it speaks the wire, folds what it hears, and comes back."""

import asyncio
import socket
from collections.abc import Callable
from itertools import count
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from service.meeting.state import apply, apply_note
from service.model import Actor, PageRef, Role
from service.protocol.closing import comes_back
from service.protocol.codec import decode_frame, encode
from service.protocol.commands import Command, Hello
from service.protocol.events import Entry
from service.protocol.frames import (
    Accepted,
    Advance,
    AnyFrame,
    NotesWelcome,
    Passing,
    Refused,
    Tail,
    Welcome,
)
from service.protocol.message import PROTOCOL_VERSION, Message, Position, StreamName
from service.protocol.signals import Presence
from service.protocol.state import Notes, Snapshot
from tests.support.until import until

PATIENCE_SECONDS = 20.0


class Tablet:
    """One seat's tablet; `stays`: it reconnects by itself, as the real one does."""

    def __init__(self, origin: str, token: str, meeting_id: str, *, stays: bool = False) -> None:
        self.address = f"ws{origin.removeprefix('http')}/api/socket"
        self.token, self.meeting_id, self.stays = token, meeting_id, stays
        self.you: Actor | None = None
        self.state, self.notes = Snapshot(), Notes()
        self.position: Position | None = None
        self.notes_position: Position | None = None
        self.unsettled: dict[str, Command] = {}
        self.settled: dict[str, Accepted | Refused | None] = {}
        self.heard: list[str] = []
        self.greetings: list[str] = []
        self.presence: Presence | None = None
        self.signals: list[Passing] = []
        self.closed_with: int | None = None
        self.lose_next = False
        self._numbers = count(1)
        self._changed = asyncio.Event()
        self._up_to_date = False
        self._socket: ClientConnection | None = None
        self._life: asyncio.Task[None] | None = None

    async def come_in(self) -> None:
        """Connect, say Hello, and return when it is brought up to date."""
        self.closed_with = None
        before = len(self.greetings)
        await self._open()
        self._life = asyncio.create_task(self._live())
        await self.sees(lambda: self._greeted_since(before))

    async def go(self) -> None:
        """Close the socket and stay away; what was folded is kept."""
        self.stays = False
        if self._socket is not None:
            await self._socket.close()
        if self._life is not None:
            self._life.cancel()
            await asyncio.gather(self._life, return_exceptions=True)

    async def send(self, message: Message) -> None:
        """Send a message and wait for nothing."""
        await self.send_text(encode(message).decode())

    async def send_text(self, text: str) -> None:
        """Send any text."""
        assert self._socket is not None
        await self._socket.send(text)

    async def give(self, command: Command) -> str:
        """Give a command and keep it until it is settled, over any loss of the socket."""
        self.unsettled[command.command_id] = command
        if self._up_to_date:
            try:
                await self.send(command)
            except ConnectionClosed:
                if not self.stays:
                    raise
        return command.command_id

    async def ask(self, kind: type[Command], **fields: Any) -> str | None:
        """Give a fresh command and wait; the code of its refusal, or None when it counts."""
        return await self.outcome(await self.give(self.command(kind, **fields)))

    def command(self, kind: type[Command], **fields: Any) -> Command:
        """A fresh command of this tablet's."""
        return kind(command_id=f"{self.token[:12]}-{next(self._numbers)}", **fields)

    async def outcome(self, command_id: str) -> str | None:
        """Wait until a command is settled; the code of its refusal, or None when it counts."""
        await self.sees(lambda: command_id in self.settled)
        settled = self.settled[command_id]
        return settled.code if isinstance(settled, Refused) else None

    async def sees(self, holds: Callable[[], object], seconds: float = PATIENCE_SECONDS) -> None:
        """Return as soon as the condition holds.

        Raises TimeoutError, or AssertionError when the socket ended before.
        """
        async with asyncio.timeout(seconds):
            while not holds():
                assert self.closed_with is None or self.stays, f"closed: {self.closed_with}"
                if self._life is not None and self._life.done():
                    self._life.result()  # a tablet that could not read a frame says so itself
                self._changed.clear()
                await self._changed.wait()

    async def sees_page(self, page: PageRef) -> None:
        """Wait until this page is the presenter's."""
        await self.sees(lambda: self.state.page == page)

    async def reaches(self, seq: int) -> None:
        """Wait until the meeting is folded up to `seq`."""
        await self.sees(lambda: self.state.seq >= seq)

    async def greeted_again(self) -> None:
        """Say Hello on the same socket, and wait until it is answered."""
        before = len(self.greetings)
        await self.hello()
        await self.sees(lambda: self._greeted_since(before))

    async def is_closed(self) -> int:
        """Wait until the socket is closed for good, and say with which code."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            assert self._life is not None
            await self._life
        assert self.closed_with is not None
        return self.closed_with

    async def hello(self) -> None:
        """Say Hello with the positions it has."""
        hello = Hello(
            protocol=PROTOCOL_VERSION,
            token=self.token,
            meeting_id=self.meeting_id,
            position=self.position,
            notes=self.notes_position,
        )
        await self.send(hello)

    def _greeted_since(self, before: int) -> bool:
        """Whether both logs were answered for; a screen has only the meeting's."""
        if self.you is None:
            return False
        logs = 1 if self.you.role is Role.SCREEN else 2
        return len(self.greetings) >= before + logs

    async def _open(self) -> None:
        """Connect, say Hello, and send again what is not settled, in the order it was given."""
        self._socket = await connect(self.address, compression=None, max_size=None, proxy=None)
        await self.hello()
        sent: set[str] = set()
        while waiting := [c for name, c in self.unsettled.items() if name not in sent]:
            sent.add(waiting[0].command_id)
            await self.send(waiting[0])
        self._up_to_date = True

    async def _live(self) -> None:
        """Listen until the socket ends; come back as long as the code allows it."""
        while True:
            assert self._socket is not None
            try:
                while True:
                    text = await self._socket.recv()
                    assert isinstance(text, str)
                    await self._hear(text)
            except ConnectionClosed as closed:
                self._up_to_date = False
                code = closed.rcvd.code if closed.rcvd is not None else 1006
                if not self.stays or not comes_back(code):
                    self.closed_with = code
                    self._changed.set()
                    return
            await self._come_back()

    async def _come_back(self) -> None:
        while True:
            await until(self._reachable)
            try:
                await self._open()
            except (OSError, InvalidHandshake, ConnectionClosed):
                continue
            return

    def _reachable(self) -> bool:
        assert self._socket is not None
        try:
            socket.create_connection(self._socket.remote_address, timeout=1).close()
        except OSError:
            return False
        return True

    async def _hear(self, text: str) -> None:
        self.heard.append(text)
        frame = decode_frame(text)
        if isinstance(frame, Welcome | NotesWelcome | Tail):
            self.greetings.append(type(frame).__name__)
        await self._fold(frame)
        self._changed.set()

    async def _fold(self, frame: AnyFrame) -> None:
        match frame:
            case Welcome():
                self.you, self.state, self.position = frame.you, frame.state, frame.position
            case NotesWelcome():
                self.notes, self.notes_position = frame.state, frame.position
            case Tail():
                # What came while the Hello was on its way stands here once more: stale.
                for entry in frame.entries:
                    if entry.seq > self._seq(frame.stream):
                        self._apply(frame.stream, entry)
                self._stand(frame.stream, frame.position)
            case Advance() if self.lose_next:
                self.lose_next = False
            case Advance():
                await self._advance(frame)
            case Accepted() | Refused():
                self._settle(frame.command_id, frame)
            case Passing(signal=Presence() as presence):
                self.presence = presence
            case Passing():
                self.signals.append(frame)

    async def _advance(self, frame: Advance) -> None:
        seq = self._seq(frame.stream)
        if frame.entry.seq > seq + 1:
            await self.hello()
        elif frame.entry.seq == seq + 1:
            self._apply(frame.stream, frame.entry)
            self._stand(frame.stream, Position(epoch=frame.epoch, seq=frame.entry.seq))

    def _seq(self, stream: StreamName) -> int:
        return (self.state if stream is StreamName.MEETING else self.notes).seq

    def _apply(self, stream: StreamName, entry: Entry) -> None:
        if stream is StreamName.MEETING:
            apply(self.state, entry)
        else:
            apply_note(self.notes, entry)
        if entry.command_id in self.unsettled:
            self._settle(entry.command_id, None)

    def _stand(self, stream: StreamName, position: Position) -> None:
        if stream is StreamName.MEETING:
            self.position = position
        else:
            self.notes_position = position

    def _settle(self, command_id: str, outcome: Accepted | Refused | None) -> None:
        self.unsettled.pop(command_id, None)
        self.settled.setdefault(command_id, outcome)
