"""One browser and one real service for each story's file."""

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from tests.browser.chromium import chromium
from tests.browser.tablets import Tablets
from tests.support.running_service import RunningService, running_service


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningService]:
    """`hanjang serve` on an empty folder."""
    with running_service(tmp_path_factory.mktemp("service") / "data") as service:
        yield service


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """A Chromium."""
    async with chromium() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="module")
async def tablets(browser: Browser) -> AsyncIterator[Tablets]:
    """Fresh tablets for one test."""
    async with Tablets(browser) as tablets:
        yield tablets
