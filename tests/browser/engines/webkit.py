"""WebKit over WebDriver, in a display of its own; its fingers arrive as a mouse."""

import asyncio
import base64
import http.client
import json
import shutil
import signal
import socket
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

import pytest

from tests.browser.engines.engine import PATIENCE_SECONDS, Engine, Point
from tests.support.until import until

BROWSERS: Final = "webkit2gtk-4.*/MiniBrowser"
"""Below `/usr/lib/<machine>`: Debian keeps it off the path."""


class WebKit(Engine):
    """A window of MiniBrowser, driven over HTTP."""

    name = "WebKit"

    def __init__(self, port: int) -> None:
        self._port, self._session = port, "/session"

    async def come_up(self, browser: Path, width: int, height: int) -> None:
        """Begin a session with one window of this size."""
        options = {"binary": str(browser), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        begun = await self._tell("POST", "", capabilities=wanted)
        self._session += f"/{begun['sessionId']}"
        await self._tell("POST", "/window/rect", x=0, y=0, width=width, height=height)

    async def leave(self) -> None:
        """End the session, and with it the browser."""
        await self._tell("DELETE", "")

    async def go(self, url: str) -> None:
        await self._tell("POST", "/url", url=url)

    async def reload(self) -> None:
        await self._tell("POST", "/refresh")

    async def ask(self, expression: str) -> Any:
        script = f"return Promise.resolve({expression}).then((it) => JSON.stringify(it ?? null))"
        return json.loads(await self._tell("POST", "/execute/sync", script=script, args=[]))

    async def draw(self, points: Sequence[Point]) -> None:
        moves = [
            {"type": "pointerMove", "x": round(x), "y": round(y), "duration": 16} for x, y in points
        ]
        down, up = {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}
        await self._perform(
            type="pointer",
            id="finger",
            parameters={"pointerType": "mouse"},
            actions=[moves[0], down, *moves[1:], up],
        )

    async def type(self, text: str) -> None:
        keys = [{"type": kind, "value": letter} for letter in text for kind in ("keyDown", "keyUp")]
        await self._perform(type="key", id="keys", actions=keys)

    async def photograph(self) -> bytes:
        return base64.b64decode(await self._tell("GET", "/screenshot"))

    async def _perform(self, **source: Any) -> None:
        await self._tell("POST", "/actions", actions=[source])

    async def _tell(self, method: str, path: str, **body: Any) -> Any:
        return await asyncio.to_thread(_exchange, self._port, method, self._session + path, body)


def _exchange(port: int, method: str, path: str, body: dict[str, Any]) -> Any:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)
    try:
        line.request(method, path, json.dumps(body) if method == "POST" else None)
        answer = line.getresponse()
        value = json.load(answer)["value"]
    finally:
        line.close()
    if answer.status != http.HTTPStatus.OK:
        raise AssertionError(f"{method} {path}: {value}")
    return value


def _mini_browser() -> Path | None:
    return next(Path("/usr/lib").glob(f"*/{BROWSERS}"), None)


@asynccontextmanager
async def webkit(width: int, height: int) -> AsyncIterator[Engine]:
    """A running WebKit with one window; without one on this machine the test is skipped."""
    driver, display = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    browser = _mini_browser()
    if driver is None or display is None or browser is None:
        pytest.skip("NO WEBKIT: nothing is tested in it here (apt-get install webkit2gtk-driver)")
    async with _screen(display, width, height) as name, _driver(driver, name) as port:
        window = WebKit(port)
        await window.come_up(browser, width, height)
        try:
            yield window
        finally:
            await window.leave()


@asynccontextmanager
async def _screen(display: str, width: int, height: int) -> AsyncIterator[str]:
    """A display nobody sees; its name."""
    size = f"{width}x{height}x24"
    process = await asyncio.create_subprocess_exec(
        *(display, "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp"),
        stdout=PIPE,
        stderr=DEVNULL,
    )
    try:
        assert process.stdout is not None
        async with asyncio.timeout(PATIENCE_SECONDS):
            number = (await process.stdout.readline()).decode().strip()
        yield f":{number}"
    finally:
        await _end(process)


@asynccontextmanager
async def _driver(driver: str, display: str) -> AsyncIterator[int]:
    """A driver that listens; its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = await asyncio.create_subprocess_exec(
        *("/usr/bin/env", f"DISPLAY={display}", "GDK_BACKEND=x11", "LANG=C.UTF-8"),
        *("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1", driver, f"--port={port}"),
        stdout=DEVNULL,
        stderr=DEVNULL,
    )
    try:
        await until(lambda: _listens(port), PATIENCE_SECONDS)
        yield port
    finally:
        await _end(process)


def _listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


async def _end(process: Process) -> None:
    if process.returncode is None:
        process.send_signal(signal.SIGTERM)
    await process.wait()
