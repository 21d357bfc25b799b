"""One queue for one log: decide, append, announce.

Nothing is announced that is not kept, and nothing is decided on a state that has not
seen everything before it. Commands that wait together are kept together. The same class
carries the meeting's log and each seat's private one; only their meaning differs.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Generic, TypeVar

from service.errors import Code, Refusal, storage_code
from service.meeting.decision import Decision
from service.meeting.loading import loaded
from service.meeting.plan import Asked, Folded, Meaning, Plan, Step, plan
from service.meeting.resume import may_have_tail
from service.meeting.sheet import Inked, Sheet
from service.meeting.sheets import Sheets
from service.model import Author
from service.protocol.codec import decode_entry, encode
from service.protocol.message import Position
from storage.errors import AlreadyCounted, AppendConflict, StorageError
from storage.ports import EventLog
from storage.records import Head

MAX_WAITING = 2_000
"""Jobs in one queue before the next is told to come back: some seconds of commits."""

MAX_TOGETHER = 128
"""Commands kept by one append: deciding them takes about 10 ms, in which nobody is served."""

MAX_RACES = 10
"""Appends lost to another instance in a row before giving up on a command."""

CHECKPOINT_EVERY = 1_000
"""Entries between two checkpoints: as many are folded again after a restart, in about 30 ms."""

S = TypeVar("S", bound=Folded)
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Kept:
    """The command counts; `seq` is its entry, or None when there was nothing to announce."""

    seq: int | None


Outcome = Kept | Refusal

_Command = tuple[Asked[S], asyncio.Future[Outcome]]
_Job = _Command[S] | Callable[[], Awaitable[None]]


class Sequencer(Generic[S]):
    """The only writer of one stream in this process; `state` is the fold of what is kept."""

    def __init__(
        self,
        stream: str,
        log: EventLog,
        sheets: Sheets,
        *,
        fresh: S,
        decode: Callable[[bytes], S],
        meaning: Meaning[S],
        announce: Callable[[Sequence[Step[S]]], None],
        clock: Callable[[], int],
        rest: Callable[[], float] = lambda: 0.0,
    ) -> None:
        """`rest`: seconds that ink waits for more ink after an announcement; nothing else does."""
        self.state = fresh
        self.epoch = ""
        self._stream, self._log, self._sheets = stream, log, sheets
        self._decode, self._meaning = decode, meaning
        self._announce, self._clock = announce, clock
        self._rest = rest
        self._rested_at = 0.0
        self._hurry = asyncio.Event()
        self._jobs: deque[_Job[S]] = deque()
        self._drain: asyncio.Task[None] | None = None

    @property
    def idle(self) -> bool:
        """Whether nothing is waiting or under way."""
        return self._drain is None

    @property
    def position(self) -> Position:
        """Where this log is."""
        return Position(epoch=self.epoch, seq=self.state.seq)

    async def load(self) -> None:
        """Fold what the log holds; call once, before anything else. Raises StorageError."""
        # Kept from an earlier visit, they would not know what another instance wrote since.
        self._sheets.forget(self._stream)
        self.epoch = (await self._log.head(self._stream)).epoch
        self.state = await loaded(
            self._log, self._stream, fresh=self.state, decode=self._decode, meaning=self._meaning
        )

    async def submit(
        self,
        author: Author,
        command_id: str,
        decide: Callable[[S, Inked], Decision],
        page: str | None = None,
        *,
        overtakes: bool = False,
    ) -> Outcome:
        """Decide on the newest state, keep the outcome, announce it; in the order of calls.

        `page` is the key of the page whose ink `decide` needs. One that `overtakes` goes
        before the ink of others that rests, kept and told alone, and sooner for it. Sent
        twice, a command counts once and is Kept both times. Refused when the rule says so,
        when storage cannot take it, or when too much waits already.
        """
        if len(self._jobs) >= MAX_WAITING:
            return Refusal(Code.BUSY)
        done: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._enqueue((Asked(author, command_id, decide, page, overtakes), done))
        return await done

    async def resume(
        self,
        position: Position | None,
        enter: Callable[[Position, tuple[bytes, ...] | None], None],
    ) -> None:
        """Call `enter` with where the log is and the entries after `position`, as kept.

        None in their place: the position is of another life, or too long ago. No entry is
        announced between those given and the call's end. Raises StorageError.
        """
        here = self.position
        head = Head(here.epoch, here.seq)
        if position is None or not may_have_tail(position, head):
            enter(here, None)
        elif position.seq == here.seq:
            enter(here, ())
        else:
            await self._in_turn(lambda: self._read_tail(position, enter))

    async def read(self, page: str, answer: Callable[[Sheet], None]) -> None:
        """Call `answer` with a page's ink as of all that was announced. Raises StorageError."""
        sheet = self._sheets.held(self._stream, page)
        if sheet is not None:
            answer(sheet)
            return

        async def read_in_turn() -> None:
            answer(await self._sheet(page))

        await self._in_turn(read_in_turn)

    async def _read_tail(
        self,
        position: Position,
        enter: Callable[[Position, tuple[bytes, ...] | None], None],
    ) -> None:
        lacking = self.state.seq - position.seq
        lines = await self._log.read(self._stream, position.seq, lacking) if lacking else []
        enter(self.position, tuple(line.body for line in lines))

    async def _settle(self, batch: Sequence[_Command[S]]) -> None:
        """Give every command of a batch its outcome."""
        try:
            outcomes = await self._outcomes(batch)
        except Exception as error:
            for _, done in batch:
                if not done.done():
                    done.set_exception(error)
            return
        for (_, done), outcome in zip(batch, outcomes, strict=True):
            if not done.done():
                done.set_result(outcome)

    async def _outcomes(self, batch: Sequence[_Command[S]]) -> Sequence[Outcome]:
        refusal = Refusal(Code.BUSY)
        try:
            for _ in range(MAX_RACES):
                try:
                    return await self._keep([asked for asked, _ in batch])
                except AlreadyCounted:
                    if len(batch) == 1:
                        return [Kept(await self._log.find(self._stream, batch[0][0].command_id))]
                    return [(await self._outcomes([each]))[0] for each in batch]
                except AppendConflict:
                    await self._catch_up()
        except StorageError as error:
            refusal = Refusal(storage_code(error))
        return [refusal] * len(batch)

    async def _keep(self, batch: Sequence[Asked[S]]) -> list[Outcome]:
        pages = {asked.page for asked in batch if asked.page is not None}
        sheets = {page: await self._sheet(page) for page in pages}
        planned = plan(self.state, batch, sheets, self._meaning, self._clock())
        if planned.steps:
            await self._log.append(
                self._stream,
                self.state.seq,
                planned.lines,
                planned.records,
                planned.marks,
                checkpoint=self._checkpoint(planned.state),
            )
            self._adopt(list(planned.steps.values()))
        return [await self._outcome(asked, planned) for asked in batch]

    async def _outcome(self, asked: Asked[S], planned: Plan[S]) -> Outcome:
        step = planned.steps.get(asked)
        if step is not None:
            return Kept(step.entry.seq)
        # A refused command may be one that counted before its answer was lost.
        try:
            counted = await self._log.find(self._stream, asked.command_id)
        except StorageError as error:  # of this command alone: the others are kept by now
            return Refusal(storage_code(error))
        if counted is not None:
            return Kept(counted)
        decision = planned.quiet[asked]
        return decision if isinstance(decision, Refusal) else Kept(None)

    def _adopt(self, steps: Sequence[Step[S]]) -> None:
        for step in steps:
            self.state = step.after
            self._sheets.fold(self._stream, step.marks)
        self._announce(steps)
        self._rested_at = asyncio.get_running_loop().time() + self._rest()

    async def _catch_up(self) -> None:
        while lines := await self._log.read(self._stream, self.state.seq):
            for line in lines:
                self._adopt([self._meaning.step(self.state, decode_entry(line.body), line.body)])

    async def _sheet(self, page: str) -> Sheet:
        held = self._sheets.held(self._stream, page)
        if held is not None:
            return held
        return self._sheets.hold(self._stream, page, await self._log.sheet(self._stream, page))

    def _checkpoint(self, state: S) -> bytes | None:
        if state.seq // CHECKPOINT_EVERY == self.state.seq // CHECKPOINT_EVERY:
            return None
        return encode(state)

    async def _in_turn(self, work: Callable[[], Awaitable[R]]) -> R:
        """Run `work` after all that was asked before; a caller that goes away stops nothing."""
        done: asyncio.Future[R] = asyncio.get_running_loop().create_future()

        async def job() -> None:
            try:
                result = await work()
            except Exception as error:
                if not done.done():
                    done.set_exception(error)
            else:
                if not done.done():
                    done.set_result(result)

        self._enqueue(job)
        return await done

    def _enqueue(self, job: _Job[S]) -> None:
        self._jobs.append(job)
        if not _can_rest(job) or len(self._jobs) >= MAX_TOGETHER:
            self._hurry.set()
        if self._drain is None:
            self._drain = asyncio.create_task(self._run_jobs())

    async def _run_jobs(self) -> None:
        try:
            while self._jobs:
                await self._let_ink_gather()
                if (first := self._overtaking()) is not None:
                    rested_at = self._rested_at
                    await self._settle([first])
                    # However fast the pages turn, ink rests no longer than it would have.
                    self._rested_at = rested_at
                    continue
                if batch := self._next_commands():
                    await self._settle(batch)
                    continue
                job = self._jobs.popleft()
                if not isinstance(job, tuple):
                    await job()
        finally:
            self._drain = None

    async def _let_ink_gather(self) -> None:
        """Keep and tell strokes of many hands together: each telling is a write to every tablet.

        A turn, or whatever else is no stroke, ends the rest at once.
        """
        left = self._rested_at - asyncio.get_running_loop().time()
        if left <= 0 or len(self._jobs) >= MAX_TOGETHER or not all(map(_can_rest, self._jobs)):
            return
        self._hurry.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(left):
                await self._hurry.wait()

    def _overtaking(self) -> _Command[S] | None:
        """The command that goes before the ink of other hands, if there is one; taken out."""
        writing: set[Author] = set()
        for place, job in enumerate(self._jobs):
            if not isinstance(job, tuple):
                return None
            if job[0].overtakes and writing and job[0].author not in writing:
                del self._jobs[place]
                return job
            if job[0].page is None:
                return None
            writing.add(job[0].author)
        return None

    def _next_commands(self) -> list[_Command[S]]:
        batch: list[_Command[S]] = []
        while self._jobs and len(batch) < MAX_TOGETHER:
            job = self._jobs[0]
            if not isinstance(job, tuple):
                break
            batch.append(job)
            self._jobs.popleft()
        return batch


def _can_rest(job: _Job[S]) -> bool:
    """Whether this is a stroke or an erasure: whoever drew it sees it already."""
    return isinstance(job, tuple) and job[0].page is not None
