"""Everyone connected to one meeting: one frame to all, hands in motion, who is here."""

import asyncio
import time
from collections.abc import Callable, Collection, Iterator

from service.model import Actor, PageRef
from service.observability.watch import UNWATCHED, Watch
from service.protocol.closing import CloseCode, comes_back
from service.protocol.signals import SignalToTablet
from service.realtime.attendance import Attendance
from service.realtime.connection import Connection
from service.realtime.framing import text_frame
from service.realtime.live import Live
from service.realtime.pace import rest_seconds
from service.realtime.pages_shown import PagesShown
from service.realtime.presence import settle_seconds
from service.realtime.receipts import ReceiptsDesk
from service.realtime.roll_call import RollCall
from service.realtime.round import Round, Timer
from service.realtime.seating import Seating


class Audience:
    """The connections of a meeting; all calls from the event loop, none of them waits.

    `sees`: whether an actor may see a page. `steers_or_leads`: who gets names in a large
    hall, and receipts. `clock`: ms since 1970. `timer`: the event loop, asked for when needed.
    """

    def __init__(
        self,
        sees: Callable[[Actor, PageRef], bool],
        steers_or_leads: Callable[[Actor], bool],
        clock: Callable[[], int],
        timer: Callable[[], Timer] = asyncio.get_running_loop,
        watch: Watch = UNWATCHED,
    ) -> None:
        self.turned_at: int | None = None
        self.watch = watch
        self.lead_lost_since: int | None = None
        self._clock = clock
        self._leader: str | None = None
        self._connections: dict[Connection, None] = {}
        self._seating, self._shown = Seating(), PagesShown()
        self._live = Live(sees, self._shown)
        self._roll_call = RollCall(steers_or_leads)
        self._receipts = ReceiptsDesk(Attendance(sees, clock), steers_or_leads)
        self._ticks = Round(timer, self._tick, rest=rest_seconds)
        self._calls = Round(timer, self._call, gather=self._settle_seconds)
        self._counts = Round(timer, self._receipts.tell, gather=self._settle_seconds)

    def __len__(self) -> int:
        return len(self._connections)

    @property
    def connections(self) -> Collection[Connection]:
        """Everyone connected now, for whoever counts."""
        return self._connections.keys()

    def enter(self, connection: Connection) -> None:
        """From here on the connection hears everything; a second Hello changes nothing."""
        if connection in self._connections:
            return
        self._connections[connection] = None
        self._seating.enter(connection)
        self._shown.put(connection, connection.page)
        self._roll_call.enter(connection)
        self._receipts.enter(connection)
        if connection.actor.seat_id == self._leader:
            self._lead_lost(None)
        self._calls.soon()
        self._seat_changed(connection.actor.seat_id)

    def leave(self, connection: Connection) -> None:
        """The connection is gone; its pointer and its unfinished strokes go with it."""
        if connection not in self._connections:
            return
        seat_id = connection.actor.seat_id
        del self._connections[connection]
        self._live.left(connection)
        self._ticks.soon()
        self._seating.leave(connection)
        self._shown.put(connection, None)
        self._roll_call.leave(connection)
        self._receipts.leave(connection)
        if seat_id in self._seating:
            self._seat_changed(seat_id)
            return
        self._roll_call.seat_left(seat_id)
        for_good = connection.closing is not None and not comes_back(connection.closing)
        self._receipts.attendance.seat_left(seat_id, missed=not for_good)
        if seat_id == self._leader:
            self._lead_lost(self._clock())
        self._calls.soon()
        self._counts.soon()

    def publish(self, *messages: bytes, to: Callable[[Actor], bool] | None = None) -> None:
        """Messages that must arrive, framed once; to all, or to those whom `to` names.

        Several go in one write: with uvloop each write is a system call.
        """
        begun = time.perf_counter()
        frame = b"".join(map(text_frame, messages))
        told = self._connections if to is None else [c for c in self._connections if to(c.actor)]
        for connection in told:
            connection.push(frame)
        self.watch.published(time.perf_counter() - begun)

    def publish_to_seat(self, seat_id: str, message: bytes) -> None:
        """A message that must arrive, to the tablets of one seat alone."""
        frame = text_frame(message)
        for connection in self._seating.tablets(seat_id):
            connection.push(frame)

    def pass_on(self, sender: Connection, signal: SignalToTablet) -> None:
        """A signal to the other tablets that show its page: merged, thinned, with the next tick.

        The seat's other tablets hear it too; only the tablet it is from does not.
        """
        if sender in self._connections:
            self._live.heard(sender, signal)
            self._ticks.soon()

    def finished(self, stroke_id: str) -> None:
        """The stroke was announced as ink: what is left of its progress is void."""
        self._live.finished(stroke_id)

    def reached(self, connection: Connection, page: PageRef | None, following: bool) -> None:
        """A tablet says which page it shows, and whether it goes along."""
        connection.page, connection.following = page, following
        if connection not in self._connections:
            return
        before = self._shown.put(connection, page)
        if before != page and self._live.turned_to(connection, before):
            self._ticks.soon()
        self._seat_changed(connection.actor.seat_id)

    def turned(self, page: PageRef | None) -> None:
        """The meeting was turned to this page, or its page taken away: receipts begin anew."""
        self.turned_at = self._clock()
        self.stands_at(page)

    def stands_at(self, page: PageRef | None) -> None:
        """The meeting is at this page; to be told when a log was loaded, too: that is no turn."""
        self._receipts.attendance.turned(page)
        self._counts.soon()

    def lead_passed(self, seat_id: str | None) -> None:
        """Who leads now; None: nobody. To be told when a log was loaded, too."""
        self._leader = seat_id
        self._live.lead_passed(seat_id)
        self._ticks.soon()
        away = seat_id is not None and seat_id not in self._seating
        self._lead_lost(self._clock() if away else None)
        self._receipts.attendance.lead_passed(seat_id)
        self._calls.soon()
        self._counts.soon()

    def close_link(self, link_id: str, code: CloseCode) -> None:
        """Let go of every tablet that joined by this link."""
        for connection in list(self._connections):
            if connection.link_id == link_id:
                connection.close(code)

    def has_seat(self, seat_id: str) -> bool:
        """Whether a tablet of this seat is connected now."""
        return seat_id in self._seating

    def names(self) -> frozenset[str]:
        """The names of everyone connected now."""
        return frozenset(connection.actor.name for connection in self._connections)

    def _seat_changed(self, seat_id: str) -> None:
        tablet = self._seating.newest(seat_id)
        if tablet is not None:
            if self._roll_call.seat_is(tablet.actor, tablet.following):
                self._calls.soon()
            self._receipts.attendance.seat_is(tablet.actor, tablet.page, tablet.following)
            self._counts.soon()

    def _lead_lost(self, since: int | None) -> None:
        self.lead_lost_since = self._roll_call.lost_since = since

    def _settle_seconds(self) -> float:
        return settle_seconds(len(self._connections))

    def _tick(self) -> Iterator[None]:
        yield from self._live.tick()
        self.watch.signals(*self._live.tally())
        if self._live.waits:
            self._ticks.soon()

    def _call(self) -> Iterator[None]:
        yield from self._roll_call.tell()
        if self._roll_call.owes:
            self._calls.soon()
