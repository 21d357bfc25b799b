"""JSON to messages and back; pure. What does not decode never reaches a room."""

from collections.abc import Callable

import msgspec

from service.protocol.commands import AnyCommand, Hello, ReadInk
from service.protocol.events import Entry
from service.protocol.frames import AnyFrame
from service.protocol.signals import SignalFromTablet

MessageFromTablet = Hello | ReadInk | AnyCommand | SignalFromTablet

decode_from_tablet: Callable[[str | bytes], MessageFromTablet] = msgspec.json.Decoder(
    MessageFromTablet
).decode
"""bytes or str -> message; raises msgspec.ValidationError or msgspec.DecodeError."""

decode_command: Callable[[str | bytes], AnyCommand] = msgspec.json.Decoder(AnyCommand).decode
decode_frame: Callable[[str | bytes], AnyFrame] = msgspec.json.Decoder(AnyFrame).decode
decode_entry: Callable[[str | bytes], Entry] = msgspec.json.Decoder(Entry).decode
encode = msgspec.json.Encoder().encode
"""message or value -> UTF-8 JSON bytes, as it stands in the log and on the wire."""
