"""The `hanjang` command as people meet it: one clear sentence and an exit code, or it serves."""

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from service.__main__ import commands
from service.model import Role
from service.protocol.closing import comes_back
from service.settings import settings_table
from tests.support.http_client import HttpClient
from tests.support.running_service import ROOT, RunningService, running_service
from tests.support.sitting import sitting


def hanjang(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run the command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "service", *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def one_sentence(done: "subprocess.CompletedProcess[str]") -> str:
    """What it said on standard error: one line, Korean and English, and nothing else."""
    assert done.stdout == ""
    (line,) = done.stderr.strip().splitlines()
    assert "Traceback" not in line
    korean, _, english = line.partition(" / ")
    assert any("가" <= letter <= "힣" for letter in korean)
    assert english.isascii()
    return english


def a_file(folder: Path) -> Path:
    place = folder / "file"
    place.write_bytes(b"")
    return place


def below_a_file(folder: Path) -> Path:
    return a_file(folder) / "data"


def rubbish(folder: Path) -> Path:
    (folder / "hanjang.db").write_bytes(b"not a database" * 1_000)
    return folder


@pytest.mark.parametrize("place", [below_a_file, rubbish])
def test_a_folder_that_cannot_be_used(place: Callable[[Path], Path], tmp_path: Path) -> None:
    done = hanjang("serve", "--port", "0", "--data", str(place(tmp_path)))
    assert done.returncode == 1
    assert str(tmp_path) in one_sentence(done)


def test_a_taken_port(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = hanjang("serve", "--host", "127.0.0.1", "--port", port, "--data", str(tmp_path))
    assert done.returncode == 1
    assert port in one_sentence(done)
    assert list(tmp_path.iterdir()) == []


def test_an_address_of_somebody_else(tmp_path: Path) -> None:
    done = hanjang("serve", "--host", "192.0.2.7", "--port", "0", "--data", str(tmp_path))
    assert done.returncode == 1
    assert "192.0.2.7" in one_sentence(done)


def test_a_broken_setting(tmp_path: Path) -> None:
    done = hanjang("serve", "--data", str(tmp_path), HANJANG_WORKERS="many")
    assert done.returncode == 2
    assert "workers" in one_sentence(done)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [(["serve", "--loud"], "--loud"), (["serve", "--port", "x"], "--port"), (["nap"], "nap")],
)
def test_what_it_does_not_know(arguments: list[str], named: str) -> None:
    done = CliRunner().invoke(commands, arguments)
    assert done.exit_code == 2
    assert named in done.output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--help"], ["serve", "demo", "settings", "한장"]),
        (["serve", "--help"], ["--host", "--port", "--data", "--json"]),
        (["demo", "--help"], ["--host", "--port", "--data", "--json"]),
    ],
)
def test_it_explains_itself(arguments: list[str], words: list[str]) -> None:
    done = CliRunner().invoke(commands, arguments)
    assert done.exit_code == 0
    assert all(word in done.output for word in words)


def test_it_prints_its_settings() -> None:
    assert CliRunner().invoke(commands, ["settings"]).output.strip() == settings_table()


async def test_it_serves_says_so_in_one_line_and_ends_quietly(tmp_path: Path) -> None:
    with running_service(tmp_path / "data") as service:
        await check_serving(service)
        beside = hanjang("serve", "--port", "0", "--data", str(service.data))
        assert beside.returncode == 1
        assert "uses this folder already" in one_sentence(beside)
        async with sitting(service, pages=0) as room:
            tablet = await room.tablet(Role.MEMBER)
            await asyncio.to_thread(service.stop)
            assert comes_back(await tablet.is_closed())
        assert "Traceback" not in service.said()
        service.start()
        await check_serving(service)


async def check_serving(service: RunningService) -> None:
    client = HttpClient(service.origin)
    await client.join(service.secretary_link)
    assert (await client.get("/api/seat"))["role"] == "secretary"
    await client.aclose()
