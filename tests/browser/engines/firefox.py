"""Firefox over WebDriver BiDi: its own socket, and fingers as it has them."""

import asyncio
import base64
import json
import re
import shutil
import tempfile
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any, Final

import pytest
from websockets.asyncio.client import ClientConnection, connect

from tests.browser.engines.engine import PATIENCE_SECONDS, Engine, Point

LISTENING: Final = re.compile(rb"WebDriver BiDi listening on (ws://\S+)")

MOST_BYTES: Final = 1 << 26
"""Of one answer: a picture of a window is a few megabytes."""

PREFERENCES: Final = """
user_pref("app.update.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("dom.w3c_touch_events.enabled", 1);
user_pref("intl.accept_languages", "ko-KR");
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
"""


class Firefox(Engine):
    """A tab that feels a finger."""

    name = "Firefox"

    def __init__(self, socket: ClientConnection) -> None:
        self._socket, self._numbers, self._tab = socket, count(1), ""

    async def come_up(self, width: int, height: int) -> None:
        """Begin a session with one tab of this size."""
        await self._tell("session.new", capabilities={})
        self._tab = (await self._tell("browsingContext.getTree"))["contexts"][0]["context"]
        size = {"width": width, "height": height}
        await self._tell("browsingContext.setViewport", context=self._tab, viewport=size)

    async def go(self, url: str) -> None:
        await self._tell("browsingContext.navigate", context=self._tab, url=url, wait="complete")

    async def reload(self) -> None:
        await self._tell("browsingContext.reload", context=self._tab, wait="complete")

    async def ask(self, expression: str) -> Any:
        said = await self._tell(
            "script.evaluate",
            expression=f"Promise.resolve({expression}).then((it) => JSON.stringify(it ?? null))",
            target={"context": self._tab},
            awaitPromise=True,
        )
        if said["type"] == "exception":
            raise AssertionError(said["exceptionDetails"]["text"])
        return json.loads(said["result"]["value"])

    async def draw(self, points: Sequence[Point]) -> None:
        moves = [
            {"type": "pointerMove", "x": round(x), "y": round(y), "duration": 16} for x, y in points
        ]
        down, up = {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}
        await self._perform(
            type="pointer",
            id="finger",
            parameters={"pointerType": "touch"},
            actions=[moves[0], down, *moves[1:], up],
        )

    async def type(self, text: str) -> None:
        keys = [{"type": kind, "value": letter} for letter in text for kind in ("keyDown", "keyUp")]
        await self._perform(type="key", id="keys", actions=keys)

    async def photograph(self) -> bytes:
        taken = await self._tell("browsingContext.captureScreenshot", context=self._tab)
        return base64.b64decode(taken["data"])

    async def _perform(self, **source: Any) -> None:
        await self._tell("input.performActions", context=self._tab, actions=[source])

    async def _tell(self, method: str, **params: Any) -> dict[str, Any]:
        number = next(self._numbers)
        await self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                said: dict[str, Any] = json.loads(await self._socket.recv())
                if said.get("id") == number:
                    break
        if said["type"] == "error":
            raise AssertionError(f"{method}: {said['error']}: {said['message']}")
        return dict(said["result"])


@asynccontextmanager
async def firefox(width: int, height: int) -> AsyncIterator[Engine]:
    """A running Firefox with one tab; without one on this machine the test is skipped."""
    found = shutil.which("firefox-esr") or shutil.which("firefox")
    if found is None:
        pytest.skip("NO FIREFOX: nothing is tested in it here (apt-get install firefox-esr)")
    with tempfile.TemporaryDirectory() as profile:
        _prefer(profile)
        options = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"]
        process = await asyncio.create_subprocess_exec(
            found, *options, "about:blank", stdout=DEVNULL, stderr=PIPE
        )
        try:
            address = await _address(process)
            async with connect(f"{address}/session", max_size=MOST_BYTES) as socket:
                tab = Firefox(socket)
                await tab.come_up(width, height)
                yield tab
        finally:
            process.kill()
            await process.wait()


def _prefer(profile: str) -> None:
    Path(profile, "user.js").write_text(PREFERENCES)


async def _address(process: Process) -> str:
    assert process.stderr is not None
    async with asyncio.timeout(PATIENCE_SECONDS):
        async for line in process.stderr:
            if said := LISTENING.search(line):
                return said[1].decode()
    raise AssertionError("Firefox ended before it listened")
