"""The service's side of the line: whoever sits at its other end, the service comes to no harm."""

import asyncio
import contextlib
import signal
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from service.render.fence.child_process import ChildProcess
from service.render.fence.errors import ChildDied, ChildLied, FenceError
from service.render.fence.messages import HEADER, Draw, Drawn, frame
from tests.support.until import until

ROOT = Path(__file__).resolve().parents[3]
JOB = Draw(document="", page=1, across=1, down=1, left=0, top=0, width=1, height=1)
ANSWER = frame(Drawn(width=1, height=1))


class Line:
    """A child process that does nothing, and its end of the line in the test's hands."""

    def __init__(self, child: ChildProcess, theirs: socket.socket) -> None:
        self.child = child
        self.theirs = theirs

    async def exchange(self) -> object:
        """A job and its answer, within a few seconds."""
        async with asyncio.timeout(5):
            return await self.child.exchange(JOB, (0,))


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    process = await asyncio.create_subprocess_exec("sleep", "3600", start_new_session=True)
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    with theirs:
        child = ChildProcess(process, ours)
        yield Line(child, theirs)
        await child.end()


async def test_an_answer_is_heard(line: Line) -> None:
    asking = asyncio.create_task(line.exchange())
    heard = await asyncio.to_thread(line.theirs.recv, 4_096)
    assert heard == frame(JOB)
    line.theirs.sendall(ANSWER)
    assert await asking == Drawn(width=1, height=1)


async def test_files_sent_back_stay_outside(line: Line) -> None:
    asking = asyncio.create_task(line.exchange())
    await asyncio.to_thread(line.theirs.recv, 4_096)
    before = open_files()
    socket.send_fds(line.theirs, [ANSWER], [0] * 100)
    await asking
    assert open_files() == before


@pytest.mark.parametrize(
    ("said", "error"),
    [
        (HEADER.pack(256 * 1024 + 1), ChildLied),
        (HEADER.pack(2**32 - 1), ChildLied),
        (HEADER.pack(1) + b"\xc1", ChildLied),
        (HEADER.pack(0), ChildLied),
        (frame(JOB), ChildLied),
        (HEADER.pack(100) + b"and no more", ChildDied),
        (b"\0", ChildDied),
        (b"", ChildDied),
    ],
)
async def test_what_is_no_answer_is_an_error(
    line: Line, said: bytes, error: type[FenceError]
) -> None:
    asking = asyncio.create_task(line.exchange())
    await asyncio.to_thread(line.theirs.recv, 4_096)
    line.theirs.sendall(said)
    line.theirs.shutdown(socket.SHUT_WR)
    with pytest.raises(error):
        await asking


async def test_words_before_the_question_are_no_answer(line: Line) -> None:
    line.theirs.sendall(ANSWER)
    with pytest.raises(ChildLied):
        await line.exchange()


async def test_a_child_that_stops_reading_holds_nobody_up(line: Line) -> None:
    with contextlib.suppress(BlockingIOError):
        while True:
            line.child.line.send(bytes(1_000))
    with pytest.raises(ChildDied):
        await line.exchange()


async def test_a_stopped_child_ends_with_a_service_that_was_killed() -> None:
    service = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.support.brief_service"),
        stdout=asyncio.subprocess.PIPE,
        cwd=ROOT,
    )
    assert service.stdout is not None
    try:
        words: list[str] = []
        while words[:1] != ["child"]:
            words = (await service.stdout.readline()).decode().split()
        child = int(words[1])
        await until(lambda: state_of(child) == "T")
    finally:
        service.send_signal(signal.SIGKILL)
        await service.wait()
    await until(lambda: state_of(child) in ("", "Z"))


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def state_of(pid: int) -> str:
    """One letter of proc_pid_stat(5); "" when there is no such process."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return ""
    return stat.rpartition(")")[2].split()[0]
