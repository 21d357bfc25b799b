"""The door of the search: what it refuses, and what it answers where there is nothing."""

from urllib.parse import quote

import pytest

from tests.service.api.conftest import Doors

NOTHING = {
    **{"read": 0, "of": 0, "unlettered": 0, "hits": 0},
    **{"documents": [], "pages": [], "more": False},
}


@pytest.mark.parametrize("typed", ["예산안", "", "?!", "ㅇ", "a" * 100, "(.*)*$", '"', "%00"])
async def test_an_empty_packet_has_no_hits(doors: Doors, typed: str) -> None:
    for typing in ("true", "false"):
        path = f"/api/meetings/{doors.meeting_id}/search?q={quote(typed)}&typing={typing}"
        answer = await doors.secretary.ask("GET", path)
        assert (answer.status, answer.body) == (200, NOTHING)
        assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("query", ["", f"q={'a' * 101}", "q=a&typing=perhaps"])
async def test_what_is_no_query_is_refused(doors: Doors, query: str) -> None:
    answer = await doors.secretary.ask("GET", f"/api/meetings/{doors.meeting_id}/search?{query}")
    assert (answer.status, answer.code) == (422, "malformed")


async def test_nobody_searches_without_a_seat(doors: Doors) -> None:
    for path in (
        "search?q=a",
        "pages/d1/1/1/hits?q=a",
        "pages/d1/1/1/text",
        "documents/d1/1/contents",
    ):
        answer = await doors.stranger.ask("GET", f"/api/meetings/{doors.meeting_id}/{path}")
        assert (answer.status, answer.code) == (401, "not_joined")


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("pages/d1/1/1/hits?q=a", "no_such_page"),
        ("pages/d1/1/1/text", "no_such_page"),
        ("documents/d1/1/contents", "no_such_document"),
    ],
)
async def test_what_is_not_in_the_packet_is_not_found(doors: Doors, path: str, code: str) -> None:
    answer = await doors.secretary.ask("GET", f"/api/meetings/{doors.meeting_id}/{path}")
    assert (answer.status, answer.code) == (404, code)
