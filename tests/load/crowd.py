"""Many tablets in one process: the thinnest WebSocket client that can tell when a frame came.

Bare sockets in one epoll, about 6 us a message: a library's client, or an asyncio protocol,
takes longer to read a frame than the service takes to write it, and would be what is measured.
"""

import select
import socket
import time
from collections.abc import Callable
from typing import Protocol

from tests.load.said import HOST, upgrade

PING = bytes((0x89, 0x04))
"""The head of the servers' pings, four bytes long; 0x04 never stands in JSON text (RFC 8259, 7)."""

LONGEST_MARK = 64
"""Bytes kept from the chunk before, so that a mark split between two chunks is seen."""

CHUNK = 16 * 1024
"""Read at once: for more, the allocator would ask the system for memory every time."""
AT_ONCE = 50
"""Tablets that connect together: what fits any accept queue."""


class Ear(Protocol):
    """What a crowd listens with; `receive` is called when there is something to read."""

    def fileno(self) -> int: ...

    def receive(self) -> None: ...


class Crowd:
    """Listens with all of its ears, and waits until tablets have seen a mark.

    `pulse` is called between two looks at the sockets and says how many seconds the next
    look may last at most: what else has to be done at its time is done there.
    """

    def __init__(self) -> None:
        self.mark, self.left, self.seen_at = b"", 0, 0.0
        self.pulse: Callable[[], float] = lambda: 1.0
        self._poll = select.epoll()
        self._ears: dict[int, Ear] = {}

    def listen(self, ear: Ear) -> None:
        """From now on hear this one."""
        self._ears[ear.fileno()] = ear
        self._poll.register(ear.fileno(), select.EPOLLIN)

    def ignore(self, ear: Ear) -> None:
        """Read from this one no more; what it is sent piles up."""
        self._poll.unregister(ear.fileno())
        del self._ears[ear.fileno()]

    def expect(self, mark: bytes, tablets: int) -> None:
        """From now on, wait for this mark on this many tablets."""
        self.mark, self.left = mark, tablets

    def saw(self) -> None:
        """One more tablet has it."""
        self.left -= 1
        if self.left == 0:
            self.seen_at = time.perf_counter()

    def until_seen(self, seconds: float = 60) -> None:
        """Listen until all expected tablets have the mark. Raises TimeoutError."""
        self.until(lambda: self.left <= 0, seconds)

    def until(self, holds: Callable[[], bool], seconds: float = 60) -> None:
        """Listen until this holds. Raises TimeoutError."""
        latest = time.perf_counter() + seconds
        while not holds():
            if time.perf_counter() > latest:
                raise TimeoutError(f"{self.left} tablets have not seen {self.mark!r}")
            self._listen_once(self.pulse())

    def rest(self, seconds: float) -> None:
        """Listen this long, whatever comes."""
        latest = time.perf_counter() + seconds
        while (left := latest - time.perf_counter()) > 0:
            self._listen_once(min(left, self.pulse()))

    def _listen_once(self, seconds: float) -> None:
        for number, _ in self._poll.poll(seconds):
            self._ears[number].receive()


class Count:
    """How often some bytes came to a tablet, however they were cut into chunks."""

    def __init__(self, what: bytes) -> None:
        self.seen = 0
        self._what, self._kept = what, b""

    def hear(self, data: bytes) -> None:
        """The next chunk."""
        whole = self._kept + data
        self.seen += whole.count(self._what)
        self._kept = whole[1 - len(self._what) :]


class Tablet:
    """Upgrades, sends its first frame, then only looks for the crowd's mark."""

    __slots__ = (
        "_counted",
        "_crowd",
        "_hello",
        "_kept",
        "_recv",
        "_seen",
        "_socket",
        "counts",
        "upgraded",
    )

    def __init__(self, crowd: Crowd, port: int, path: str, hello: bytes | None) -> None:
        """`hello` is a whole frame, sent when the upgrade is through.

        While `counts` is off, the crowd does not wait for this one.
        """
        self._crowd, self._hello = crowd, hello
        self._kept = self._seen = b""
        self._counted: list[Count] = []
        self.counts, self.upgraded = True, False
        self._socket = socket.create_connection((HOST, port))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket.setblocking(False)
        self._recv = self._socket.recv
        self._socket.send(upgrade(port, path))
        crowd.listen(self)

    def fileno(self) -> int:
        """Of its socket."""
        return self._socket.fileno()

    def receive(self) -> None:
        """Look at what came."""
        data = self._recv(CHUNK)
        mark = self._crowd.mark
        if self._seen is not mark and (mark in data or mark in self._kept + data):
            self._seen = mark
            if self.counts:
                self._crowd.saw()
        self._kept = data[-LONGEST_MARK:]
        if PING in data:
            payload = data.partition(PING)[2][:4]
            self.send(bytes((0x8A, 0x84)) + bytes(4) + payload)
        for counting in self._counted:
            counting.hear(data)
        if not data:
            raise ConnectionError("a tablet was let go")
        if not self.upgraded:
            self._upgrade(data)

    def send(self, frame: bytes) -> None:
        """Send a whole frame."""
        self._socket.send(frame)

    def count(self, what: bytes) -> Count:
        """From now on count these bytes."""
        self._counted.append(Count(what))
        return self._counted[-1]

    def stop_counting(self) -> None:
        """Count nothing any more."""
        self._counted.clear()

    def close(self) -> None:
        """Go away, and be heard no more."""
        self._crowd.ignore(self)
        self._socket.close()

    def _upgrade(self, head: bytes) -> None:
        assert b" 101 " in head, head
        self.upgraded = True
        if self._hello is not None:
            self.send(self._hello)


def gather(crowd: Crowd, port: int, path: str, hellos: list[bytes | None]) -> list[Tablet]:
    """One tablet for each first frame; returns when all are upgraded."""
    tablets: list[Tablet] = []
    for first in range(0, len(hellos), AT_ONCE):
        some = [Tablet(crowd, port, path, hello) for hello in hellos[first : first + AT_ONCE]]
        # mypy cannot type a lambda's default, which binds this turn's tablets.
        crowd.until(lambda made=some: all(tablet.upgraded for tablet in made))  # type: ignore[misc]
        tablets += some
    return tablets
