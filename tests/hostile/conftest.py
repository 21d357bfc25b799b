"""One house for all hostile files: it must outlive every one of them."""

from collections.abc import AsyncIterator

import pytest_asyncio

from service.render.limits import ChildLimits, FileLimits
from tests.support.drawing_house import MIB, DrawingHouse, drawing_house

FILES = FileLimits(pages=1_000, byte_count=8 * MIB, inspect_seconds=15, page_seconds=8)
CHILD = ChildLimits(memory=700 * MIB)


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def house() -> AsyncIterator[DrawingHouse]:
    async with drawing_house(FILES, CHILD) as house:
        yield house
