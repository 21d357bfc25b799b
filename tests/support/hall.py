"""An audience without sockets: tablets note what they were sent, time passes when told to."""

import heapq
from collections.abc import Callable
from itertools import count

from service.model import Actor, PageRef, Role
from service.observability.watch import UNWATCHED, Watch
from service.protocol.codec import decode_frame
from service.protocol.frames import AnyFrame, Passing
from service.protocol.presence import Presence, Receipts
from service.protocol.signals import Passed
from service.realtime.audience import Audience
from service.realtime.connection import KEEPS_UP_BYTES, Connection
from tests.support.values import page

STEERING = {Role.SECRETARY, Role.CHAIR}


class HandedTimer:
    """An event loop's clock and its timers; seconds pass only in `run`."""

    def __init__(self) -> None:
        self._now = 100.0
        self._due: list[tuple[float, int, Callable[[], object]]] = []
        self._numbers = count()

    def time(self) -> float:
        """Seconds."""
        return self._now

    def call_later(self, delay: float, callback: Callable[[], object], /) -> None:
        """Call it when the time has come, in order."""
        heapq.heappush(self._due, (self._now + delay, next(self._numbers), callback))

    def run(self, seconds: float) -> None:
        """Let time pass, and do what falls due."""
        end = self._now + seconds
        while self._due and self._due[0][0] <= end:
            self._now, _, callback = heapq.heappop(self._due)
            callback()
        self._now = end


class NotingWire:
    """A transport that notes each frame and when it came; `stuck`: it takes no more."""

    def __init__(self, time: Callable[[], float]) -> None:
        self.on_writable: Callable[[], None] | None = None
        self.noted: list[tuple[float, bytes]] = []
        self.closed: int | None = None
        self.stuck = False
        self._time = time

    def write(self, frame: bytes) -> None:
        """Note a frame."""
        self.noted.append((self._time(), frame))

    def backlog(self) -> int:
        """Full while it is stuck."""
        return KEEPS_UP_BYTES + 1 if self.stuck else 0

    def let_go(self, code: int, reason: str) -> None:
        """Note the end."""
        self.closed = code

    def reads_on(self) -> None:
        """It takes again what waits."""
        self.stuck = False
        if self.on_writable is not None:
            self.on_writable()


class Sitter:
    """One tablet: its connection, and what it was sent, decoded."""

    def __init__(self, wire: NotingWire, connection: Connection) -> None:
        self.wire, self.connection = wire, connection

    @property
    def frames(self) -> list[AnyFrame]:
        """Everything it was sent."""
        return [decode_frame(text_of(frame)) for _, frame in self.wire.noted]

    @property
    def presences(self) -> list[Presence]:
        """What it was told of who is here."""
        return [frame for frame in self.frames if isinstance(frame, Presence)]

    @property
    def receipts(self) -> list[Receipts]:
        """The receipts it was given."""
        return [frame for frame in self.frames if isinstance(frame, Receipts)]

    @property
    def passed(self) -> list[Passed]:
        """The signals it was told, in order."""
        return [one for frame in self.frames if isinstance(frame, Passing) for one in frame.signals]

    def names(self) -> dict[str, bool]:
        """Who is here as this tablet knows it: seat -> whether it follows."""
        known: dict[str, bool] = {}
        for presence in self.presences:
            if presence.whole:
                known = {}
            known |= {seat.seat_id: seat.following for seat in presence.seats}
            for seat_id in presence.gone:
                del known[seat_id]
        return known

    def forget(self) -> None:
        """Begin noting anew."""
        self.wire.noted.clear()


class Hall:
    """An audience, the tablets in it, and its clock; `hidden` pages are for those who steer."""

    def __init__(self, watch: Watch = UNWATCHED) -> None:
        self.timer = HandedTimer()
        self.lead: str | None = None
        self.hidden: set[PageRef] = set()
        self.audience = Audience(
            self._sees, self._steers_or_leads, self.now, lambda: self.timer, watch
        )

    def now(self) -> int:
        """Milliseconds."""
        return round(self.timer.time() * 1_000)

    def come(
        self, seat_id: str, role: Role = Role.MEMBER, on: PageRef | None = None, link: str = "l1"
    ) -> Sitter:
        """A tablet of this seat enters, and shows a page if one is named."""
        wire = NotingWire(self.timer.time)
        actor = Actor(seat_id=seat_id, name=f"name of {seat_id}", role=role)
        sitter = Sitter(wire, Connection(wire, actor, link))
        self.audience.enter(sitter.connection)
        if on is not None:
            self.shows(sitter, on)
        return sitter

    def go(self, sitter: Sitter) -> None:
        """The tablet leaves."""
        self.audience.leave(sitter.connection)

    def shows(self, sitter: Sitter, on: PageRef | None, *, following: bool = True) -> None:
        """The tablet says which page it shows."""
        self.audience.reached(sitter.connection, on, following)

    def leads(self, seat_id: str | None) -> None:
        """The lead passes."""
        self.lead = seat_id
        self.audience.lead_passed(seat_id)

    def turn(self, number: int) -> None:
        """The meeting turns to this page of d1."""
        self.audience.turned(page(number))

    def _sees(self, actor: Actor, on: PageRef) -> bool:
        return on not in self.hidden or self._steers_or_leads(actor)

    def _steers_or_leads(self, actor: Actor) -> bool:
        return actor.role in STEERING or actor.seat_id == self.lead


def text_of(frame: bytes) -> bytes:
    """The text in a whole frame as a server sends it (RFC 6455, 5.2)."""
    size = frame[1]
    head = 2 if size < 126 else 4 if size == 126 else 10
    return frame[head:]
