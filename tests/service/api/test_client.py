"""The client's files: one page for every screen, packed when that is accepted, nothing else."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest
from fastapi import FastAPI

from service.api.client import SCREENS, client_routes
from service.api.problems import answer_problems

PAGE = "<!doctype html><title>한장</title>".encode()


@pytest.fixture
async def browser(tmp_path: Path) -> AsyncIterator[httpx2.AsyncClient]:
    web = tmp_path / "web"
    (web / "assets").mkdir(parents=True)
    (web / "index.html").write_bytes(PAGE)
    (web / "assets" / "index-1a2b.js").write_text("1;" * 500)
    (web / "assets" / "face-1a2b.woff2").write_bytes(b"wOF2")
    (tmp_path / "secret.key").write_bytes(b"secret")
    app = FastAPI()
    app.include_router(client_routes(web))
    answer_problems(app)
    transport = httpx2.ASGITransport(app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://hall") as client:
        yield client


@pytest.mark.parametrize("address", [screen.replace("{meeting_id}", "m1") for screen in SCREENS])
async def test_every_screen_is_the_one_page_and_always_asked_for(
    browser: httpx2.AsyncClient, address: str
) -> None:
    answer = await browser.get(address)
    assert (answer.status_code, answer.content) == (200, PAGE)
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["content-type"].startswith("text/html")


async def test_assets_are_kept_for_ever_and_packed_for_whom_accepts_it(
    browser: httpx2.AsyncClient,
) -> None:
    packed = await browser.get("/assets/index-1a2b.js", headers={"Accept-Encoding": "gzip"})
    plain = await browser.get("/assets/index-1a2b.js", headers={"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content == b"1;" * 500
    assert "immutable" in packed.headers["cache-control"]


async def test_a_font_is_not_packed_twice(browser: httpx2.AsyncClient) -> None:
    face = await browser.get("/assets/face-1a2b.woff2", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in face.headers
    assert face.headers["content-type"] == "font/woff2"


@pytest.mark.parametrize(
    "address",
    ["/../secret.key", "/assets/../../secret.key", "/%2e%2e/secret.key", "/assets/", "/x"],
)
async def test_nothing_else_is_served(browser: httpx2.AsyncClient, address: str) -> None:
    answer = await browser.get(address)
    assert answer.status_code == 404
    assert b"secret" not in answer.content


async def test_a_person_at_a_wrong_address_gets_a_screen_with_a_way_back(
    browser: httpx2.AsyncClient,
) -> None:
    answer = await browser.get("/nowhere", headers={"Accept": "text/html,*/*;q=0.8"})
    assert (answer.status_code, answer.content) == (404, PAGE)
