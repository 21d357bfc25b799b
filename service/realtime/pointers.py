"""Where pointers stand, and which pages have news of them; pure."""

from collections.abc import Collection

from service.model import PageRef
from service.protocol.signals import PointerAt, PointerGone
from service.realtime.connection import Connection


class Pointers:
    """The newest word of each seat's pointer, and the tablet it is from."""

    def __init__(self) -> None:
        self._newest: dict[str, tuple[Connection, PointerAt | None]] = {}
        self._touched: dict[PageRef, set[str]] = {}

    def stands(self, sender: Connection, seat_id: str, pointer: PointerAt) -> None:
        """The seat's pointer is here now, and nowhere else."""
        self._lift(seat_id, unless=pointer.page)
        self._newest[seat_id] = (sender, pointer)
        self._touched.setdefault(pointer.page, set()).add(seat_id)

    def gone(self, sender: Connection, seat_id: str) -> None:
        """The pointer has left its page; that of another tablet of the seat stays."""
        if self.sender(seat_id) is sender:
            self._lift(seat_id)
            self._newest[seat_id] = (sender, None)

    def left(self, sender: Connection, seat_id: str) -> None:
        """The tablet is gone, and its pointer with it."""
        if self.sender(seat_id) is sender:
            self._lift(seat_id)
            del self._newest[seat_id]

    def only(self, seat_id: str | None) -> None:
        """Every pointer but this seat's is gone."""
        for other in [seat for seat in self._newest if seat != seat_id]:
            self._lift(other)
            del self._newest[other]

    def news(self) -> dict[PageRef, set[str]]:
        """The seats whose pointer came, moved or left, by page; asked for once a tick."""
        touched, self._touched = self._touched, {}
        return touched

    def seats_on(self, page: PageRef) -> Collection[str]:
        """The seats whose pointer stands on a page."""
        return [
            seat for seat, (_, at) in self._newest.items() if at is not None and at.page == page
        ]

    def word(self, seat_id: str, page: PageRef) -> PointerAt | PointerGone:
        """What a tablet that shows this page should hear of a seat's pointer."""
        _, at = self._newest.get(seat_id, (None, None))
        return PointerGone() if at is None or at.page != page else at

    def sender(self, seat_id: str) -> Connection | None:
        """The tablet the newest word is from; it is not told of its own."""
        sender, _ = self._newest.get(seat_id, (None, None))
        return sender

    def _lift(self, seat_id: str, unless: PageRef | None = None) -> None:
        """The page where the pointer stood has news, except when it stays there."""
        _, at = self._newest.get(seat_id, (None, None))
        if at is not None and at.page != unless:
            self._touched.setdefault(at.page, set()).add(seat_id)
