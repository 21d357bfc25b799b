"""The whole app without a process, a port or a child that draws: its doors alone."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import httpx2
import pytest

from service.app import build
from service.model import Role
from service.settings import Settings
from storage.open import memory_storage
from tests.support.http_client import HttpClient

ORIGIN = "http://hanjang.example"
SECRET = b"a key for tests only, 32 bytes.."


@dataclass(frozen=True, slots=True)
class Doors:
    """Clients of one app: a secretary of the whole hall, and somebody without a seat.

    `transport` is the way in for more of them.
    """

    secretary: HttpClient
    stranger: HttpClient
    meeting_id: str
    transport: httpx2.ASGITransport


@pytest.fixture
async def doors() -> AsyncIterator[Doors]:
    house = build(Settings(origins=("http://front.example",)), memory_storage(), SECRET, ORIGIN)
    transport = httpx2.ASGITransport(app=house.app, raise_app_exceptions=False)
    link = await house.links.make(None, Role.SECRETARY, "간사", 1)
    secretary = HttpClient(ORIGIN, transport=transport)
    await secretary.join(link.token)
    made = await secretary.post(
        "/api/meetings", {"title": "간부회의", "place": "", "starts_at": 1}, status=201
    )
    stranger = HttpClient(ORIGIN, transport=transport)
    yield Doors(secretary, stranger, made["meeting_id"], transport)
    await secretary.aclose()
    await stranger.aclose()
