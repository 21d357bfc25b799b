"""What waits for a slow tablet: events whole and in order, signals newest only, both bounded."""

import pytest

from service.realtime.outbox import MAX_BYTES, MAX_FRAMES, MAX_SIGNALS, Outbox


def drained(outbox: Outbox) -> list[bytes]:
    frames = []
    while outbox:
        frames.append(outbox.pop())
    return frames


def test_events_keep_their_order_and_come_before_signals() -> None:
    outbox = Outbox()
    outbox.merge("pointer", b"p1")
    assert outbox.push(b"e1")
    assert outbox.push(b"e2")
    assert drained(outbox) == [b"e1", b"e2", b"p1"]


def test_a_newer_signal_replaces_an_unsent_one() -> None:
    outbox = Outbox()
    for n in range(5):
        outbox.merge("a", b"a%d" % n)
        outbox.merge("b", b"b%d" % n)
    assert drained(outbox) == [b"a4", b"b4"]


def test_no_event_is_taken_past_the_count() -> None:
    outbox = Outbox()
    assert all(outbox.push(b"e") for _ in range(MAX_FRAMES))
    assert not outbox.push(b"one too many")
    assert len(drained(outbox)) == MAX_FRAMES


def test_no_event_is_taken_past_the_size_but_the_first_may_be_a_large_snapshot() -> None:
    outbox = Outbox()
    assert outbox.push(b"x" * (MAX_BYTES + 1))
    assert not outbox.push(b"y")
    outbox.pop()
    assert outbox.push(b"y")


def test_a_crowd_of_signals_is_thinned() -> None:
    outbox = Outbox()
    for n in range(MAX_SIGNALS * 2):
        outbox.merge(str(n), b"s%d" % n)
    assert len(drained(outbox)) == MAX_SIGNALS


def test_an_empty_outbox_has_nothing_to_give() -> None:
    with pytest.raises(IndexError):
        Outbox().pop()


def test_signals_count_in_bytes_too() -> None:
    outbox = Outbox()
    outbox.merge("large", b"x" * MAX_BYTES)
    outbox.merge("another", b"y")
    assert outbox.byte_count == MAX_BYTES
    outbox.merge("large", b"z")
    outbox.merge("another", b"y")
    assert outbox.byte_count == 2
    assert drained(outbox) == [b"z", b"y"]
    assert outbox.byte_count == 0
