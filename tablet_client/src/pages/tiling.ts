import type { PageSize } from "../protocol/messages.ts";

/**
 * How a page lies in tiles: the twin of `tile_levels` and `tile_box` in
 * `service/render/limits.py`; both are held to `tests/wire/golden/tiling.json`.
 */

/** Pixels across a page's own image and across level 1. */
export const TABLET_WIDTH = 1_600;

/** The side of a tile in pixels, but for those at the right and the bottom edge. */
export const TILE = 800;

/** PDF points: beyond A3's 1,191 it is a plan or a map. */
const LARGE_PAGE = 1_200;

/** Pixels a PDF point: no drawing holds more. */
const MAX_DETAIL = 64;

/** One tile of a page: a level, and the place in its grid. */
export interface TileAt {
  readonly level: number;
  readonly column: number;
  readonly row: number;
}

/** Pixels at a level. */
export interface TileBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How many times the tablet's width a page can be had in tiles, the coarsest first. */
export function tileLevels([width, height]: PageSize): readonly number[] {
  const levels = Math.max(width, height) > LARGE_PAGE ? [1, 2, 4, 6] : [1, 2, 4];
  return levels.filter((level) => TABLET_WIDTH * level <= MAX_DETAIL * width);
}

/** Pixels of a whole page at a level; a last row that is only partly page is white below it. */
export function levelSize([width, height]: PageSize, level: number): readonly [number, number] {
  const across = TABLET_WIDTH * level;
  return [across, Math.ceil((across * height) / width)];
}

/** Where a tile lies at its level; null when there is none. */
export function tileBox(size: PageSize, { level, column, row }: TileAt): TileBox | null {
  if (!tileLevels(size).includes(level)) return null;
  const [across, down] = levelSize(size, level);
  const [left, top] = [column * TILE, row * TILE];
  if (left < 0 || left >= across || top < 0 || top >= down) return null;
  return {
    left,
    top,
    width: Math.min(TILE, across - left),
    height: Math.min(TILE, down - top),
  };
}
