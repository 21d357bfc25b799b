"""Frames come out the same however the bytes came in, and an idle reader holds nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.protocol.closing import CloseCode
from service.realtime.reading import FrameReader, Kind, Unreadable
from tests.support.raw_socket import PART, PING, TEXT, frame, parts

MOST = 1_000

texts = st.text(max_size=200).map(str.encode)
cuts = st.lists(st.integers(0, 200), max_size=5).map(sorted)
controls = st.binary(max_size=125).map(lambda payload: frame(PING, payload))


@st.composite
def streams(draw: st.DrawFn) -> tuple[bytes, list[tuple[Kind, bytes]]]:
    """Messages in parts with pings between, and what must come out."""
    sent, told = b"", []
    for text in draw(st.lists(texts, max_size=5)):
        places = [place for place in draw(cuts) if place <= len(text)]
        for piece in parts(text, places):
            payload = draw(st.binary(max_size=125))
            sent += frame(PING, payload) + piece
            told.append((Kind.PING, payload))
        told.append((Kind.TEXT, text))
    return sent, told


def read(reader: FrameReader) -> list[tuple[Kind, bytes]]:
    """All that can be read now, but parts."""
    came = []
    while (one := reader.read()) is not None:
        came.append(one)
    return [one for one in came if one[0] is not Kind.PART]


@given(streams(), st.lists(st.integers(1, 400), max_size=20), st.booleans())
@settings(derandomize=True)
def test_however_the_bytes_come(
    stream: tuple[bytes, list[tuple[Kind, bytes]]], sizes: list[int], at_once: bool
) -> None:
    sent, told = stream
    reader, came = FrameReader(MOST), []
    for size in sizes:
        chunk, sent = sent[:size], sent[size:]
        if chunk:
            reader.feed(chunk)
        if at_once:
            came += read(reader)
    if sent:
        reader.feed(sent)
    assert came + read(reader) == told
    assert not reader._rest
    assert reader._parts is None


@pytest.mark.parametrize("size", [0, 125, 126, 127, MOST])
def test_every_way_to_write_a_length(size: int) -> None:
    reader = FrameReader(70_000)
    reader.feed(frame(TEXT, b"x" * size) + frame(TEXT, b"y" * 65_536))
    assert read(reader) == [(Kind.TEXT, b"x" * size), (Kind.TEXT, b"y" * 65_536)]


@pytest.mark.parametrize("piece", [MOST + 1, 2**16, 2**63])
def test_what_is_too_long_is_refused_by_its_head_alone(piece: int) -> None:
    head = (
        frame(TEXT, b"x" * piece)[:4] if piece < 2**16 else b"\x81\xff" + piece.to_bytes(8, "big")
    )
    reader = FrameReader(MOST)
    reader.feed(head)
    with pytest.raises(Unreadable) as refused:
        reader.read()
    assert refused.value.code == CloseCode.OVERSIZED


def test_the_bound_is_on_the_message_and_not_on_its_parts() -> None:
    reader = FrameReader(MOST)
    for piece in parts(b"x" * (MOST + 1), [MOST // 2, MOST])[:-1]:
        reader.feed(piece)
    assert read(reader) == []
    reader.feed(frame(PART, b"x")[:2])
    with pytest.raises(Unreadable) as refused:
        reader.read()
    assert refused.value.code == CloseCode.OVERSIZED


def test_a_bound_that_is_raised_counts_for_what_waits_already() -> None:
    reader = FrameReader(4)
    reader.feed(frame(TEXT, b"1234") + frame(TEXT, b"12345"))
    assert reader.read() == (Kind.TEXT, b"1234")
    reader.most = 5
    assert reader.read() == (Kind.TEXT, b"12345")


@given(st.binary(max_size=400))
@settings(derandomize=True, max_examples=500)
def test_any_bytes_at_all(noise: bytes) -> None:
    reader = FrameReader(MOST)
    reader.feed(noise)
    code = None
    try:
        read(reader)
    except Unreadable as refused:
        code = refused.code
    assert code in {None, 1002, 1007, CloseCode.MALFORMED, CloseCode.OVERSIZED}
