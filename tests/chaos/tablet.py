"""A tablet behind a link of its own, that remembers what it gave, was answered and heard."""

import asyncio
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from websockets.exceptions import ConnectionClosed

from service.model import Role
from service.protocol.commands import Command
from service.protocol.events import Entry
from service.protocol.frames import Accepted, AnyFrame, Refused
from service.protocol.message import StreamName
from tests.chaos.link import Link
from tests.chaos.witness import Answer, Given, Witness, stream_of
from tests.support.folded import Taken
from tests.support.tablet import Tablet

SESSION_SECONDS = 600.0
"""Longer than any session; whoever is stuck is found out by what it does not answer."""


class TriedTablet(Tablet):
    """Stays through anything until it is switched off; `ticks` count the acts of all tablets."""

    comes_back_within = SESSION_SECONDS

    def __init__(
        self,
        *,
        name: str,
        role: Role,
        seat_id: str,
        token: str,
        meeting_id: str,
        link: Link,
        ticks: Iterator[int],
        service_is_up: Callable[[], bool],
    ) -> None:
        super().__init__(link.origin, token, meeting_id, stays=True)
        self.name, self.role, self.seat_id, self.link = name, role, seat_id, link
        self.shuffles: Random | None = None
        self.lost_one = False
        self._ticks, self._service_is_up = ticks, service_is_up
        self._given: dict[str, tuple[Command, int, int, bool]] = {}
        self._copied: set[str] = set()
        self._answers: list[Answer] = []
        self._entries: set[tuple[StreamName, Entry]] = set()

    async def says(
        self, command: Command, times: int = 1, *, copied: bool = False, beside: bool = False
    ) -> None:
        """Give a command, so many times; see `witness.Given` for the rest."""
        seq = self.seq(stream_of(command))
        self._given[command.command_id] = (command, next(self._ticks), seq, beside)
        if copied or times > 1:
            self._copied.add(command.command_id)
        await self.give(command)
        for _ in range(times - 1):
            if self._up_to_date:
                await self._try(command)

    def may_be_copied(self) -> None:
        """Its last message is said once more, whichever it was."""
        self._copied.update(list(self._given)[-1:])

    async def passes(self, message: Any) -> None:
        """Send what is forgotten when it does not arrive."""
        if self._up_to_date:
            await self._try(message)

    async def greets(self) -> None:
        """Say Hello once more, if it has a socket; coming back it says so anyway."""
        if self._up_to_date:
            try:
                await self.hello()
            except ConnectionClosed:
                return

    @property
    def on(self) -> bool:
        """Whether it is switched on."""
        return self.stays

    def switch_on(self) -> None:
        """Come in when it can be, with what it had before."""
        self.stays, self.closed_with = True, None
        self._life = asyncio.create_task(self._arrive())

    async def switch_off(self) -> None:
        """Be gone at once, without a word."""
        self.stays, self._up_to_date = False, False
        if self._life is not None:
            self._life.cancel()
            await asyncio.gather(self._life, return_exceptions=True)
        if self._socket is not None:
            self._socket.transport.abort()

    def trouble(self) -> str | None:
        """Why it has stopped although it should go on, if it has."""
        if self._life is None or not self._life.done() or self._life.cancelled():
            return None
        error = self._life.exception()
        what = f"was sent away with {self.closed_with}" if error is None else f"failed: {error!r}"
        return f"{self.name} {what}"

    def witness(self) -> Witness:
        """What it can say now."""
        return Witness(
            name=self.name,
            seat_id=self.seat_id,
            role=self.role,
            state=self.state,
            own=dict(self.own),
            sheets={at: tuple(sheet.marks) for at, sheet in self.sheets.items()},
            given={
                name: Given(command, at, seq, copied=name in self._copied, beside=beside)
                for name, (command, at, seq, beside) in self._given.items()
            },
            answers=tuple(self._answers),
            entries=frozenset(self._entries),
        )

    def fold(self, frame: AnyFrame) -> Taken:
        taken = super().fold(frame)
        if entries := taken.entries:
            stream = frame.stream  # type: ignore[union-attr]  # only Tail and Advance bring entries
            self._entries.update((stream, entry) for entry in entries)
        return taken

    async def _arrive(self) -> None:
        await self._come_back()
        await self._live()

    async def _open(self) -> None:
        self._copied.update(self.unsettled)
        if self.shuffles is not None:
            waiting = list(self.unsettled.items())
            self.shuffles.shuffle(waiting)
            self.unsettled, self.shuffles = dict(waiting), None
        await super()._open()

    def _reachable(self) -> bool:
        return self.link.open and self._service_is_up()

    async def _hear(self, text: str) -> None:
        losing = self.lose_next
        await super()._hear(text)
        self.lost_one |= losing and not self.lose_next

    def _settle(self, command_id: str, outcome: Accepted | Refused | None) -> None:
        refused = outcome.code if isinstance(outcome, Refused) else None
        command = self._given[command_id][0]
        seq = self.seq(stream_of(command))
        self._answers.append(Answer(command_id, refused, next(self._ticks), seq))
        super()._settle(command_id, outcome)
