"""A render room whose press draws words."""

from collections.abc import AsyncIterator

import pytest

from tests.support.paper_room import Room


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    """A started room, ended at the end."""
    room = Room()
    await room.pages.start()
    yield room
    await room.pages.aclose()
