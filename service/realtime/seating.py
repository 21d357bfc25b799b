"""Which tablets sit on which seat: several tablets of one seat are one person; pure."""

from collections.abc import Collection, Iterator

from service.realtime.connection import Connection


class Seating:
    """The seats that have a tablet here; of a seat's several tablets the newest counts."""

    def __init__(self) -> None:
        self._seats: dict[str, dict[Connection, None]] = {}

    def __len__(self) -> int:
        return len(self._seats)

    def __contains__(self, seat_id: str) -> bool:
        return seat_id in self._seats

    def __iter__(self) -> Iterator[str]:
        return iter(self._seats)

    def enter(self, connection: Connection) -> None:
        """The tablet is its seat's newest now."""
        self._seats.setdefault(connection.actor.seat_id, {})[connection] = None

    def leave(self, connection: Connection) -> None:
        """The tablet is gone; with the last one its seat is."""
        seat_id = connection.actor.seat_id
        tablets = self._seats.get(seat_id, {})
        tablets.pop(connection, None)
        if not tablets:
            self._seats.pop(seat_id, None)

    def tablets(self, seat_id: str) -> Collection[Connection]:
        """The tablets of a seat, the newest last."""
        return self._seats.get(seat_id, {}).keys()

    def newest(self, seat_id: str) -> Connection | None:
        """The tablet that counts for a seat; None when the seat has none here."""
        tablets = self._seats.get(seat_id)
        return next(reversed(tablets)) if tablets else None
