"""Has the papers drawn in a child process: the drawing library never enters the serving one."""

import asyncio
import sys
from datetime import date
from pathlib import Path

from service.demo.agenda import files
from service.demo.client import DemoFailed

_DEADLINE = 120.0
"""Seconds the child may take; it needs about three on two cores."""


async def draw_papers(folder: Path, monday: date) -> None:
    """Draws every file of the agenda into the folder, which is made when it is missing.

    Raises DemoFailed when the folder cannot be written or the child dies or hangs.
    """
    try:
        await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    except OSError as error:
        raise DemoFailed(
            "데모 자료를 둘 폴더에 쓸 수 없습니다. / "
            "The folder for the demo papers cannot be written."
        ) from error
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "service.demo.draw",
        str(folder),
        monday.isoformat(),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        _, complaint = await asyncio.wait_for(child.communicate(), _DEADLINE)
    except TimeoutError as error:
        raise DemoFailed(
            "데모 자료를 그리는 데 너무 오래 걸립니다. / Drawing the demo papers takes too long."
        ) from error
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    if child.returncode or not all((folder / name).is_file() for name in files()):
        last = complaint.decode(errors="replace").strip().splitlines()[-1:] or [""]
        raise DemoFailed(
            f"데모 자료를 그리지 못했습니다. / The demo papers could not be drawn. ({last[0]})"
        )
