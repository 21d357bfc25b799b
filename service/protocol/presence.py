"""Who is here and where they are: told as it changes, never in the log; pure."""

from service.model import Id, Milliseconds, PageRef, Role, Text, Value
from service.protocol.message import Message


class Present(Value, frozen=True):
    """One seat that is connected now; `following`: with the presenter, not reading for itself."""

    seat_id: Id
    name: Text
    role: Role
    following: bool


class Presence(Message, frozen=True):
    """Who is in the room now.

    `whole`: `seats` are all that are here; else they are those that came or changed, and
    `gone` those that left. Past 150 seats names go only to those who lead or steer; the
    others get the numbers. `lost_since`: when the leading seat's last tablet went away.
    """

    whole: bool
    total: int
    following: int
    seats: tuple[Present, ...] = ()
    gone: tuple[Id, ...] = ()
    lost_since: Milliseconds | None = None


class Behind(Value, frozen=True):
    """A seat that does not show the page: another page, none yet, or away altogether."""

    seat_id: Id
    name: Text
    page: PageRef | None
    following: bool
    away: bool
    since: Milliseconds


class Receipts(Message, frozen=True):
    """For those who lead or steer: how many of the seats here show the meeting's page.

    `behind` names those that do not, the longest first; `more` counts those left out.
    """

    page: PageRef | None
    reached: int
    of: int
    behind: tuple[Behind, ...] = ()
    more: int = 0
