"""A connection sends directly while the tablet keeps up, and waits with it when it does not."""

import asyncio
from collections.abc import Callable

from service.model import Actor, Role
from service.protocol.closing import CloseCode
from service.realtime.connection import KEEPS_UP_BYTES, Connection
from service.realtime.outbox import MAX_BYTES


class Slow:
    """A wire whose transport takes nothing before it is told to."""

    def __init__(self) -> None:
        self.on_writable: Callable[[], None] | None = None
        self.written: list[bytes] = []
        self.waiting = 0
        self.gone: int | None = None

    def write(self, frame: bytes) -> None:
        self.written.append(frame)
        self.waiting += len(frame)

    def backlog(self) -> int:
        return self.waiting

    def let_go(self, code: int, reason: str) -> None:
        self.gone = code

    def take(self) -> None:
        """The peer has read everything."""
        self.waiting = 0
        if self.on_writable is not None:
            self.on_writable()


def connection() -> tuple[Connection, Slow]:
    wire = Slow()
    return Connection(wire, Actor(seat_id="s", name="김", role=Role.MEMBER), "link"), wire


def test_order_is_kept_over_a_lag() -> None:
    tablet, wire = connection()
    frames = [bytes((n,)) * 20_000 for n in range(20)]
    for frame in frames:
        tablet.push(frame)
    assert tablet.lags
    assert len(wire.written) < len(frames)
    while tablet.lags:
        wire.take()
    assert wire.written == frames


def test_exactly_the_mark_is_not_a_lag_for_the_transport_would_never_resume() -> None:
    tablet, wire = connection()
    tablet.push(b"x" * KEEPS_UP_BYTES)
    assert not tablet.lags
    tablet.push(b"y")
    assert len(wire.written) == 2


def test_signals_are_merged_while_it_lags() -> None:
    tablet, wire = connection()
    tablet.push(b"x" * (KEEPS_UP_BYTES + 1))
    for n in range(5):
        tablet.merge("pointer", b"p%d" % n)
    wire.take()
    assert wire.written[1:] == [b"p4"]


def test_past_the_bound_it_is_let_go_and_nothing_is_kept() -> None:
    tablet, wire = connection()
    for _ in range(2 * MAX_BYTES // 100_000):
        tablet.push(b"x" * 100_000)
    assert tablet.closing is CloseCode.SLOW
    assert wire.gone == CloseCode.SLOW
    assert sum(map(len, wire.written)) <= 2 * KEEPS_UP_BYTES + 100_000
    tablet.push(b"never")
    wire.take()
    assert wire.written[-1] != b"never"


async def test_whoever_answers_waits_until_it_has_caught_up() -> None:
    tablet, wire = connection()
    await tablet.caught_up()
    tablet.push(b"x" * (KEEPS_UP_BYTES + 1))
    tablet.push(b"y" * (KEEPS_UP_BYTES + 1))
    waiting = asyncio.create_task(tablet.caught_up())
    await asyncio.sleep(0)
    wire.take()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert not waiting.done(), "the second frame has just gone out"
    wire.take()
    await waiting


async def test_nobody_waits_for_who_is_let_go() -> None:
    tablet, _ = connection()
    tablet.push(b"x" * (KEEPS_UP_BYTES + 1))
    waiting = asyncio.create_task(tablet.caught_up())
    await asyncio.sleep(0)
    tablet.close(CloseCode.REVOKED)
    await waiting
