"""The socket as an AsyncAPI 3.0 document, for whoever writes another tablet; pure."""

import inspect
import json
from typing import Any, get_args

import msgspec

from service.protocol.closing import CloseCode, comes_back
from service.protocol.codec import MessageFromTablet
from service.protocol.frames import AnyFrame
from service.protocol.message import MAX_MESSAGE_BYTES, PROTOCOL_VERSION, Message

Json = dict[str, Any]

ADDRESS = "/api/socket"

CLOSE_REASONS = {
    CloseCode.SLOW: "the outbox passed its bound; come back and resume",
    CloseCode.BUSY: "the service cannot read its log just now",
    CloseCode.FLOODING: "more messages than the budget; come back after a pause",
    CloseCode.HELLO_LATE: "no Hello within the time allowed",
    CloseCode.MALFORMED: "not JSON, unknown type or field, value out of bounds",
    CloseCode.OVERSIZED: f"a message above {MAX_MESSAGE_BYTES} bytes",
    CloseCode.UNAUTHORISED: "the token is forged or unknown",
    CloseCode.EXPIRED: "the join link has passed its time",
    CloseCode.REVOKED: "the secretary took the join link back",
    CloseCode.ELSEWHERE: "this seat does not belong to that meeting, or there is none",
    CloseCode.OUTDATED: "another protocol version: reload the page",
    CloseCode.FOREIGN: "the page that opened the socket is not ours (Origin)",
}

MANNERS = f"""\
One JSON object a text message, in both directions, at most {MAX_MESSAGE_BYTES} bytes from a
tablet. Unknown types and fields are refused.

The first message is Hello (protocol {PROTOCOL_VERSION}) with the positions the tablet has.
The answer is a Welcome, or a Tail when that is smaller, for the meeting; then, except for a
screen, a NotesWelcome or Tail each for the seat's `notes` and `collected`; then who is
present. From then on each log entry comes as one Advance whose `seq` is one more than the
position before. A number further on is a gap: send Hello again, on this socket or a new one.
A smaller one is stale, in a Tail too: ignore it.

A command carries a `command_id` and counts once however often it is sent. It is settled by
the Advance that carries its id, by Accepted, or by Refused; until then keep it and send it
again, in order, after each Hello.

The service sends WebSocket pings and closes a socket that does not answer them. A tablet
that hears nothing for long may say Hello again: it is always answered.
"""


def asyncapi_document(url: str | None) -> Json:
    """The AsyncAPI document; `url` (`ws://host:port`) names the running service if given."""
    tablet = _messages(MessageFromTablet)
    service = _messages(AnyFrame)
    document: Json = {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Hanjang socket",
            "version": str(PROTOCOL_VERSION),
            "description": MANNERS,
            "license": {"name": "AGPL-3.0-or-later"},
        },
        "defaultContentType": "application/json",
        "channels": {
            "meeting": {
                "address": ADDRESS,
                "description": "One socket a tablet.",
                "messages": {name: _ref("messages", name) for name in {**tablet, **service}},
                "bindings": {"ws": {"method": "GET", "bindingVersion": "0.1.0"}},
                "x-close-codes": _close_codes(),
                "x-max-message-bytes": MAX_MESSAGE_BYTES,
            }
        },
        "operations": {
            "fromTablet": _operation("receive", tablet, "What a tablet sends."),
            "toTablet": _operation("send", service, "What the service sends."),
        },
        "components": {"messages": {**tablet, **service}, "schemas": _schemas()},
    }
    if url is not None:
        scheme, _, host = url.partition("://")
        document["servers"] = {"here": {"host": host, "protocol": scheme}}
    return document


def _messages(union: object) -> Json:
    return {message.__name__: _message(message) for message in get_args(union)}


def _message(message: type[Message]) -> Json:
    described = {"summary": inspect.cleandoc(message.__doc__)} if message.__doc__ else {}
    return {
        "name": message.__name__,
        **described,
        "payload": {"$ref": f"#/components/schemas/{message.__name__}"},
    }


def _operation(action: str, messages: Json, summary: str) -> Json:
    channel = "#/channels/meeting"
    return {
        "action": action,
        "channel": {"$ref": channel},
        "summary": summary,
        "messages": [{"$ref": f"{channel}/messages/{name}"} for name in messages],
    }


def _schemas() -> Json:
    everything = [*get_args(MessageFromTablet), *get_args(AnyFrame)]
    _, schemas = msgspec.json.schema_components(
        everything, ref_template="#/components/schemas/{name}"
    )
    plain: Json = json.loads(json.dumps(schemas))  # its defaults hold tuples
    return plain


def _close_codes() -> list[Json]:
    return [
        {
            "code": code.value,
            "name": code.name.lower(),
            "why": CLOSE_REASONS[code],
            "come_back": comes_back(code),
        }
        for code in CloseCode
    ]


def _ref(kind: str, name: str) -> Json:
    return {"$ref": f"#/components/{kind}/{name}"}
