"""Every refusal has one shape, whichever door it comes from."""

from typing import Any

import pytest
from structlog.testing import capture_logs

from service.errors import Code
from service.sentences import SENTENCES
from tests.service.api.conftest import Doors

JSON = {"Content-Type": "application/json"}

REFUSED: dict[str, tuple[str, str, dict[str, Any], int, Code]] = {
    "no such address": ("GET", "/api/nothing", {}, 404, Code.NOT_FOUND),
    "no such file": ("GET", "/assets/../../pyproject.toml", {}, 404, Code.NOT_FOUND),
    "another method": ("DELETE", "/api/join", {}, 405, Code.WRONG_METHOD),
    "no JSON": ("POST", "/api/join", {"content": b"{", "headers": JSON}, 422, Code.MALFORMED),
    "another type": ("POST", "/api/join", {"json": {"link": 7}}, 422, Code.MALFORMED),
    "unknown field": (
        "POST",
        "/api/join/look",
        {"json": {"link": "x", "as": 1}},
        422,
        Code.MALFORMED,
    ),
    "forged link": ("POST", "/api/join/look", {"json": {"link": "x"}}, 401, Code.LINK_FORGED),
    "no seat": ("GET", "/api/seat", {}, 401, Code.NOT_JOINED),
    "no seat at all": (
        "POST",
        "/api/meetings/m/commands",
        {"content": b"{}"},
        401,
        Code.NOT_JOINED,
    ),
    "not for strangers": ("GET", "/api/meetings", {}, 401, Code.NOT_JOINED),
}


def is_problem(body: object, code: Code) -> bool:
    """Whether a body is exactly what people and programs are told about `code`."""
    said = SENTENCES[code]
    return body == {"code": code.value, "ko": said.ko, "en": said.en, "again": said.again}


@pytest.mark.parametrize("name", REFUSED)
async def test_a_refusal_is_a_problem(doors: Doors, name: str) -> None:
    method, path, more, status, code = REFUSED[name]
    answer = await doors.stranger.ask(method, path, **more)
    assert answer.status == status == SENTENCES[code].status
    assert is_problem(answer.body, code)


async def test_what_nobody_foresaw_is_a_problem_too(
    doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("a detail of the machine")

    monkeypatch.setattr("service.api.meetings.row_of", fail)
    body = {"title": "새 회의", "starts_at": 1}
    with capture_logs() as logs:
        answer = await doors.secretary.ask("POST", "/api/meetings", json=body)
    assert answer.status == 500
    assert is_problem(answer.body, Code.INTERNAL)
    assert [line["path"] for line in logs if line["event"] == "unexpected"] == ["/api/meetings"]


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"type":"CreateMeeting"}', b'{"type":"OpenMeeting"}', b"\xff"]
)
async def test_a_command_that_is_none_is_malformed(doors: Doors, body: bytes) -> None:
    path = f"/api/meetings/{doors.meeting_id}/commands"
    answer = await doors.secretary.ask("POST", path, content=body)
    assert answer.status == 422
    assert is_problem(answer.body, Code.MALFORMED)


@pytest.mark.parametrize("meeting_id", ["no-such", "a b", "가", "x" * 65, "..%2Fup"])
async def test_no_such_meeting_whatever_it_is_called(doors: Doors, meeting_id: str) -> None:
    answer = await doors.secretary.ask("GET", f"/api/meetings/{meeting_id}/links")
    assert answer.status == 404
    assert answer.code in {Code.NO_SUCH_MEETING, Code.NOT_FOUND}


async def test_a_meeting_made_twice_is_named(doors: Doors) -> None:
    body = {"meeting_id": doors.meeting_id, "title": "다시", "starts_at": 1}
    answer = await doors.secretary.ask("POST", "/api/meetings", json=body)
    assert answer.status == 409
    assert is_problem(answer.body, Code.ALREADY_EXISTS)
