"""The Python half of the golden tiling; `tiling.test.ts` of the tablet reads the same file."""

import json
from pathlib import Path
from typing import Any

import pytest

from service.render.limits import TABLET_WIDTH, TILE, tile_box, tile_levels

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "golden" / "tiling.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_levels_and_boxes_are_as_written(case: dict[str, Any]) -> None:
    size = (case["size"][0], case["size"][1])
    assert list(tile_levels(size)) == case["levels"]
    for level, column, row, box in case["boxes"]:
        found = tile_box(size, level, column, row)
        assert (None if found is None else list(found)) == box, (level, column, row)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_tiles_of_a_level_cover_the_page_once(case: dict[str, Any]) -> None:
    size = (case["size"][0], case["size"][1])
    for level in case["levels"]:
        down = -(-TABLET_WIDTH * level * size[1] // size[0])
        columns, rows = TABLET_WIDTH * level // TILE, -(-down // TILE)
        boxes = [tile_box(size, level, c, r) for c in range(columns) for r in range(rows)]
        area = sum(box[2] * box[3] for box in boxes if box is not None)
        assert None not in boxes
        assert area == TABLET_WIDTH * level * down
        assert tile_box(size, level, columns, 0) is None
        assert tile_box(size, level, 0, rows) is None
