"""A real service in a process of its own, on a free port of this machine."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.support.until import until

ROOT = Path(__file__).parents[2]
QUIET_END_SECONDS = 15
"""After SIGTERM: three seconds for open requests, and the children that draw."""

SETTINGS = {"HANJANG_WORKERS": "1", "HANJANG_LOG_LEVEL": "info", "HANJANG_LOG_SHAPE": "json"}


class NotServing(Exception):
    """The process ended before it served; the text is what it wrote to standard error."""


class RunningService:
    """One `hanjang serve` on one data folder; may be killed and started again.

    Calls block: those that wait for the process are for fixtures, or for `asyncio.to_thread`.
    """

    def __init__(
        self,
        data: Path,
        settings: Mapping[str, str] | None = None,
        program: Sequence[str] = ("service",),
    ) -> None:
        """`program` is the module that runs, for a flavour of the service."""
        self.data = data
        self.log = data.parent / f"{data.name}.stderr"
        self.origin, self.secretary_link = "", ""
        self.announced: dict[str, Any] = {}
        self._program = program
        self._settings = SETTINGS | dict(settings or {})
        self._process: subprocess.Popen[str] | None = None

    @property
    def port(self) -> int:
        """Where it serves; the same after every start but the first."""
        return urlsplit(self.origin).port or 0

    @property
    def pid(self) -> int:
        """The process that serves now."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Return once it serves. Raises NotServing."""
        command = [sys.executable, "-m", *self._program, "serve", "--json", "--host", "127.0.0.1"]
        command += ["--port", str(self.port), "--data", str(self.data)]
        with self.log.open("a") as log:
            self._process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=os.environ | self._settings,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            self._process.wait()
            raise NotServing(self.said())
        self.announced = json.loads(line)
        self.origin = self.announced["url"]
        self.secretary_link = self.announced["links"]["secretary"].partition("#")[2]

    def said(self) -> str:
        """What it wrote to standard error since the first start."""
        return self.log.read_text() if self.log.exists() else ""

    def stop(self) -> None:
        """End it as an administrator would; killed when it does not end by itself."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(QUIET_END_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
            raise
        self._forget()

    def kill(self) -> None:
        """End it as a power cut would (SIGKILL)."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()
        self._forget()

    def children(self) -> list[int]:
        """The processes it started that live now."""
        tasks = Path(f"/proc/{self.pid}/task").glob("*/children")
        return [int(pid) for task in tasks for pid in task.read_text().split()]

    def memory(self) -> int:
        """Bytes of memory it holds now, without its children."""
        fields = Path(f"/proc/{self.pid}/statm").read_text().split()
        return int(fields[1]) * os.sysconf("SC_PAGE_SIZE")

    def _forget(self) -> None:
        if self._process is not None and self._process.stdout is not None:
            self._process.stdout.close()
        self._process = None


@contextmanager
def running_service(
    data: Path, settings: Mapping[str, str] | None = None
) -> Iterator[RunningService]:
    """A service that serves inside the context and is always ended after it."""
    service = RunningService(data, settings)
    service.start()
    try:
        yield service
    finally:
        service.stop()


async def until_gone(pids: list[int]) -> None:
    """Wait until none of these processes lives."""
    await until(lambda: not any(_lives(pid) for pid in pids))


def _lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"
