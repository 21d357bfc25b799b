"""Handing out receipts: to those who lead or steer, whole each time, when they changed."""

from collections.abc import Callable, Iterator

from service.model import Actor
from service.protocol.codec import encode
from service.realtime.attendance import Attendance
from service.realtime.connection import Connection
from service.realtime.framing import text_frame

KEY = "Receipts"


class ReceiptsDesk:
    """What each tablet that may have receipts was last given."""

    def __init__(self, attendance: Attendance, gets_receipts: Callable[[Actor], bool]) -> None:
        self.attendance = attendance
        self._gets_receipts = gets_receipts
        self._given: dict[Connection, bytes] = {}

    def enter(self, connection: Connection) -> None:
        """The tablet has none yet."""
        self._given[connection] = b""

    def leave(self, connection: Connection) -> None:
        """The tablet gets no more."""
        self._given.pop(connection, None)

    def tell(self) -> Iterator[None]:
        """Give the newest to each who lacks it; each step is one tablet."""
        takers = []
        for tablet in self._given:
            if self._gets_receipts(tablet.actor):
                takers.append(tablet)
            else:
                self._given[tablet] = b""
        if not takers:
            return
        frame = text_frame(encode(self.attendance.receipts()))
        for tablet in takers:
            if self._given.get(tablet, frame) != frame:
                self._given[tablet] = frame
                tablet.merge(KEY, frame)
            yield
