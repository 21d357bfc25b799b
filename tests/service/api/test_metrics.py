"""`/metrics`: for whoever shows its token, or for programs of this machine, and nobody else."""

from pathlib import Path

import httpx2
import pytest
from fastapi import FastAPI
from prometheus_client import CollectorRegistry

from service.api.metrics import metrics_routes
from service.api.problems import answer_problems
from service.observability.metrics import TEXT_FORMAT, Metrics
from tests.service.api.conftest import Doors

TOKEN = "a token of 24 characters"
HERE, ELSEWHERE = "127.0.0.1", "10.0.0.7"


def client(token: str | None, address: str) -> httpx2.AsyncClient:
    """A client at this address of a service with this token."""
    app = FastAPI()
    app.include_router(metrics_routes(Metrics(CollectorRegistry(), "1"), Path(), token))
    answer_problems(app)
    transport = httpx2.ASGITransport(app, client=(address, 5_000))
    return httpx2.AsyncClient(transport=transport, base_url="http://hall")


async def status(token: str | None, address: str, **headers: str) -> int:
    """What a scrape answers."""
    async with client(token, address) as asking:
        answer = await asking.get(
            "/metrics", headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        return answer.status_code


@pytest.mark.parametrize("address", [HERE, "127.9.9.9", "::1", "::ffff:127.0.0.1"])
async def test_without_a_token_this_machine_may_read(address: str) -> None:
    assert await status(None, address) == 200


@pytest.mark.parametrize("address", [ELSEWHERE, "::ffff:10.0.0.7", "fe80::1", "no address"])
async def test_without_a_token_no_other_machine_may(address: str) -> None:
    assert await status(None, address) == 403


@pytest.mark.parametrize("header", ["X_Forwarded_For", "Forwarded", "X_Real_IP", "Via"])
@pytest.mark.parametrize("value", [HERE, ELSEWHERE, "for=127.0.0.1"])
@pytest.mark.parametrize("address", [HERE, ELSEWHERE])
async def test_what_came_by_a_proxy_is_from_elsewhere_whatever_it_says(
    header: str, value: str, address: str
) -> None:
    assert await status(None, address, **{header: value}) == 403


@pytest.mark.parametrize("address", [HERE, ELSEWHERE])
async def test_with_a_token_it_is_the_token_alone_that_counts(address: str) -> None:
    assert await status(TOKEN, address, Authorization=f"Bearer {TOKEN}") == 200
    assert await status(TOKEN, address, Authorization=f"bearer  {TOKEN}") == 200
    assert await status(TOKEN, address) == 403


@pytest.mark.parametrize(
    "shown", ["Bearer", "Bearer ", f"Basic {TOKEN}", TOKEN, f"Bearer {TOKEN}x", "Bearer ü"]
)
async def test_a_wrong_token_is_refused(shown: str) -> None:
    async with client(TOKEN, HERE) as asking:
        answer = await asking.get("/metrics", headers=[(b"authorization", shown.encode("latin-1"))])
    assert answer.status_code == 403


async def test_the_answer_is_prometheus_text_and_never_kept() -> None:
    async with client(None, HERE) as asking:
        answer = await asking.get("/metrics")
    assert answer.headers["content-type"] == TEXT_FORMAT
    assert answer.headers["cache-control"] == "no-store"
    assert "\nhanjang_disk_free_bytes " in answer.text


async def test_the_house_counts_its_commands(doors: Doors) -> None:
    before = (await doors.stranger.ask("GET", "/metrics")).data.decode()
    assert 'hanjang_connections{role="member"} 0.0' in before
    assert "hanjang_meetings_live 1.0" in before
    assert "hanjang_commit_seconds_count 1.0" in before  # the meeting that was made
    body = b'{"type":"OpenMeeting","command_id":"c1"}'
    path = f"/api/meetings/{doors.meeting_id}/commands"
    await doors.secretary.ask("POST", path, content=body)
    nobodys = b'{"type":"RemoveItem","command_id":"c2","item_id":"none"}'
    await doors.secretary.ask("POST", path, content=nobodys)
    after = (await doors.stranger.ask("GET", "/metrics")).data.decode()
    assert 'hanjang_commands_total{outcome="accepted"} 1.0' in after
    assert 'hanjang_commands_total{outcome="no_such_item"} 1.0' in after
    assert "hanjang_commit_seconds_count 2.0" in after
    assert doors.meeting_id not in after
