import { describe, expect, test } from "vitest";
import type { HeldTile } from "../pages/tiles.ts";
import type { TileAt } from "../pages/tiling.ts";
import { isSamePicture, paintTiles, picture } from "./tile_paint.ts";

const at = (level: number, column: number, row = 0): TileAt => ({ level, column, row });

function held(level: number, column: number, row = 0): HeldTile {
  const image = { width: 800, height: 800, close: () => undefined };
  return { level, column, row, image };
}

const LOOK = { level: 4, visible: [at(4, 2), at(4, 3)], wanted: [] };
const places = (tiles: readonly HeldTile[]) => tiles.map(({ level, column }) => [level, column]);

describe("what is painted", () => {
  test("is nothing where the page's own image is enough", () => {
    expect(picture([held(4, 2)], null)).toEqual({ tiles: [], covers: false });
  });

  test("is the level looked at alone once all of it is here", () => {
    const { tiles, covers } = picture([held(2, 1), held(4, 2), held(4, 3), held(4, 4)], LOOK);
    expect([places(tiles), covers]).toEqual([
      [
        [4, 2],
        [4, 3],
      ],
      true,
    ]);
  });

  test("is other levels too until then, the coarsest first, the level looked at on top", () => {
    const { tiles, covers } = picture([held(6, 3), held(4, 2), held(2, 1)], LOOK);
    expect([places(tiles), covers]).toEqual([
      [
        [2, 1],
        [6, 3],
        [4, 2],
      ],
      false,
    ]);
  });

  test("differs when a tile has come", () => {
    const [one, two] = [held(4, 2), held(4, 3)];
    expect(isSamePicture(picture([one], LOOK), picture([one], LOOK))).toBe(true);
    expect(isSamePicture(picture([one], LOOK), picture([one, two], LOOK))).toBe(false);
  });
});

test("neighbours share an edge on a whole pixel at any zoom", () => {
  const painted: number[][] = [];
  const context = {
    save: () => undefined,
    restore: () => undefined,
    setTransform: () => undefined,
    drawImage: (_image: unknown, ...box: number[]) => painted.push(box),
  } as unknown as CanvasRenderingContext2D;
  const tiles = [held(4, 0, 0), held(4, 1, 0), held(4, 0, 1), held(4, 1, 1)];
  for (let scale = 0.1; scale < 0.7; scale += 0.0137) {
    painted.length = 0;
    const placement = { scale, left: -33.37, top: 8.61 };
    const stage = { width: 1_000, height: 800, ratio: 1.5 };
    paintTiles(context, tiles, [595, 842], placement, stage);
    expect(painted.flat().every(Number.isInteger)).toBe(true);
    const [x, y, wide, high] = painted[0] ?? [];
    expect(painted[1]?.[0]).toBe((x ?? 0) + (wide ?? 0));
    expect(painted[2]?.[1]).toBe((y ?? 0) + (high ?? 0));
    expect(painted[3]?.slice(0, 2)).toEqual([painted[1]?.[0], painted[2]?.[1]]);
  }
});
