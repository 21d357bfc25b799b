"""Everyone connected to one meeting: one frame to all, signals to the others, presence."""

import asyncio
from collections.abc import Callable

from service.model import Actor
from service.protocol.closing import CloseCode
from service.protocol.codec import encode
from service.protocol.frames import Passing
from service.protocol.signals import PointerAt, PointerGone, Presence, SignalToTablet
from service.realtime.connection import Connection
from service.realtime.framing import text_frame
from service.realtime.presence import FEW, names_for, present, settle_seconds


class Audience:
    """The connections of a meeting; all calls from the event loop, none of them waits."""

    def __init__(self, may_see_names: Callable[[Actor], bool]) -> None:
        self._connections: dict[Connection, None] = {}
        self._may_see_names = may_see_names
        self._presence_due: asyncio.TimerHandle | None = None

    def __len__(self) -> int:
        return len(self._connections)

    def enter(self, connection: Connection) -> None:
        """From here on the connection hears everything; a second Hello changes nothing."""
        if connection not in self._connections:
            self._connections[connection] = None
            self.presence_changed()

    def leave(self, connection: Connection) -> None:
        """The connection is gone; its pointer goes with it."""
        if self._connections.pop(connection, self) is not self:
            self.pass_on(connection, PointerGone())
            self.presence_changed()

    def publish(self, message: bytes) -> None:
        """A message that must arrive, to all: framed once, one write a tablet."""
        frame = text_frame(message)
        for connection in self._connections:
            connection.push(frame)

    def publish_to_seat(self, seat_id: str, message: bytes) -> None:
        """A message that must arrive, to the tablets of one seat alone."""
        frame = text_frame(message)
        for connection in self._connections:
            if connection.actor.seat_id == seat_id:
                connection.push(frame)

    def pass_on(self, sender: Connection, signal: SignalToTablet) -> None:
        """A signal to all but its sender; an unsent older one of the same kind is replaced."""
        seat = sender.actor.seat_id
        frame = text_frame(encode(Passing(seat_id=seat, signal=signal)))
        kind = "Pointer" if isinstance(signal, PointerAt | PointerGone) else type(signal).__name__
        for connection in self._connections:
            if connection is not sender:
                connection.merge(f"{seat}.{kind}", frame)

    def presence_changed(self) -> None:
        """Tell everyone who is here, soon and once for all that changed meanwhile."""
        if self._presence_due is None:
            self._presence_due = asyncio.get_running_loop().call_later(
                settle_seconds(len(self._connections)), self._tell_presence
            )

    def close_link(self, link_id: str, code: CloseCode) -> None:
        """Let go of every tablet that joined by this link."""
        for connection in list(self._connections):
            if connection.link_id == link_id:
                connection.close(code)

    def has_seat(self, seat_id: str) -> bool:
        """Whether a tablet of this seat is connected now."""
        return any(c.actor.seat_id == seat_id for c in self._connections)

    def names(self) -> frozenset[str]:
        """The names of everyone connected now."""
        return frozenset(c.actor.name for c in self._connections)

    def _tell_presence(self) -> None:
        self._presence_due = None
        seats = present(self._connections)
        whole = _passing(Presence(total=len(seats), seats=seats))
        count = whole if len(seats) <= FEW else _passing(Presence(total=len(seats), seats=()))
        for connection in self._connections:
            sees_all = names_for(connection.actor, len(seats), self._may_see_names)
            connection.merge("Presence", whole if sees_all else count)


def _passing(presence: Presence) -> bytes:
    return text_frame(encode(Passing(seat_id="", signal=presence)))
