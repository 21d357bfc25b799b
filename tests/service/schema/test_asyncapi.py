"""The socket's document names every message, limit and close code."""

import json
from typing import Any, get_args

import pytest

from service.protocol.closing import CloseCode
from service.protocol.codec import MessageFromTablet
from service.protocol.frames import AnyFrame
from service.protocol.message import MAX_MESSAGE_BYTES
from service.schema.asyncapi import asyncapi_document


def _look_up(document: Any, reference: str) -> Any:
    place = document
    for part in reference.removeprefix("#/").split("/"):
        place = place[part]
    return place


def _references(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["$ref"]] if "$ref" in value else []
        return own + [ref for inner in value.values() for ref in _references(inner)]
    if isinstance(value, list):
        return [ref for inner in value for ref in _references(inner)]
    return []


@pytest.mark.parametrize(
    ("operation", "union"), [("fromTablet", MessageFromTablet), ("toTablet", AnyFrame)]
)
def test_each_message_is_described_in_its_direction(operation: str, union: object) -> None:
    document = asyncapi_document(None)
    listed = document["operations"][operation]["messages"]
    messages = [_look_up(document, _look_up(document, m["$ref"])["$ref"]) for m in listed]
    assert [m["name"] for m in messages] == [member.__name__ for member in get_args(union)]
    for message in messages:
        schema = _look_up(document, message["payload"]["$ref"])
        assert schema["properties"]["type"] == {"enum": [message["name"]]}


def test_every_reference_leads_somewhere_and_all_is_json() -> None:
    document = asyncapi_document(None)
    references = _references(document)
    assert len(references) > 100
    for reference in references:
        assert _look_up(document, reference)
    assert json.loads(json.dumps(document)) == document


def test_every_close_code_says_whether_to_come_back() -> None:
    codes = asyncapi_document(None)["channels"]["meeting"]["x-close-codes"]
    assert [(c["code"], c["come_back"]) for c in codes] == [
        (code.value, code.value < 4500) for code in CloseCode
    ]


def test_the_running_service_and_its_limit_are_named() -> None:
    document = asyncapi_document("ws://10.0.0.7:8000")
    assert document["servers"]["here"] == {"host": "10.0.0.7:8000", "protocol": "ws"}
    assert "servers" not in asyncapi_document(None)
    assert document["channels"]["meeting"]["x-max-message-bytes"] == MAX_MESSAGE_BYTES
