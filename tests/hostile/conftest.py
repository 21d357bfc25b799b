"""Houses for all hostile files: each must outlive every one of them."""

from collections.abc import AsyncIterator

import pytest_asyncio

from service.render.limits import ChildLimits, FileLimits
from tests.support.drawing_house import MIB, DrawingHouse, drawing_house

FILES = FileLimits(pages=1_000, byte_count=8 * MIB, inspect_seconds=20, page_seconds=20)
SHORT = FileLimits(pages=1_000, byte_count=8 * MIB, inspect_seconds=15, page_seconds=1)
CHILD = ChildLimits(memory=700 * MIB)


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def house() -> AsyncIterator[DrawingHouse]:
    """A house patient enough for whatever can be drawn."""
    async with drawing_house(FILES, CHILD) as house:
        yield house


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def impatient() -> AsyncIterator[DrawingHouse]:
    """A house that gives a page one second: for pages that would take minutes or for ever."""
    async with drawing_house(SHORT, CHILD) as house:
        yield house
