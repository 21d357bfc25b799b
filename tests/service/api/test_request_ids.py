"""Log lines of a request: its id always, the seat and the meeting as soon as they are known."""

from collections.abc import AsyncIterator

import httpx2
import pytest
import structlog
from fastapi import FastAPI, Request
from structlog.testing import capture_logs

from service.api.problems import answer_problems
from service.api.request_ids import HEADER, RequestIds
from storage.errors import StorageError
from tests.service.api.conftest import Doors

log = structlog.get_logger()


@pytest.fixture
async def asking() -> AsyncIterator[httpx2.AsyncClient]:
    """A client of an app with a door that logs and one that fails."""
    app = FastAPI()

    @app.get("/said")
    async def said(request: Request) -> None:
        log.warning("said")

    @app.get("/failed")
    async def failed(request: Request) -> None:
        raise StorageError("details")

    answer_problems(app)
    app.add_middleware(RequestIds)
    transport = httpx2.ASGITransport(app, raise_app_exceptions=False)
    async with httpx2.AsyncClient(transport=transport, base_url="http://hall") as client:
        yield client
    structlog.contextvars.clear_contextvars()


async def test_a_line_and_its_answer_have_the_same_id(asking: httpx2.AsyncClient) -> None:
    with capture_logs(processors=[structlog.contextvars.merge_contextvars]) as lines:
        answers = [await asking.get(path) for path in ("/said", "/failed")]
    assert [line["request"] for line in lines] == [each.headers[HEADER] for each in answers]
    assert len({line["request"] for line in lines}) == 2


async def test_an_id_from_outside_is_not_taken(asking: httpx2.AsyncClient) -> None:
    answer = await asking.get("/said", headers={HEADER: "mine"})
    assert answer.headers[HEADER] != "mine"


async def test_from_the_gate_on_seat_and_meeting_are_named(doors: Doors) -> None:
    await doors.secretary.get(f"/api/meetings/{doors.meeting_id}/links")
    bound = structlog.contextvars.get_contextvars()
    assert bound["meeting"] == doors.meeting_id
    assert bound["seat"] == doors.secretary.seat_id
    assert bound["request"]
    await doors.stranger.ask("GET", "/api/meetings")
    assert set(structlog.contextvars.get_contextvars()) == {"request"}
    structlog.contextvars.clear_contextvars()
