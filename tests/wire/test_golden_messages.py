"""Each message as it stands on the wire; `decode.test.ts` of the tablet reads the same file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from service.protocol.codec import MessageFromTablet, decode_frame, decode_from_tablet, encode
from service.protocol.frames import AnyFrame

GOLDEN = json.loads((Path(__file__).parent / "golden" / "messages.json").read_text("utf-8"))

SIDES: dict[str, tuple[Callable[[bytes], Any], object]] = {
    "from_tablet": (decode_from_tablet, MessageFromTablet),
    "frames": (decode_frame, AnyFrame),
}


def _bytes(message: object) -> bytes:
    return json.dumps(message, ensure_ascii=False).encode()


@pytest.mark.parametrize(
    ("side", "message"), [(side, message) for side in SIDES for message in GOLDEN[side]["ok"]]
)
def test_a_good_message_is_read_and_written_as_it_was(side: str, message: dict[str, Any]) -> None:
    decode, _ = SIDES[side]
    assert json.loads(encode(decode(_bytes(message)))) == message


@pytest.mark.parametrize("side", SIDES)
def test_every_message_has_a_good_case(side: str) -> None:
    _, union = SIDES[side]
    shown = {message["type"] for message in GOLDEN[side]["ok"]}
    assert shown == {message.__name__ for message in get_args(union)}


@pytest.mark.parametrize(
    ("side", "bad"),
    [(side, bad) for side in SIDES for bad in GOLDEN[side]["refused"]],
    ids=lambda value: value["why"] if isinstance(value, dict) else value,
)
def test_a_bad_message_is_refused(side: str, bad: dict[str, Any]) -> None:
    decode, _ = SIDES[side]
    with pytest.raises(msgspec.ValidationError):
        decode(_bytes(bad["message"]))


@pytest.mark.parametrize("text", [b"", b"{", b'{"type":"OpenMeeting"', b"\xff\xfe", b"nan"])
def test_what_is_not_json_is_refused(text: bytes) -> None:
    with pytest.raises((msgspec.DecodeError, UnicodeDecodeError)):
        decode_from_tablet(text)
