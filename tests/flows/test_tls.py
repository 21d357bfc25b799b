"""The service speaks https itself: a hall over wss has its turns, who does not read is let go."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from service.model import Role
from service.protocol import commands as c
from service.protocol.closing import CloseCode
from tests.support.certificate import made_certificate
from tests.support.raw_socket import PONG, TEXT, frame, raw_socket
from tests.support.running_service import RunningService, running_service
from tests.support.sitting import page, sitting
from tests.support.slow_socket import fill, resume_reading, slow_socket
from tests.support.tablet import Tablet

HALL = 30
BEHIND, AT_A_TIME = 200, 20
"""Strokes, 6 MiB: more than buffers hold, less than the outbox's bound."""

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
        # One that reads is enough now: what thirty would unpack costs this machine seconds.
        for tablet in hall[:-1]:
            await tablet.go()
        async with slow_socket(room):
            await presenter.sees(lambda: presenter.presence and presenter.presence.total == 3)
            await fill(presenter, STROKES)
            await hall[-1].reaches(presenter.state.seq)
            await presenter.sees(lambda: presenter.presence and presenter.presence.total == 2)
    assert "Traceback" not in secured.said()


async def test_who_lags_over_wss_and_reads_again_has_missed_nothing(
    secured: RunningService,
) -> None:
    async with sitting(secured) as room:
        presenter = await room.leading()
        async with slow_socket(room, narrow=False) as slow:
            for _ in range(BEHIND // AT_A_TIME):
                await fill(presenter, AT_A_TIME)
                # Silent it would be let go: on a busy machine this takes longer than two beats.
                slow.send(frame(PONG))
            resume_reading(slow)
            seqs = [0]
            while seqs[-1] != presenter.state.seq:
                seqs.append((await slow.hears("Advance"))["entry"]["seq"])
            heard = range(seqs[1], seqs[-1] + 1)
            assert [*heard] == seqs[1:]
            assert len(heard) >= 2 * BEHIND


def total(tablet: Tablet) -> int:
    """How many tablets are in the room, as far as this one has heard."""
    return tablet.presence.total if tablet.presence is not None else 0
