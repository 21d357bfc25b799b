"""Headers of every answer, requests of foreign pages, and bodies without end."""

from collections.abc import AsyncIterator

import pytest
from httpx2 import ASGITransport, AsyncClient
from starlette.responses import PlainTextResponse

from service.api.body_limit import MAX_JSON_BYTES
from service.api.headers import ALWAYS, OVER_HTTPS, GuardedHeaders
from tests.service.api.conftest import ORIGIN, Doors


@pytest.mark.parametrize("path", ["/", "/join", "/healthz", "/api/seat", "/nothing", "/docs"])
async def test_every_answer_is_guarded(doors: Doors, path: str) -> None:
    answer = await doors.stranger.ask("GET", path)
    assert {name: answer.headers.get(name) for name in ALWAYS} == ALWAYS


@pytest.mark.parametrize(
    ("address", "public", "is_said"),
    [
        ("https://hall.example", "https://hall.example", True),
        ("http://10.0.0.5:8300", "https://hall.example", True),
        ("http://10.0.0.5:8300", "http://10.0.0.5:8300", False),
    ],
)
async def test_what_only_https_heeds_is_said_over_https(
    address: str, public: str, is_said: bool
) -> None:
    app = GuardedHeaders(PlainTextResponse("here"), origins=[public])
    async with AsyncClient(transport=ASGITransport(app), base_url=address) as client:
        headers = (await client.get("/")).headers
    assert {name: headers.get(name) for name in ALWAYS} == ALWAYS
    assert all((name in headers) == is_said for name in OVER_HTTPS)


async def test_a_foreign_page_is_refused_and_guarded(doors: Doors) -> None:
    for origin in ("http://evil.example", "null", f"{ORIGIN}.evil.example"):
        answer = await doors.secretary.ask("GET", "/api/meetings", headers={"Origin": origin})
        assert (answer.status, answer.code) == (403, "foreign_origin")
        assert answer.headers["content-security-policy"]


async def test_our_own_page_and_a_named_one_are_let_in(doors: Doors) -> None:
    for origin in (ORIGIN, ORIGIN.upper().replace("HTTP", "http"), "http://front.example"):
        answer = await doors.secretary.ask("GET", "/api/meetings", headers={"Origin": origin})
        assert answer.status == 200


async def test_a_body_without_end_is_cut_off(doors: Doors) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while True:
            sent += 64 * 1024
            yield b" " * 64 * 1024

    for path in ("/api/join", f"/api/meetings/{doors.meeting_id}/commands"):
        sent = 0
        answer = await doors.secretary.ask("POST", path, content=endless())
        assert (answer.status, answer.code) == (413, "file_too_large")
        assert sent <= 2 * MAX_JSON_BYTES


async def test_the_one_page_is_asked_for_anew_and_serves_every_screen(doors: Doors) -> None:
    first = await doors.stranger.ask("GET", "/")
    assert first.headers["cache-control"] == "no-cache"
    for path in ("/join", "/desk", "/desk/m1", "/meet/m1"):
        assert (await doors.stranger.ask("GET", path)).data == first.data
