"""The meeting as its readers get it: one stream, or veiled twins of it while items are hidden."""

from collections.abc import Callable, Sequence
from itertools import groupby

from service.meeting.plan import Step
from service.meeting.resume import tail_is_smaller
from service.meeting.sight import VIEWS, View, hidden, seen
from service.meeting.twin import twin
from service.model import Actor
from service.protocol import prepared
from service.protocol.codec import encode
from service.protocol.events import Entry
from service.protocol.message import Position, StreamName
from service.protocol.state import Snapshot
from service.realtime.audience import Audience
from service.realtime.connection import Connection
from service.realtime.framing import text_frame

AGENDA_CHANGED = (b'"type":"Item', b'"type":"Document')
"""What an entry that can change who sees what has in its JSON; in a text the quotes are escaped."""


class Views:
    """Welcomes, tails and announcements, each encoded once for all who see the same."""

    def __init__(self) -> None:
        self._encoded: dict[View, tuple[Snapshot, bytes]] = {}

    def announce(
        self, steps: Sequence[Step[Snapshot]], epoch: str, audience: Audience, now: int
    ) -> None:
        """Tell everyone entries kept together, in order, each as they may see them."""
        for veiled, run in groupby(steps, _veiled):
            told = list(run)
            advances = [prepared.advance(StreamName.MEETING, epoch, step.body) for step in told]
            if not veiled:
                audience.publish(*advances)
                continue
            audience.publish(*advances, to=_outside(veiled))
            for step in told:
                here = Position(epoch=epoch, seq=step.entry.seq)
                for view in veiled:
                    self._announce_to(view, step, here, audience, now)

    def welcome(self, actor: Actor, here: Position, state: Snapshot, now: int) -> bytes:
        """A fresh start for one seat."""
        return prepared.welcome(actor, here, self._json(state, VIEWS[actor.role]), now)

    def tail(
        self, actor: Actor, here: Position, state: Snapshot, entries: Sequence[bytes] | None
    ) -> bytes | None:
        """What a tablet lacks, or None when only a fresh start tells it all, or less costly."""
        if entries is None:
            return None
        view = VIEWS[actor.role]
        if entries and not tail_is_smaller(sum(map(len, entries)), len(self._json(state, view))):
            return None
        if entries and view is not View.ALL and not _shows_all(state, view, entries):
            return None
        return prepared.tail(StreamName.MEETING, here, entries)

    def _announce_to(
        self,
        view: View,
        step: Step[Snapshot],
        here: Position,
        audience: Audience,
        now: int,
    ) -> None:
        events = twin(step.before, step.entry.events, step.after, view)
        if events is not None:
            entry = Entry(
                seq=step.entry.seq,
                at=step.entry.at,
                by=step.entry.by,
                command_id=step.entry.command_id,
                events=events,
            )
            told = prepared.advance(StreamName.MEETING, here.epoch, encode(entry))
            audience.publish(told, to=lambda actor: VIEWS[actor.role] is view)
            return
        for connection in audience.connections:
            if VIEWS[connection.actor.role] is view:
                self._start_anew(connection, here, step.after, now)

    def _start_anew(
        self, connection: Connection, here: Position, state: Snapshot, now: int
    ) -> None:
        connection.push(text_frame(self.welcome(connection.actor, here, state, now)))

    def _json(self, state: Snapshot, view: View) -> bytes:
        known = self._encoded.get(view)
        if known is None or known[0] is not state:
            shown = seen(state, view)
            same = view is not View.ALL and shown is state
            known = (state, self._json(state, View.ALL) if same else encode(shown))
            self._encoded[view] = known
        return known[1]


def _veiled(step: Step[Snapshot]) -> frozenset[View]:
    """Those from whom something is hidden before the entry or after it."""
    return frozenset(view for view in View if hidden(step.before, view) or hidden(step.after, view))


def _outside(veiled: frozenset[View]) -> Callable[[Actor], bool]:
    return lambda actor: VIEWS[actor.role] not in veiled


def _shows_all(state: Snapshot, view: View, entries: Sequence[bytes]) -> bool:
    """Whether nothing in these entries was ever hidden from this view."""
    changed = any(mark in entry for entry in entries for mark in AGENDA_CHANGED)
    return not changed and not hidden(state, view)
