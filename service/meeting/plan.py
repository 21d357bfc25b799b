"""Commands that wait together, decided one after the other before any of them is kept; pure.

Each is decided on the state that the ones before it will have made, so that one append,
and one sync to disk, keeps them all.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from msgspec import ValidationError

from service.errors import Code, Refusal
from service.meeting.decision import Decision
from service.meeting.sheet import Draft, Inked, Sheet, Stood
from service.model import Author
from service.protocol.codec import decode_entry, encode
from service.protocol.events import AnyEvent, Entry
from storage.records import DropMarks, DropSheets, LogLine, MarkChange, Record


class Folded(Protocol):
    """A state that knows which entry it has seen last."""

    @property
    def seq(self) -> int: ...


S = TypeVar("S", bound=Folded)


@dataclass(frozen=True, slots=True, eq=False)
class Asked(Generic[S]):
    """A command that waits; `page` is the key of the sheet it is decided against, if any.

    `overtakes`: it need not wait for the ink of other hands.
    """

    author: Author
    command_id: str
    decide: Callable[[S, Inked], Decision]
    page: str | None = None
    overtakes: bool = False


@dataclass(frozen=True, slots=True)
class Step(Generic[S]):
    """One entry and what it does; `body` is the entry as the log keeps it."""

    entry: Entry
    body: bytes
    before: S
    after: S
    marks: tuple[MarkChange, ...]
    records: Sequence[Record]


@dataclass(frozen=True, slots=True)
class Meaning(Generic[S]):
    """What entries of this kind of stream mean: for the state, the ink, and the catalog."""

    apply: Callable[[S, Entry], S]
    marks: Callable[[S, Entry], Iterable[MarkChange]]
    records: Callable[[S, tuple[AnyEvent, ...]], Sequence[Record]]

    def step(self, before: S, entry: Entry, body: bytes) -> Step[S]:
        """The entry with its consequences. Raises ValueError when it is not the next one."""
        after = self.apply(before, entry)
        marks = tuple(self.marks(before, entry))
        return Step(entry, body, before, after, marks, self.records(before, entry.events))


@dataclass(slots=True)
class Plan(Generic[S]):
    """What is to be kept at once, and what changes nothing."""

    state: S
    steps: dict[Asked[S], Step[S]] = field(default_factory=dict)
    quiet: dict[Asked[S], tuple[()] | Refusal] = field(default_factory=dict)

    @property
    def lines(self) -> list[LogLine]:
        """What goes into the log."""
        return [
            LogLine(step.entry.seq, asked.command_id, step.body)
            for asked, step in self.steps.items()
        ]

    @property
    def marks(self) -> list[MarkChange]:
        """What happens to the sheets."""
        return [change for step in self.steps.values() for change in step.marks]

    @property
    def records(self) -> list[Record]:
        """What happens to the catalog."""
        return [record for step in self.steps.values() for record in step.records]


def plan(
    state: S, batch: Sequence[Asked[S]], sheets: dict[str, Sheet], meaning: Meaning[S], now: int
) -> Plan[S]:
    """Decide a batch, in order; `sheets` are those it names, `now` dates it (ms)."""
    planned = Plan(state)
    drafts = {page: Draft(sheet) for page, sheet in sheets.items()}
    nothing = Draft(Sheet())
    counted: set[str] = set()
    for asked in batch:
        draft = nothing if asked.page is None else drafts[asked.page]
        # Sent twice in one batch, a command counts once: the log refuses two lines under one id.
        decision = () if asked.command_id in counted else asked.decide(planned.state, draft)
        if isinstance(decision, Refusal) or not decision:
            planned.quiet[asked] = decision if isinstance(decision, Refusal) else ()
            continue
        entry = Entry(
            seq=planned.state.seq + 1,
            at=now,
            by=asked.author,
            command_id=asked.command_id,
            events=decision,
        )
        body = encode(entry)
        try:
            # What could not be read back must never be kept: one bad line would end the meeting.
            decode_entry(body)
        except ValidationError:
            planned.quiet[asked] = Refusal(Code.MALFORMED)
            continue
        step = meaning.step(planned.state, entry, body)
        planned.steps[asked] = step
        counted.add(asked.command_id)
        planned.state = step.after
        for change in step.marks:
            _draft(drafts, change)
    return planned


def _draft(drafts: dict[str, Draft], change: MarkChange) -> None:
    if isinstance(change, DropSheets):
        for page in [page for page in drafts if page.startswith(change.prefix)]:
            drafts[page] = Draft(Sheet())
    elif change.sheet in drafts:
        draft = drafts[change.sheet]
        if isinstance(change, DropMarks):
            draft.drop(change.mark_ids)
        else:
            draft.add(change.mark_id, Stood(change.seq, change.author, change.body))
