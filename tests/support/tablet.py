"""A tablet without a screen: it speaks the wire, folds what it hears, and comes back."""

import asyncio
import secrets
import socket
from collections.abc import Callable, Sequence
from itertools import count
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from service.model import Mark, PageRef, Role, page_key
from service.protocol.closing import comes_back
from service.protocol.codec import decode_frame, encode
from service.protocol.commands import Command, Hello
from service.protocol.frames import Accepted, Advance, NotesWelcome, Refused, Tail, Welcome
from service.protocol.message import PROTOCOL_VERSION, Message, StreamName
from service.protocol.signals import PageReached
from tests.support.certificate import trusting_anyone
from tests.support.folded import Folded
from tests.support.until import until

PATIENCE_SECONDS = 20.0


class Tablet(Folded):
    """One seat's tablet; `stays`: it reconnects by itself, as the real one does."""

    comes_back_within = PATIENCE_SECONDS

    def __init__(self, origin: str, token: str, meeting_id: str, *, stays: bool = False) -> None:
        super().__init__()
        self.address = f"ws{origin.removeprefix('http')}/api/socket"
        self.token, self.meeting_id, self.stays = token, meeting_id, stays
        self.unsettled: dict[str, Command] = {}
        self.settled: dict[str, Accepted | Refused | None] = {}
        self.heard: list[str] = []
        self.greetings: list[str] = []
        self.closed_with: int | None = None
        self.lose_next = False
        # Two tablets of one seat have one token, and each numbers its own commands.
        self._name, self._numbers = secrets.token_hex(6), count(1)
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
            await self._try(command)
        return command.command_id

    async def ask(self, kind: type[Command], **fields: Any) -> str | None:
        """Give a fresh command and wait; the code of its refusal, or None when it counts."""
        return await self.outcome(await self.give(self.command(kind, **fields)))

    def command(self, kind: type[Command], **fields: Any) -> Command:
        """A fresh command of this tablet's."""
        return kind(command_id=f"{self._name}-{next(self._numbers)}", **fields)

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

    async def open_ink(
        self, page: PageRef, stream: StreamName = StreamName.MEETING
    ) -> Sequence[Mark]:
        """Open a page's ink, wait until all of it is here, and keep it current from then on."""
        question = self.open_sheet(page, stream)
        if question is not None and self._up_to_date:
            await self._try(question)
        await self.sees(lambda: self.ink_is_here(page, stream))
        return self.marks(page, stream)

    async def shows(self, page: PageRef, *, following: bool = True) -> None:
        """Show a page and its ink; returns when the service knows that it is shown."""
        await self._try(PageReached(page=page, following=following))
        # Messages of one tablet are read in order: who has the ink was seen to be here.
        self.sheets.pop((StreamName.MEETING, page_key(page)), None)
        await self.open_ink(page)

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
            notes=self.own_positions.get(StreamName.NOTES),
            collected=self.own_positions.get(StreamName.COLLECTED),
        )
        await self.send(hello)

    def _greeted_since(self, before: int) -> bool:
        """Whether all logs were answered for; a screen has only the meeting's."""
        if self.you is None:
            return False
        logs = 1 if self.you.role is Role.SCREEN else 3
        return len(self.greetings) >= before + logs

    async def _open(self) -> None:
        """Connect, say Hello, and send again what is not settled, in the order it was given."""
        tls = trusting_anyone() if self.address.startswith("wss:") else None
        self._socket = await connect(
            self.address, compression=None, max_size=None, proxy=None, ssl=tls
        )
        self.presence = None
        await self.hello()
        sent: set[str] = set()
        while waiting := [c for name, c in self.unsettled.items() if name not in sent]:
            sent.add(waiting[0].command_id)
            await self.send(waiting[0])
        self._up_to_date = True

    async def _try(self, message: Message) -> None:
        """Send; a tablet that stays is not moved by a lost socket, it says all again later."""
        try:
            await self.send(message)
        except ConnectionClosed:
            if not self.stays:
                raise

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
            await until(self._reachable, self.comes_back_within)
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
        if isinstance(frame, Advance) and self.lose_next:
            self.lose_next = False
            return
        taken = self.fold(frame)
        for entry in taken.entries:
            if entry.command_id in self.unsettled:
                self._settle(entry.command_id, None)
        if isinstance(frame, Accepted | Refused):
            self._settle(frame.command_id, frame)
        for question in taken.asks:
            await self.send(question)
        if taken.gap:
            await self.hello()
        self._changed.set()

    def _settle(self, command_id: str, outcome: Accepted | Refused | None) -> None:
        self.unsettled.pop(command_id, None)
        self.settled.setdefault(command_id, outcome)
