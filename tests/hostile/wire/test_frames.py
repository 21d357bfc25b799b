"""Frames the RFC forbids, from a tablet that had joined: the right code, and nobody else hurt."""

from itertools import chain

from service.protocol.closing import CloseCode
from service.protocol.message import MAX_MESSAGE_BYTES
from tests.hostile.wire.room import hello, joined, undisturbed
from tests.support.raw_socket import (
    BINARY,
    CLOSE,
    FIN,
    PART,
    PING,
    PONG,
    TEXT,
    frame,
    parts,
    raw_socket,
)
from tests.support.running_service import RunningService

PROTOCOL_ERROR, WRONG_TEXT, NO_CODE = 1002, 1007, 1005
"""RFC 6455, 7.4.1."""

FORBIDDEN: dict[str, tuple[bytes, int]] = {
    "a part without a beginning": (frame(PART, b"x"), PROTOCOL_ERROR),
    "a beginning within a message": (
        frame(TEXT, b"{", first=0) + frame(TEXT, b"}"),
        PROTOCOL_ERROR,
    ),
    "a ping of 126 bytes": (frame(PING, b"x" * 126), PROTOCOL_ERROR),
    "a ping in parts": (frame(PING, b"x", first=0), PROTOCOL_ERROR),
    "a pong in parts": (frame(PONG, b"", first=0), PROTOCOL_ERROR),
    "a close in parts": (frame(CLOSE, b"", first=0), PROTOCOL_ERROR),
    "a close of one byte": (frame(CLOSE, b"\x03"), PROTOCOL_ERROR),
    "a close whose reason is no UTF-8": (frame(CLOSE, b"\x03\xe8\xff"), WRONG_TEXT),
    "not masked": (frame(TEXT, b"{}", masked=False), PROTOCOL_ERROR),
    "a ping not masked": (frame(PING, masked=False), PROTOCOL_ERROR),
    "a length longer than need be": (b"\x81\xfe\x00\x02" + bytes(4) + b"{}", PROTOCOL_ERROR),
    "the longest length there is": (b"\x81\xff" + b"\xff" * 8, CloseCode.OVERSIZED),
    "binary": (frame(BINARY, b"{}"), CloseCode.MALFORMED),
    "binary in parts": (frame(BINARY, b"{", first=0), CloseCode.MALFORMED),
    "no UTF-8": (frame(TEXT, b'"\xc3\x28"'), WRONG_TEXT),
    "a half pair of surrogates": (frame(TEXT, b'"\xed\xa0\x80"'), WRONG_TEXT),
    "UTF-8 cut off at its end": (frame(TEXT, "가".encode()[:2]), WRONG_TEXT),
    "no UTF-8 across two parts": (b"".join(parts(b'"\xec\xb0("', [2])), WRONG_TEXT),
    "HTTP in place of a frame": (b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", PROTOCOL_ERROR),
    "too long in one piece": (
        frame(TEXT, b" " * (MAX_MESSAGE_BYTES + 1)),
        CloseCode.OVERSIZED,
    ),
    "too long in parts": (
        b"".join(parts(b" " * (MAX_MESSAGE_BYTES + 1), [MAX_MESSAGE_BYTES])),
        CloseCode.OVERSIZED,
    ),
    "a message of nothing": (frame(TEXT), CloseCode.MALFORMED),
    "a message of nothing, in parts": (
        frame(TEXT, first=0) + frame(PART, first=0) + frame(PART),
        CloseCode.MALFORMED,
    ),
}
for reserved in (0x40, 0x20, 0x10):
    sent = frame(TEXT, b"{}", first=FIN | reserved)
    FORBIDDEN[f"reserved bit {reserved:#x}"] = (sent, PROTOCOL_ERROR)
for opcode in (3, 4, 5, 6, 7, 11, 12, 13, 14, 15):
    FORBIDDEN[f"reserved opcode {opcode}"] = (frame(opcode), PROTOCOL_ERROR)
for code in (0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65_535):
    FORBIDDEN[f"close code {code}"] = (frame(CLOSE, code.to_bytes(2, "big")), PROTOCOL_ERROR)

CLOSINGS = {
    NO_CODE: b"",
    **{code: code.to_bytes(2, "big") + "안녕히".encode() for code in (1000, 1001, 3000, 4999)},
}


async def test_what_the_rfc_forbids_ends_with_its_code_and_nothing_after(
    service: RunningService,
) -> None:
    came: dict[str, int] = {}
    async with undisturbed(service) as room:
        for name, (sent, _) in FORBIDDEN.items():
            async with joined(room) as socket:
                socket.send(sent + frame(TEXT, b"never read"))
                came[name] = await socket.closed()
                assert await socket.rest() == b"", name
    assert came == {name: code for name, (_, code) in FORBIDDEN.items()}


async def test_a_close_is_answered_with_its_own_code(service: RunningService) -> None:
    async with undisturbed(service) as room:
        for code, payload in CLOSINGS.items():
            async with joined(room) as socket:
                socket.send(frame(CLOSE, payload) + frame(TEXT, b"data after the close"))
                assert await socket.closed() == code
                assert await socket.rest() == b""


async def test_a_message_in_any_parts_with_control_frames_between(service: RunningService) -> None:
    async with undisturbed(service) as room, raw_socket(service.origin) as socket:
        await socket.upgraded()
        said = await hello(room)
        pieces = parts(said, range(1, len(said), 3))
        between = (frame(PING, b"%d" % at) + frame(PONG, b"nobody asked") for at in range(999))
        for byte in b"".join(chain.from_iterable(zip(pieces, between, strict=False))):
            socket.send(bytes((byte,)))
        pongs = [await socket.frame() for _ in pieces]
        assert [payload for _, payload in pongs[:-1]] == [
            b"%d" % at for at in range(len(pieces) - 1)
        ]
        await socket.hears("NotesWelcome")


async def test_a_message_of_the_greatest_length_is_read(service: RunningService) -> None:
    async with undisturbed(service) as room, joined(room) as socket:
        answer = b'{"type":"LeaveLead","command_id":"c1"}'
        long = answer + b" " * (MAX_MESSAGE_BYTES - len(answer))
        socket.send(frame(TEXT, long))
        assert (await socket.hears("Refused"))["command_id"] == "c1"
        for piece in parts(long, range(5_000, len(long), 5_000)):
            socket.send(piece + frame(PING, b"still here"))
        assert (await socket.hears("Refused"))["command_id"] == "c1"


async def test_compression_is_declined(service: RunningService) -> None:
    async with raw_socket(service.origin) as socket:
        await socket.upgraded(
            "Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=10"
        )
        assert b"extensions" not in socket.head.lower()
