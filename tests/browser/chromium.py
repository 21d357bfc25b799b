"""The machine's own Chromium, found and started."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, async_playwright, expect

PATIENCE_MS = 20_000
"""A bound for what never happens; whatever is waited for takes a fraction of a second."""

QUIET = [
    "--no-sandbox",  # tests run as root in containers
    "--disable-dev-shm-usage",  # and with the 64 MB of shared memory a container gives
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@asynccontextmanager
async def chromium(**environment: str) -> AsyncIterator[Browser]:
    """A running Chromium with this besides in its environment; without one the test is skipped."""
    found = shutil.which("chromium")
    if found is None:
        pytest.skip("NO CHROMIUM: no screen is tested here (apt-get install chromium)")
    expect.set_options(timeout=PATIENCE_MS)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=found, args=QUIET, env={**os.environ, **environment}
        )
        try:
            yield browser
        finally:
            await browser.close()
