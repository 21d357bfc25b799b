"""The fence, tried with a child that misbehaves in every way it can."""

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from structlog import BoundLogger, wrap_logger
from structlog.testing import LogCapture

from service.render.fence import canvas
from service.render.fence.errors import ChildDied, ChildLied, ChildTooSlow, FenceError, NoChild
from service.render.fence.messages import Draw, Drawn, Failed, Trouble
from service.render.fence.sandbox import Sandbox
from service.render.limits import WALLS, ChildLimits
from tests.support.attempts import OPENED_BEFORE
from tests.support.until import until

DUMMY = "tests.support.dummy_child"
UNWALLED = "tests.support.dummy_unwalled"
LIMITS = ChildLimits(memory=1024**3, jobs=3)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(DUMMY, LIMITS)
    yield sandbox
    await sandbox.aclose()


async def told(sandbox: Sandbox, behaviour: str, number: int = 1, seconds: float = 10) -> str:
    """What the child wrote; "" when it answered Failed."""
    job = Draw(
        document=behaviour,
        page=number,
        across=20,
        down=10,
        left=0,
        top=0,
        width=20,
        height=10,
    )
    with canvas.canvas(600) as pixels:
        answer = await sandbox.ask(
            job, (pixels,), seconds, Drawn, lambda said: (said.width, said.height) == (20, 10)
        )
        if isinstance(answer, Failed):
            assert answer.trouble is Trouble.TOO_HEAVY
            return ""
        return canvas.read(pixels, 0, 600).rstrip(b"\0").decode()


async def test_a_job_is_done(sandbox: Sandbox) -> None:
    assert await told(sandbox, "good") == "drawn"
    assert sandbox.started == 1


@pytest.mark.parametrize(
    ("behaviour", "error"),
    [
        ("hang", ChildTooSlow),
        ("crash", ChildDied),
        ("lie", ChildLied),
        ("flood", ChildLied),
        ("rubbish", ChildLied),
        ("two answers", ChildLied),
        ("crumbs", ChildLied),
        ("stop", ChildTooSlow),
    ],
)
async def test_a_bad_child_is_ended_and_replaced(
    sandbox: Sandbox, behaviour: str, error: type[FenceError]
) -> None:
    assert await told(sandbox, "good") == "drawn"
    pid = sandbox.pid
    assert pid is not None
    with pytest.raises(error):
        await told(sandbox, behaviour, seconds=1 if error is ChildTooSlow else 30)
    assert not is_running(pid)
    assert await told(sandbox, "good") == "drawn"
    assert sandbox.started == 2


async def test_an_answer_given_in_advance_is_not_believed(sandbox: Sandbox) -> None:
    await told(sandbox, "forestall")
    with pytest.raises(ChildLied):
        await told(sandbox, "good")
    assert await told(sandbox, "good") == "drawn"


async def test_a_childs_own_children_end_with_it() -> None:
    sandbox = Sandbox(UNWALLED, LIMITS)  # behind the walls it could have none
    with pytest.raises(ChildTooSlow):
        await told(sandbox, "hang with a child", seconds=1)
    await until(lambda: not any(UNWALLED in line for line in command_lines()))


async def test_a_hanging_neighbour_is_left_alone(sandbox: Sandbox) -> None:
    other = Sandbox(DUMMY, LIMITS)
    await other.start()
    hanging = asyncio.create_task(told(other, "hang", seconds=60))
    with pytest.raises(ChildDied):
        await told(sandbox, "crash")
    assert not hanging.done()
    hanging.cancel()
    with pytest.raises(asyncio.CancelledError):
        await hanging
    assert other.pid is None


async def test_a_child_retires_after_its_jobs(sandbox: Sandbox) -> None:
    for _ in range(LIMITS.jobs):
        assert await told(sandbox, "good") == "drawn"
    assert sandbox.pid is None
    assert await told(sandbox, "good") == "drawn"
    assert sandbox.started == 2


async def test_memory_is_limited_and_its_child_replaced(sandbox: Sandbox) -> None:
    assert await told(sandbox, "exhaust") == ""
    assert sandbox.pid is None
    assert await told(sandbox, "good") == "drawn"


async def test_a_child_inherits_nothing(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HANJANG_SECRET", "must not be seen")
    with (tmp_path / "open").open("wb") as file:
        os.set_inheritable(file.fileno(), True)
        folder, names, open_files, nice = (await told(sandbox, "tell")).split("|")
    assert folder == "/"
    others = [name for name in names.split(",") if not name.startswith("MALLOC_")]
    assert set(others) <= {"LC_ALL", "LC_CTYPE", "PYTHONPATH"}
    # Three standard ones, its line, and the folder being listed.
    assert int(open_files) - OPENED_BEFORE == 5
    assert int(nice) >= 10


async def test_missing_walls_are_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    told = LogCapture()
    # Not the level that another test may have configured.
    logger = wrap_logger(None, processors=[told], wrapper_class=BoundLogger)
    monkeypatch.setattr("service.render.fence.sandbox.log", logger)
    sandbox = Sandbox(UNWALLED, LIMITS)
    for _ in range(2):
        await sandbox.start()
        await sandbox.aclose()
    warned = [entry["walls"] for entry in told.entries if entry["event"] == "walls_missing"]
    assert warned == [list(WALLS)]
    ready = [entry["walls"] for entry in told.entries if entry["event"] == "child_ready"]
    assert ready == [[], []]


async def test_what_cannot_start_is_said_to_be_so() -> None:
    sandbox = Sandbox("tests.support.no_such_child", LIMITS)
    with pytest.raises(NoChild):
        await sandbox.start()
    assert sandbox.pid is None
    assert not sandbox.able


async def test_who_could_be_started_is_able_also_between_two_children() -> None:
    sandbox = Sandbox(DUMMY, LIMITS)
    await sandbox.start()
    assert sandbox.able
    await sandbox.aclose()
    assert sandbox.pid is None
    assert sandbox.able


def is_running(pid: int) -> bool:
    return DUMMY in command_line(pid)


def command_lines() -> list[str]:
    return [command_line(int(p.name)) for p in Path("/proc").iterdir() if p.name.isdigit()]


def command_line(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except (FileNotFoundError, ProcessLookupError):
        return ""
