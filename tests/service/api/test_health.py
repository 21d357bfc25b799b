"""`/healthz` and `/readyz`: for load balancers, in stable names, without a secret."""

import httpx2
from fastapi import FastAPI

from service.api.health import health_routes
from service.api.problems import answer_problems
from service.observability.readiness import Readiness
from storage.errors import StorageFull
from tests.service.api.conftest import Doors


async def works() -> None:
    """A part that works."""


async def is_full() -> None:
    """A part whose disk is full."""
    raise StorageFull("/srv/hanjang-data")


def client(readiness: Readiness) -> httpx2.AsyncClient:
    """A client of a service with these parts."""
    app = FastAPI()
    app.include_router(health_routes("http://hall", readiness))
    answer_problems(app)
    return httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://hall")


async def test_a_service_whose_parts_work_is_ready() -> None:
    async with client(Readiness({"storage_read": works})) as asking:
        answer = await asking.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {"ready": True, "parts": {"serving": "ok", "storage_read": "ok"}}
    assert answer.headers["cache-control"] == "no-store"


async def test_a_part_that_fails_is_named_and_nothing_of_the_machine() -> None:
    async with client(Readiness({"storage_read": works, "storage_write": is_full})) as asking:
        answer = await asking.get("/readyz")
        alive = await asking.get("/healthz")
    assert answer.status_code == 503
    parts = {"serving": "ok", "storage_read": "ok", "storage_write": "full"}
    assert answer.json() == {"ready": False, "parts": parts}
    assert "/srv" not in answer.text
    assert alive.json() == {"status": "ok"}


async def test_a_service_that_stops_is_alive_and_not_ready() -> None:
    readiness = Readiness({"storage_read": works})
    readiness.stop()
    async with client(readiness) as asking:
        answer = await asking.get("/readyz")
        alive = await asking.get("/healthz")
    assert (answer.status_code, answer.json()["parts"]["serving"]) == (503, "stopping")
    assert alive.status_code == 200


async def test_the_house_is_ready_and_asks_nobody_who_they_are(doors: Doors) -> None:
    answer = await doors.stranger.ask("GET", "/readyz")
    assert answer.status == 200
    assert answer.body["parts"] == {
        "serving": "ok",
        "storage_read": "ok",
        "storage_write": "ok",
        "drawing": "ok",
    }
