"""`GET /api/status`: for a secretary of the whole house, in words the screen knows."""

import re
from pathlib import Path

import pytest

from service.model import Role
from service.observability.attention import Attention
from service.observability.closes import WORDS
from tests.service.api.conftest import Doors
from tests.support.http_client import HttpClient

WORDS_OF_THE_SCREEN = Path(__file__).parents[3] / "tablet_client" / "src" / "words"


async def test_it_tells_what_lives_here(doors: Doors) -> None:
    status = await doors.secretary.get("/api/status")
    assert re.fullmatch(r"\d+\.\d+.*", status["version"])
    assert status["since"] <= status["now"]
    (meeting,) = status["meetings"]
    assert meeting == {
        "meeting_id": doors.meeting_id,
        "title": "간부회의",
        "phase": "preparing",
        "tablets": 0,
        "following": 0,
        "seq": 1,
        "turned_at": None,
    }
    assert status["connections"] == {role.value: 0 for role in Role}
    assert status["commit"]["count"] == 1
    assert 0 < status["commit"]["median"] <= status["commit"]["worst"]
    assert status["fan_out"] is None or status["fan_out"]["count"] == 1
    assert 0 < status["disk"]["free"] <= status["disk"]["total"]
    assert status["memory"]["held"] > 0


async def test_it_is_never_kept(doors: Doors) -> None:
    answer = await doors.secretary.ask("GET", "/api/status")
    assert answer.headers["cache-control"] == "no-store"


async def test_who_has_no_seat_learns_nothing(doors: Doors) -> None:
    answer = await doors.stranger.ask("GET", "/api/status")
    assert (answer.status, answer.code) == (401, "not_joined")


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.SCREEN])
async def test_who_has_a_seat_in_one_meeting_learns_nothing_of_the_others(
    doors: Doors, role: Role
) -> None:
    path = f"/api/meetings/{doors.meeting_id}/links"
    link = await doors.secretary.post(path, {"role": role.value}, status=201)
    seat = HttpClient(doors.stranger.origin, transport=doors.transport)
    await seat.join(link["url"].partition("#")[2], name="누군가")
    answer = await seat.ask("GET", "/api/status")
    await seat.aclose()
    assert (answer.status, answer.code) == (403, "not_allowed")


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_screen_has_words_for_all_that_can_be_told(language: str) -> None:
    text = (WORDS_OF_THE_SCREEN / f"status_{language}.ts").read_text()
    closes, _, attention = text.partition("closes: {")[2].partition("attention: {")
    assert set(re.findall(r"^    (\w+):", closes, flags=re.MULTILINE)) == set(WORDS)
    assert set(re.findall(r"^    (\w+): \{", attention, flags=re.MULTILINE)) == set(Attention)
