"""Tiles: drawn when asked for first, kept, and not drawn for who has gone."""

import asyncio

import pytest

from service.errors import Code, FileRefused, InputRefused, Unavailable
from service.render.work import Tile
from storage.keys import tile_key
from tests.support.paper_room import A, B, Room
from tests.support.until import until


async def test_a_tile_is_drawn_once_and_found_again(room: Room) -> None:
    await room.content(A, 3)
    tile = Tile(A, 2, 4, 7, 11)
    assert (await room.pages.tile(tile)).data == b"\x89PNG tablet 2"
    assert await room.blobs.get(tile_key(*tile)) == b"\x89PNG tablet 2"
    await room.pages.tile(tile)
    assert room.press.drawn == [2]


@pytest.mark.parametrize(
    "tile",
    [
        Tile(A, 1, 3, 0, 0),
        Tile(A, 1, 6, 0, 0),
        Tile(A, 1, 4, 8, 0),
        Tile(A, 1, 4, 0, 12),
        Tile(A, 4, 2, 0, 0),
        Tile(A, 0, 2, 0, 0),
        Tile(B, 1, 2, 0, 0),
    ],
    ids=str,
)
async def test_what_is_no_tile_of_the_page_is_refused(room: Room, tile: Tile) -> None:
    await room.content(A, 3)
    with pytest.raises(InputRefused):
        await room.pages.tile(tile)
    assert room.press.drawn == []


async def test_a_tile_that_cannot_be_drawn_says_why_and_is_tried_again(room: Room) -> None:
    await room.content(A, 3)
    room.press.bad = {2: Code.PAGE_TOO_SLOW}
    with pytest.raises(FileRefused) as refused:
        await room.pages.tile(Tile(A, 2, 2, 0, 0))
    assert refused.value.code is Code.PAGE_TOO_SLOW
    room.press.bad = {}
    assert (await room.pages.tile(Tile(A, 2, 2, 0, 0))).data
    # A tile's trouble is not the page's: that one is drawn whole, and perhaps at half the size.
    assert await room.catalog.pages(A) == []


async def test_a_tile_whose_asker_has_gone_is_not_drawn(room: Room) -> None:
    await room.content(A, 9)
    room.press.open.clear()
    first = asyncio.create_task(room.pages.tile(Tile(A, 1, 2, 0, 0)))
    await asyncio.sleep(0)
    gone = asyncio.create_task(room.pages.tile(Tile(A, 5, 2, 0, 0)))
    stays = asyncio.create_task(room.pages.tile(Tile(A, 6, 2, 0, 0)))
    leaves = asyncio.create_task(room.pages.tile(Tile(A, 6, 2, 0, 0)))
    for _ in range(20):
        await asyncio.sleep(0)
    gone.cancel()
    leaves.cancel()
    await asyncio.gather(gone, leaves, return_exceptions=True)
    room.press.open.set()
    assert (await first).data
    assert (await stays).data
    assert room.press.drawn == [1, 6]


async def test_a_full_disk_still_shows_the_tile(room: Room) -> None:
    await room.content(A, 1)
    room.blobs.full = True
    assert (await room.pages.tile(Tile(A, 1, 2, 0, 0))).data
    room.blobs.full = False
    await until(lambda: room.press.drawn == [1])
    assert (await room.pages.tile(Tile(A, 1, 2, 0, 0))).data


async def test_a_lost_source_is_told_at_once(room: Room) -> None:
    await room.content(A, 1)
    await room.blobs.delete(f"source/{A}")
    with pytest.raises(Unavailable):
        await room.pages.tile(Tile(A, 1, 2, 0, 0))
