"""One queue for one log: decide, append, announce.

Nothing is announced that is not kept, and nothing is decided on a state that has not
seen everything before it. The same class carries the meeting's log and each seat's
private one; only the state, the fold and the welcome differ.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from msgspec import ValidationError

from service.errors import Code, Refusal, storage_code
from service.meeting.decision import Decision
from service.meeting.resume import may_have_tail, tail_is_smaller
from service.model import Author
from service.protocol import prepared
from service.protocol.codec import decode_entry, encode
from service.protocol.events import AnyEvent, Entry
from service.protocol.message import Position, StreamName
from storage.errors import AlreadyCounted, AppendConflict, StorageError
from storage.ports import EventLog
from storage.records import Head, LogLine, Record

MAX_WAITING = 2_000
"""Jobs in one queue before the next is told to come back: about ten seconds of commits."""

MAX_RACES = 10
"""Appends lost to another instance in a row before giving up on a command."""


class Folded(Protocol):
    """A state that knows which entry it has seen last."""

    seq: int


S = TypeVar("S", bound=Folded)
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Kept:
    """The command counts; `seq` is its entry, or None when there was nothing to announce."""

    seq: int | None


Outcome = Kept | Refusal


def _no_records(state: object, events: tuple[AnyEvent, ...]) -> Sequence[Record]:
    return ()


class Sequencer(Generic[S]):
    """The only writer of one stream in this process; `state` is the fold of what is kept."""

    def __init__(
        self,
        name: StreamName,
        stream: str,
        log: EventLog,
        *,
        state: S,
        apply: Callable[[S, Entry], None],
        announce: Callable[[bytes], None],
        clock: Callable[[], int],
        records: Callable[[S, tuple[AnyEvent, ...]], Sequence[Record]] = _no_records,
    ) -> None:
        self.state = state
        self._name, self._stream, self._log = name, stream, log
        self._apply, self._announce, self._clock = apply, announce, clock
        self._records = records
        self._epoch = ""
        self._jobs: deque[Callable[[], Awaitable[None]]] = deque()
        self._drain: asyncio.Task[None] | None = None
        self._encoded: tuple[int, bytes] = (-1, b"")

    @property
    def idle(self) -> bool:
        """Whether nothing is waiting or under way."""
        return self._drain is None

    async def load(self) -> None:
        """Fold what the log holds; call once, before anything else. Raises StorageError."""
        self._epoch = (await self._log.head(self._stream)).epoch
        await self._catch_up(announce=False)

    async def submit(
        self, author: Author, command_id: str, decide: Callable[[S], Decision]
    ) -> Outcome:
        """Decide on the newest state, keep the outcome, announce it; in the order of calls.

        Sent twice, a command counts once and is Kept both times. Refused when the rule
        says so, when storage cannot take it, or when too much waits already.
        """
        if len(self._jobs) >= MAX_WAITING:
            return Refusal(Code.BUSY)
        return await self._in_turn(lambda: self._decide_and_keep(author, command_id, decide))

    async def resume(
        self,
        position: Position | None,
        welcome: Callable[[Position, bytes], bytes],
        enter: Callable[[bytes], None],
    ) -> None:
        """Call `enter` with the frame that brings `position` up to date, then stay current.

        `enter` runs inside the queue: whoever is added to the audience there hears the
        next announcement and misses none between. `welcome` makes the frame around the
        encoded state when a tail is impossible or larger. Raises StorageError.
        """
        await self._in_turn(lambda: self._bring_up_to_date(position, welcome, enter))

    async def _bring_up_to_date(
        self,
        position: Position | None,
        welcome: Callable[[Position, bytes], bytes],
        enter: Callable[[bytes], None],
    ) -> None:
        head = Head(self._epoch, self.state.seq)
        here = Position(epoch=head.epoch, seq=head.seq)
        if position is not None and may_have_tail(position, head):
            lacking = head.seq - position.seq
            lines = await self._log.read(self._stream, position.seq, lacking) if lacking else []
            bodies = [line.body for line in lines]
            if tail_is_smaller(sum(map(len, bodies)), len(self._state_json())):
                enter(prepared.tail(self._name, here, bodies))
                return
        enter(welcome(here, self._state_json()))

    async def _decide_and_keep(
        self, author: Author, command_id: str, decide: Callable[[S], Decision]
    ) -> Outcome:
        try:
            for _ in range(MAX_RACES):
                decision = decide(self.state)
                if isinstance(decision, Refusal) or not decision:
                    return await self._nothing_new(command_id, decision)
                try:
                    return Kept(await self._keep(author, command_id, decision))
                except AlreadyCounted:
                    return Kept(await self._log.find(self._stream, command_id))
                except AppendConflict:
                    await self._catch_up()
        except StorageError as error:
            return Refusal(storage_code(error))
        except ValidationError:
            return Refusal(Code.MALFORMED)
        return Refusal(Code.BUSY)

    async def _nothing_new(self, command_id: str, decision: Decision) -> Outcome:
        """A refused command may be one that counted before its answer was lost."""
        counted = await self._log.find(self._stream, command_id)
        if counted is not None:
            return Kept(counted)
        return decision if isinstance(decision, Refusal) else Kept(None)

    async def _keep(self, author: Author, command_id: str, events: tuple[AnyEvent, ...]) -> int:
        entry = Entry(
            seq=self.state.seq + 1,
            at=self._clock(),
            by=author,
            command_id=command_id,
            events=events,
        )
        line = LogLine(entry.seq, command_id, encode(entry))
        # What could not be read back must never be kept: one bad line would end the meeting.
        decode_entry(line.body)
        records = self._records(self.state, events)
        await self._log.append(self._stream, self.state.seq, [line], records)
        self._apply(self.state, entry)
        self._announce(prepared.advance(self._name, self._epoch, line.body))
        return entry.seq

    async def _catch_up(self, *, announce: bool = True) -> None:
        while lines := await self._log.read(self._stream, self.state.seq):
            for line in lines:
                self._apply(self.state, decode_entry(line.body))
                if announce:
                    self._announce(prepared.advance(self._name, self._epoch, line.body))

    def _state_json(self) -> bytes:
        if self._encoded[0] != self.state.seq:
            self._encoded = (self.state.seq, encode(self.state))
        return self._encoded[1]

    async def _in_turn(self, work: Callable[[], Awaitable[R]]) -> R:
        """Run `work` after all that was asked before; a caller that goes away stops nothing."""
        done: asyncio.Future[R] = asyncio.get_running_loop().create_future()

        async def job() -> None:
            try:
                result = await work()
            except Exception as error:
                if not done.cancelled():
                    done.set_exception(error)
            else:
                if not done.cancelled():
                    done.set_result(result)

        self._jobs.append(job)
        if self._drain is None:
            self._drain = asyncio.create_task(self._run_jobs())
        return await done

    async def _run_jobs(self) -> None:
        try:
            while self._jobs:
                await self._jobs.popleft()()
        finally:
            self._drain = None
