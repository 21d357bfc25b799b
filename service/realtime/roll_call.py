"""Telling who is here: the whole list to a tablet that enters, changes afterwards."""

from collections.abc import Callable, Iterator
from enum import Enum

from service.model import Actor
from service.protocol.codec import encode
from service.protocol.presence import Presence
from service.realtime.connection import Connection
from service.realtime.framing import text_frame
from service.realtime.presence import FEW, Changes, Roll, present

KEY = "Presence"


class Knows(Enum):
    """What a tablet has been told."""

    NOTHING = 0
    NUMBERS = 1
    NAMES = 2


class RollCall:
    """What each tablet knows of who is here; it is told by `tell`, a tablet a step.

    Changes go only to a tablet that has the list they belong to and keeps up: one that
    lags gets a whole list once it has caught up, since of two merged frames the older
    is lost.
    """

    def __init__(self, gets_names: Callable[[Actor], bool]) -> None:
        self.lost_since: int | None = None
        self._gets_names = gets_names
        self._roll = Roll()
        self._knows: dict[Connection, Knows] = {}
        self._lost_since_told: int | None = None
        self._owes = False

    @property
    def owes(self) -> bool:
        """Whether a tablet lagged at the last call and has its list still to come."""
        return self._owes

    def enter(self, connection: Connection) -> None:
        """The tablet knows nothing yet."""
        self._knows[connection] = Knows.NOTHING

    def leave(self, connection: Connection) -> None:
        """The tablet is told nothing more."""
        self._knows.pop(connection, None)

    def seat_is(self, actor: Actor, following: bool) -> bool:
        """What counts for a seat now; whether that is news."""
        return self._roll.note(actor.seat_id, present(actor, following))

    def seat_left(self, seat_id: str) -> None:
        """The seat's last tablet is gone."""
        self._roll.note(seat_id, None)

    def tell(self) -> Iterator[None]:
        """Tell what has changed; each step is one tablet. Finish it before the next."""
        changes = self._roll.settle()
        news = bool(changes) or self.lost_since != self._lost_since_told
        self._lost_since_told, self._owes = self.lost_since, False
        call = Call(self._roll, changes, self.lost_since)
        for connection in list(self._knows):
            if connection in self._knows:
                self._knows[connection] = self._told(connection, call, news=news)
            yield

    def _told(self, connection: Connection, call: "Call", *, news: bool) -> Knows:
        knew = self._knows[connection]
        if self._roll.total > FEW and not self._gets_names(connection.actor):
            return self._told_numbers(connection, call, news=news)
        if knew is Knows.NAMES and not news:
            return Knows.NAMES
        if connection.lags:
            self._owes = True
            return Knows.NOTHING
        connection.merge(KEY, call.changes() if knew is Knows.NAMES else call.whole())
        return Knows.NAMES

    def _told_numbers(self, connection: Connection, call: "Call", *, news: bool) -> Knows:
        """Numbers are whole in themselves: a tablet that lags has the newest waiting for it."""
        if news or self._knows[connection] is not Knows.NUMBERS:
            connection.merge(KEY, call.numbers())
        return Knows.NUMBERS


class Call:
    """The frames of one telling, each made when the first tablet needs it."""

    def __init__(self, roll: Roll, changes: Changes, lost_since: int | None) -> None:
        self._roll, self._changes, self._lost_since = roll, changes, lost_since
        self._made: dict[str, bytes] = {}

    def numbers(self) -> bytes:
        """How many, without names: it also takes away the names of a hall that has filled."""
        return self._frame("numbers", Changes(), whole=True)

    def whole(self) -> bytes:
        """The whole list."""
        return self._frame("whole", Changes(seats=self._roll.seats), whole=True)

    def changes(self) -> bytes:
        """What has changed since the telling before."""
        return self._frame("changes", self._changes, whole=False)

    def _frame(self, name: str, told: Changes, *, whole: bool) -> bytes:
        made = self._made.get(name)
        if made is None:
            presence = Presence(
                whole=whole,
                total=self._roll.total,
                following=self._roll.following,
                seats=told.seats,
                gone=told.gone,
                lost_since=self._lost_since,
            )
            made = self._made[name] = text_frame(encode(presence))
        return made
