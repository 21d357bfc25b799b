"""`hanjang check DIR` as people run it: whatever the folder holds, it goes through and ends."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from service.__main__ import commands
from tests.support import pdfs
from tests.support.pdfs import bombs, skewed
from tests.support.running_service import ROOT
from tests.support.until import until

COMMAND = [sys.executable, "-m", "service", "check"]


def check(
    folder: Path, *arguments: str, **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    """Run it to its end."""
    done = subprocess.run(
        [*COMMAND, str(folder), *arguments],
        cwd=ROOT,
        env=os.environ | {"HANJANG_WORKERS": "1"} | environment,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    assert done.returncode == 0, done.stderr.decode()
    return done


def objects(done: "subprocess.CompletedProcess[bytes]") -> dict[str, dict[str, Any]]:
    """What it said with --json, by file."""
    said = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    return {one["file"]: one for one in said}


@pytest.fixture
def strange(tmp_path: Path) -> Path:
    """A folder that holds something of everything."""
    (tmp_path / "예산안.pdf").write_bytes(pdfs.good(7))
    (tmp_path / "no suffix").write_bytes(pdfs.good())
    (tmp_path / "one grey page.pdf").write_bytes(pdfs.with_broken_page())
    (tmp_path / "locked.pdf").write_bytes(pdfs.protected("비밀번호"))
    (tmp_path / "bomb.pdf").write_bytes(skewed.deep_arrays())
    (tmp_path / "empty.pdf").touch()
    (tmp_path / "memo.txt").write_text("그냥 글")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / ("긴" * 80 + ".pdf")).write_bytes(pdfs.good())
    os.mkfifo(tmp_path / "pipe.pdf")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(tmp_path / "socket"))
    (tmp_path / "zero").symlink_to("/dev/zero")
    (tmp_path / "dangling").symlink_to("nowhere")
    (tmp_path / "round").symlink_to(tmp_path)
    for name in (b"line\nend.pdf", b"\xff\xfe.pdf", "rtl\u202efdp.pdf".encode(), b"\x1b[2J.pdf"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(pdfs.good())
    return tmp_path


def test_every_file_has_its_verdict(strange: Path) -> None:
    done = check(strange, "--json")
    assert {it for it in done.stdout.decode() if not it.isprintable()} == {"\n"}
    said = objects(done)
    assert {name: one["code"] for name, one in said.items()} == {
        "below/" + "긴" * 80 + ".pdf": None,
        "bomb.pdf": "too_heavy",
        "dangling": "unreadable_file",
        "empty.pdf": "empty_file",
        "line\nend.pdf": None,
        "locked.pdf": "password_needed",
        "memo.txt": "not_a_pdf",
        "no suffix": None,
        "one grey page.pdf": None,
        "pipe.pdf": "not_a_file",
        "rtl\u202efdp.pdf": None,
        "socket": "not_a_file",
        "zero": "not_a_file",
        "\x1b[2J.pdf": None,
        "\\xff\\xfe.pdf": None,
        "예산안.pdf": None,
    }
    for one in said.values():
        assert one.keys() == {"file", "accepted", "code", "reason", "pages", "ms", "failed"}
        assert one["accepted"] == (one["code"] is None) == (one["reason"] is None)
        assert isinstance(one["ms"], int)
    assert said["예산안.pdf"]["pages"] == 7
    assert said["one grey page.pdf"]["failed"] == [{"page": 2, "code": "page_broken"}]


def test_nothing_reaches_the_terminal_raw(strange: Path) -> None:
    said = check(strange).stdout.decode("utf-8")
    assert {it for it in said if not it.isprintable()} == {"\n"}
    assert "16 files: 8 accepted (1 with grey pages), 8 refused" in said


@pytest.mark.parametrize(("draw", "grey"), [("0", []), ("1", []), ("2", [2]), ("all", [2, 6])])
def test_as_many_pages_are_drawn_as_wished(tmp_path: Path, draw: str, grey: list[int]) -> None:
    leaf, broken = pdfs.page(5), b"(no page)"
    numbers = [3, 4, 6, 7, 8, 9]
    objects_ = [pdfs.CATALOG, pdfs.tree(numbers), leaf, broken, pdfs.stream(pdfs.SQUARE)]
    (tmp_path / "a.pdf").write_bytes(pdfs.pdf([*objects_, leaf, leaf, leaf, broken]))
    said = objects(check(tmp_path, "--json", "--draw", draw))["a.pdf"]
    assert [failed["page"] for failed in said["failed"]] == grey


def test_the_limits_are_the_services_own(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdfs.good(4))
    limited = check(tmp_path, "--json", HANJANG_MAX_PAGES="3")
    assert objects(limited)["a.pdf"]["code"] == "too_many_pages"


def test_an_empty_folder_is_gone_through(tmp_path: Path) -> None:
    assert check(tmp_path, "--json").stdout == b""
    assert "0 files" in check(tmp_path).stdout.decode()


def test_thousands_of_files(tmp_path: Path) -> None:
    for number in range(3_000):
        (tmp_path / f"{number:04}").touch()
    said = objects(check(tmp_path, "--json"))
    assert list(said) == [f"{number:04}" for number in range(3_000)]


@pytest.mark.parametrize("name", ["nowhere", "file", "file/below"])
def test_what_is_no_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    done = CliRunner().invoke(commands, ["check", str(tmp_path / name)])
    assert done.exit_code == 2
    (line,) = done.output.splitlines()
    assert "폴더가 아닙니다" in line
    assert "no readable folder" in line


@pytest.mark.parametrize("draw", ["-1", "many", "1.5", "²"])
def test_a_number_that_is_none(tmp_path: Path, draw: str) -> None:
    done = CliRunner().invoke(commands, ["check", str(tmp_path), f"--draw={draw}"])
    assert done.exit_code == 2
    assert "--draw takes a number" in done.output


async def test_interrupted_it_ends_and_takes_its_children_along(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.pdf").write_bytes(bombs.form_tower())
    running = await asyncio.create_subprocess_exec(
        *COMMAND, str(tmp_path), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    await until(lambda: len(children_of(running.pid)) >= 3, seconds=60)
    children = children_of(running.pid)
    running.send_signal(signal.SIGINT)
    async with asyncio.timeout(60):
        _, said = await running.communicate()
    assert running.returncode == 130
    assert said == b""
    await until(lambda: not any(map(is_alive, children)))


def test_nobody_listening_is_no_error(tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"{number:04}").touch()
    with subprocess.Popen(
        [*COMMAND, str(tmp_path), "--json"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(timeout=60) == 0


def test_a_full_disk_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, str(tmp_path)],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    assert "cannot be written" in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def children_of(pid: int) -> list[int]:
    """The living children of a process."""
    try:
        return [int(it) for it in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def is_alive(pid: int) -> bool:
    """Whether there is still such a process."""
    return Path(f"/proc/{pid}").exists()
