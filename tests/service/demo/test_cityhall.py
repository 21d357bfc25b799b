"""The demo meeting, furnished at a real service in a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.client import connect

from service.demo.agenda import AGENDA, ATTENDANTS, PRESENTER, files
from service.demo.cityhall import Furnished, furnish
from service.demo.client import Client, DemoFailed
from service.model import Phase
from service.protocol.codec import decode_frame, encode
from service.protocol.commands import Hello
from service.protocol.frames import Welcome
from service.protocol.message import PROTOCOL_VERSION
from service.protocol.state import Snapshot

SATURDAY = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Hall:
    """A running service with an empty data folder."""

    origin: str
    secretary: str

    async def furnish(self, folder: Path, say: Any = lambda said: None) -> Furnished:
        return await furnish(self.origin, self.secretary, folder, say, SATURDAY)

    async def look(self, url: str) -> Any:
        return await Client(self.origin).post("/api/join/look", {"link": token_of(url)})

    async def state(self, furnished: Furnished) -> Snapshot:
        """The meeting as a member's tablet is welcomed to it."""
        link = token_of(furnished.links["member"])
        joined = await Client(self.origin).post("/api/join", {"link": link, "name": "손님"})
        address = self.origin.replace("http", "ws") + "/api/socket"
        async with connect(address) as socket:
            hello = Hello(
                protocol=PROTOCOL_VERSION, token=joined["token"], meeting_id=furnished.meeting_id
            )
            await socket.send(encode(hello).decode())
            frame = decode_frame(await socket.recv())
        assert isinstance(frame, Welcome)
        return frame.state


def token_of(url: str) -> str:
    return url.partition("#")[2]


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """`serve` on a free port, ended when the tests of this file are over."""
    data = tmp_path_factory.mktemp("hall")
    asked = ("serve", "--host", "127.0.0.1", "--port", "0", "--data", str(data), "--json")
    with subprocess.Popen(
        [sys.executable, "-m", "service", *asked],
        stdout=subprocess.PIPE,
        env={**os.environ, "HANJANG_WORKERS": "1"},
    ) as child:
        assert child.stdout is not None
        try:
            said = json.loads(child.stdout.readline())
            yield Hall(said["url"], token_of(said["links"]["secretary"]))
        finally:
            child.terminate()


class CutOffError(Exception):
    """Ends a furnishing half-way, as a power cut would."""


async def test_a_run_that_was_cut_off_is_gone_on_with_and_a_third_makes_links_only(
    hall: Hall, tmp_path: Path
) -> None:
    def cut_off(said: str) -> None:
        if "Uploading" in said:
            raise CutOffError

    with pytest.raises(CutOffError):
        await hall.furnish(tmp_path / "papers", cut_off)
    furnished = await hall.furnish(tmp_path / "papers")
    state = await hall.state(furnished)

    assert state.phase == Phase.OPEN
    assert state.starts_at == datetime(2026, 11, 23, 9, 0, tzinfo=UTC).timestamp() * 1000
    assert state.lead is None
    assert [person.name for person in state.people] == [each.name for each in ATTENDANTS]
    assert [item.department for item in state.items] == [entry.department for entry in AGENDA]
    assert state.items[1].title == "2027년 본예산 편성 방향"
    assert [f"{document.name}.pdf" for document in state.documents] == list(files())
    assert len(state.documents[3].sizes) == 60

    again = await hall.furnish(tmp_path / "unused")
    assert again.meeting_id == furnished.meeting_id
    assert not (tmp_path / "unused").exists()
    later = await hall.state(again)
    assert (later.people, later.items, later.documents) == (
        state.people,
        state.items,
        state.documents,
    )
    for role in ("presenter", "member", "screen"):
        assert again.links[role] != furnished.links[role]

    for links in (furnished.links, again.links):
        looked = {role: await hall.look(url) for role, url in links.items()}
        assert {role: look["role"] for role, look in looked.items()} == {
            role: role for role in ("secretary", "presenter", "member", "screen")
        }
        assert looked["presenter"]["name"] == PRESENTER
        assert looked["member"]["asks"]
        assert len(looked["member"]["people"]) == len(ATTENDANTS)


async def test_what_the_service_refuses_is_said_in_its_own_words(
    hall: Hall, tmp_path: Path
) -> None:
    forged = Hall(hall.origin, "not.a-link")
    with pytest.raises(DemoFailed, match=r"[가-힣].* / [A-Z]"):
        await forged.furnish(tmp_path)


async def test_a_service_that_is_not_there_is_said_in_words(
    tmp_path: Path, unused_tcp_port: int
) -> None:
    nowhere = Hall(f"http://127.0.0.1:{unused_tcp_port}", "any.link")
    with pytest.raises(DemoFailed, match="did not answer"):
        await nowhere.furnish(tmp_path)
