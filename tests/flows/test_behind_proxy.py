"""A service behind nginx: its own pages are its own, foreign ones foreign, and lines stay open."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from service.model import Role
from service.protocol import commands as c
from service.protocol.closing import CloseCode
from service.protocol.codec import encode
from tests.support.certificate import made_certificate
from tests.support.proxy import free_port, nginx
from tests.support.quick_heart import BEAT_SECONDS
from tests.support.raw_socket import PING, PONG, TEXT, frame, raw_socket
from tests.support.running_service import RunningService
from tests.support.sitting import page, sitting
from tests.support.slow_socket import fill, hello_of, slow_socket

pytestmark = pytest.mark.skipif(shutil.which("nginx") is None, reason="nginx is not installed")

STROKES = 500
"""16 MiB: nginx and two more pairs of the kernel's buffers stand between."""

IMPATIENT_SECONDS = 5
IMPATIENT = f"proxy_read_timeout {IMPATIENT_SECONDS}s; proxy_send_timeout {IMPATIENT_SECONDS}s;"
"""Longer than a beat of the heart in `quick_heart.py`, as a real proxy's is than a real beat."""

HOSTS = {
    "host passed on": "proxy_set_header Host $http_host;",
    "host without its port": "proxy_set_header Host $host;",
    "another host": "",
    "forwarded": (
        "proxy_set_header Host internal.example; proxy_set_header X-Forwarded-Host $http_host;"
        "proxy_set_header X-Forwarded-Proto $scheme; proxy_set_header X-Forwarded-For $remote_addr;"
    ),
}


@dataclass(frozen=True, slots=True)
class Proxied:
    """A service whose public address is its proxy's; the proxy is started by each story."""

    service: RunningService
    folder: Path
    own_port: int
    certificate: tuple[Path, Path]

    @contextmanager
    def behind(self, more: str) -> Iterator[None]:
        """With these lines in nginx's location."""
        folder = Path(tempfile.mkdtemp(dir=self.folder))
        with nginx(folder, self.service.port, self.own_port, self.certificate, more):
            yield


@pytest.fixture(scope="module")
def proxied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxied]:
    folder = tmp_path_factory.mktemp("proxied")
    public, own = f"https://127.0.0.1:{free_port()}", free_port()
    settings = {"HANJANG_PUBLIC_URL": public}
    service = RunningService(folder / "data", settings, ("tests.support.quick_heart",))
    service.origin = f"http://127.0.0.1:{own}"  # its port is chosen before it starts
    service.start()
    try:
        assert service.origin == public
        yield Proxied(service, folder, own, made_certificate(folder))
    finally:
        service.stop()


@pytest.mark.parametrize("host", HOSTS)
async def test_pages_of_ours_and_of_others(proxied: Proxied, host: str) -> None:
    service = proxied.service
    with proxied.behind(HOSTS[host]):
        async with sitting(service, pages=0) as room:
            for origin, code in (
                (service.origin, CloseCode.MALFORMED),
                ("https://evil.example", CloseCode.FOREIGN),
            ):
                async with raw_socket(service.origin) as socket:
                    await socket.upgraded(f"Origin: {origin}")
                    socket.send(frame(TEXT, b"hello?"))
                    assert await socket.closed() == code
                    answer = await room.secretary.ask(
                        "GET", "/api/meetings", headers={"Origin": origin}
                    )
                    assert answer.status == (403 if code is CloseCode.FOREIGN else 200)
            assert (await room.link(Role.MEMBER))["url"].startswith(service.origin)


async def test_a_meeting_behind_a_proxy_that_buffers(proxied: Proxied) -> None:
    with proxied.behind("proxy_buffering on; proxy_buffers 8 64k;"):
        async with sitting(proxied.service) as room:
            presenter = await room.leading()
            hall = [await room.tablet(Role.MEMBER) for _ in range(10)]
            for number in (2, 3):
                assert await presenter.ask(c.TurnPage, page=page(number)) is None
                for tablet in hall:
                    await tablet.sees_page(page(number))
            # One that reads is enough now: what ten would unpack costs this machine seconds.
            for tablet in hall[1:]:
                await tablet.go()
            async with slow_socket(room):
                await presenter.sees(lambda: presenter.presence and presenter.presence.total == 3)
                await fill(presenter, STROKES)
                await hall[0].reaches(presenter.state.seq)
                await presenter.sees(lambda: presenter.presence and presenter.presence.total == 2)


async def test_a_silent_tablet_outlasts_an_impatient_proxy(proxied: Proxied) -> None:
    with proxied.behind(IMPATIENT):
        async with sitting(proxied.service) as room, raw_socket(room.service.origin) as silent:
            await silent.upgraded()
            token = (await room.seat(Role.MEMBER)).token
            silent.send(frame(TEXT, encode(hello_of(room, token))))
            assert 2 * BEAT_SECONDS < IMPATIENT_SECONDS < 3 * BEAT_SECONDS
            for _ in range(3):
                while (came := await silent.any_frame())[0] != PING:
                    assert came[0] == TEXT, came
                silent.send(frame(PONG, came[1]))
            silent.send(frame(PING, b"there?"))
            while (came := await silent.any_frame())[0] != PONG:
                assert came[0] in {TEXT, PING}, came
