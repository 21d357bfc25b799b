"""Tablets that join while others are in the hall: a seat over HTTP, then the socket, then Hello.

They come evenly spread over the time allowed, whether or not those before are in: a hall
does not wait at the door. Neither the client's files nor the first page's image are asked for.
"""

import json
import socket
import time
from collections.abc import Callable

from tests.load.crowd import Count, Crowd, Tablet
from tests.load.halls import SOCKET, WELCOMED, OurHall, hello
from tests.load.said import HOST
from tests.support.sitting import Sitting


class Knock:
    """Asks for a seat and hands its token on."""

    def __init__(self, crowd: Crowd, port: int, link: str, name: str) -> None:
        self._answer = b""
        self.seated: Callable[[str], None] = lambda token: None
        self._crowd = crowd
        self._socket = socket.create_connection((HOST, port))
        body = json.dumps({"link": link, "name": name}).encode()
        head = f"POST /api/join HTTP/1.1\r\nHost: {HOST}:{port}\r\nContent-Type: application/json"
        self._socket.send(f"{head}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
        crowd.listen(self)

    def fileno(self) -> int:
        """Of its socket."""
        return self._socket.fileno()

    def receive(self) -> None:
        """Read the answer; once it is whole, go."""
        self._answer += self._socket.recv(4_096)
        head, _, body = self._answer.partition(b"\r\n\r\n")
        length = head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0]
        if not body or len(body) < int(length):
            return
        assert b" 200 " in head, self._answer
        self._crowd.ignore(self)
        self._socket.close()
        self.seated(json.loads(body)["token"])


class Arrivals:
    """Many at the door of a hall; `pulse` lets in those whose time has come (`Crowd.pulse`)."""

    def __init__(self, hall: OurHall, room: Sitting, link: str, many: int, seconds: float) -> None:
        self.hall, self.many, self.welcomed_at = hall, many, 0.0
        self._room, self._link, self._every = room, link, seconds / many
        self._begun = time.perf_counter()
        self._knocked = self._in = 0
        self._coming: list[tuple[Tablet, Count]] = []

    @property
    def over(self) -> bool:
        """Whether everyone is in the hall."""
        return self._in == self.many

    @property
    def seconds(self) -> float:
        """From the first knock until those who are in had been welcomed."""
        return self.welcomed_at - self._begun

    def pulse(self) -> float:
        """Knock for those whose time has come; seconds until the next."""
        due = int((time.perf_counter() - self._begun) / self._every) + 1
        while self._knocked < min(due, self.many):
            self._knocked += 1
            name = f"손님 {self._knocked}번"
            knock = Knock(self.hall.crowd, self._room.service.port, self._link, name)
            knock.seated = self._come_in
        return self._every

    def settle(self) -> None:
        """Those who have been welcomed belong to the hall from the next turn on."""
        waiting = []
        for tablet, welcomes in self._coming:
            if welcomes.seen:
                tablet.counts = True
                tablet.stop_counting()
                tablet.send(self.hall.reached())
                self.hall.tablets.append(tablet)
                self.welcomed_at = time.perf_counter()
                self._in += 1
            else:
                waiting.append((tablet, welcomes))
        self._coming = waiting

    def _come_in(self, token: str) -> None:
        first = hello(self._room, token)
        tablet = Tablet(self.hall.crowd, self._room.service.port, SOCKET, first)
        tablet.counts = False
        self._coming.append((tablet, tablet.count(WELCOMED)))
