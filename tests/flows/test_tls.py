"""The service speaks https itself: a hall over wss has its turns, who does not read is let go."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from service.model import Role
from service.protocol import commands as c
from service.protocol.closing import CloseCode
from tests.support.certificate import made_certificate
from tests.support.raw_socket import TEXT, frame, raw_socket
from tests.support.running_service import RunningService, running_service
from tests.support.sitting import page, sitting
from tests.support.slow_socket import fill, slow_socket
from tests.support.tablet import Tablet

HALL = 30
STROKES = 400
"""12 MiB, as in `test_slow_tablet.py`; TLS keeps buffers of its own besides."""


@pytest_asyncio.fixture
async def secured(tmp_path: Path) -> AsyncIterator[RunningService]:
    cert, key = made_certificate(tmp_path)
    settings = {"HANJANG_TLS_CERT": str(cert), "HANJANG_TLS_KEY": str(key)}
    with running_service(tmp_path / "data", settings) as service:
        yield service


async def test_a_hall_over_wss(secured: RunningService) -> None:
    assert secured.origin.startswith("https://")
    async with sitting(secured) as room:
        presenter = await room.leading()
        hall = [await room.tablet(Role.MEMBER) for _ in range(HALL)]
        for number in (2, 3, 1):
            assert await presenter.ask(c.TurnPage, page=page(number)) is None
            for tablet in hall:
                await tablet.sees_page(page(number))
        async with raw_socket(secured.origin) as rude:
            await rude.upgraded(f"Origin: {secured.origin}")
            rude.send(frame(TEXT, b"hello?"))
            assert await rude.closed() == CloseCode.MALFORMED
        async with slow_socket(room):
            await presenter.sees(
                lambda: presenter.presence and presenter.presence.total == HALL + 2
            )
            await fill(presenter, STROKES)
            await hall[-1].reaches(presenter.state.seq)
            await presenter.sees(
                lambda: presenter.presence and presenter.presence.total == HALL + 1
            )
    assert "Traceback" not in secured.said()


def total(tablet: Tablet) -> int:
    """How many tablets are in the room, as far as this one has heard."""
    return tablet.presence.total if tablet.presence is not None else 0
