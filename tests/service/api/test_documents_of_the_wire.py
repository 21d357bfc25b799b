"""What is served about the service itself: OpenAPI, AsyncAPI, health."""

from typing import get_args

from service.protocol.closing import CloseCode, comes_back
from service.protocol.codec import MessageFromTablet
from service.protocol.commands import AnyCommand
from service.protocol.frames import AnyFrame
from tests.service.api.conftest import Doors

PAGE = "/api/meetings/{meeting_id}/pages/{document_id}/{version}/{page}"
DOORS = {
    "/api/join": {"post"},
    "/api/join/look": {"post"},
    "/api/seat": {"get"},
    "/api/seat/transfer": {"post", "delete"},
    "/api/seat/transfer/look": {"post"},
    "/api/transfer": {"post"},
    "/api/meetings": {"get", "post"},
    "/api/meetings/{meeting_id}/links": {"get", "post"},
    "/api/meetings/{meeting_id}/links/{link_id}": {"delete"},
    "/api/meetings/{meeting_id}/links/{link_id}/qr.svg": {"get"},
    "/api/meetings/{meeting_id}/commands": {"post"},
    "/api/meetings/{meeting_id}/collected": {"get"},
    "/api/meetings/{meeting_id}/collected/{document_id}/{version}/{page}": {"get"},
    "/api/meetings/{meeting_id}/documents/{document_id}": {"put"},
    "/api/meetings/{meeting_id}/documents/{document_id}/versions": {"put"},
    "/api/meetings/{meeting_id}/documents/{document_id}/pages/{page}/retry": {"post"},
    "/api/meetings/{meeting_id}/pages/{document_id}/{version}/{page}/{size}": {"get"},
    f"{PAGE}/tiles/{{level}}/{{column}}/{{row}}": {"get"},
    "/api/meetings/{meeting_id}/pages/{document_id}/{version}/{page}/text": {"get"},
    "/api/meetings/{meeting_id}/documents/{document_id}/{version}/contents": {"get"},
    "/api/meetings/{meeting_id}/search": {"get"},
    "/api/meetings/{meeting_id}/pages/{document_id}/{version}/{page}/hits": {"get"},
    "/api/status": {"get"},
    "/metrics": {"get"},
    "/healthz": {"get"},
    "/readyz": {"get"},
    "/asyncapi.json": {"get"},
}


async def test_openapi_has_every_door_and_every_command(doors: Doors) -> None:
    document = await doors.stranger.get("/openapi.json")
    assert {path: set(doing) for path, doing in document["paths"].items()} == DOORS
    schemas = document["components"]["schemas"]
    assert {command.__name__ for command in get_args(AnyCommand)} <= schemas.keys()
    assert dangling(document) == set()


async def test_asyncapi_has_every_message_and_every_close_code(doors: Doors) -> None:
    document = await doors.stranger.get("/asyncapi.json")
    messages = {m.__name__ for m in (*get_args(MessageFromTablet), *get_args(AnyFrame))}
    assert document["components"]["messages"].keys() == messages
    told = {row["code"]: row for row in document["channels"]["meeting"]["x-close-codes"]}
    assert told.keys() == set(CloseCode)
    for code in CloseCode:
        assert told[code]["come_back"] == comes_back(code)
        assert told[code]["why"]
    assert dangling(document) == set()


async def test_it_says_that_it_is_well(doors: Doors) -> None:
    assert await doors.stranger.get("/healthz") == {"status": "ok"}


def dangling(document: object) -> set[str]:
    """References inside the document that lead nowhere."""
    return {ref for ref in references(document) if not leads_somewhere(document, ref)}


def references(part: object) -> set[str]:
    if isinstance(part, dict):
        own = {part["$ref"]} if isinstance(part.get("$ref"), str) else set()
        return own.union(*map(references, part.values()))
    return set().union(*map(references, part)) if isinstance(part, list) else set()


def leads_somewhere(document: object, ref: str) -> bool:
    for name in ref.removeprefix("#/").split("/"):
        if not isinstance(document, dict) or name not in document:
            return False
        document = document[name]
    return True
