import { describe, expect, test } from "vitest";
import { TABLET, WALL } from "./budget.ts";
import { closerLook, type Seen } from "./closer_look.ts";
import { TILE } from "./tiling.ts";

const A4 = [595, 842] as const;
const A0 = [3370, 2384] as const;

/** A page that many pixels wide, its middle in the middle of an iPad's stage. */
function seen(across: number, more: Partial<Seen> = {}): Seen {
  const size = more.size ?? A4;
  const [stageWidth, stageHeight] = [1_640, 1_300];
  return {
    size,
    imageWidth: 1_600,
    across,
    left: (stageWidth - across) / 2,
    top: (stageHeight - (across * size[1]) / size[0]) / 2,
    stageWidth,
    stageHeight,
    ...more,
  };
}

const levelAt = (across: number, more: Partial<Seen> = {}) =>
  closerLook(seen(across, more))?.level ?? null;

describe("the level", () => {
  test.each([
    ["the whole page on a tablet", 919, {}, null],
    ["the whole page on a tablet held upright", 1_640, {}, null],
    ["a little nearer", 1_800, {}, 2],
    ["as wide as level 2, to the eye", 3_500, {}, 2],
    ["wider than level 2", 4_000, {}, 4],
    ["as wide as level 4", 6_400, {}, 4],
    ["wider than anything there is", 20_000, {}, 4],
    ["a plan, wider than level 4", 8_000, { size: A0 }, 6],
    ["a page drawn at half size", 1_000, { imageWidth: 800 }, 1],
    ["a page drawn at half size, nearer", 3_000, { imageWidth: 800 }, 2],
    ["a page too narrow for tiles", 5_000, { size: [20, 500], imageWidth: 655 }, null],
  ] as const)("of %s", (_what, across, more, level) => {
    expect(levelAt(across, more)).toBe(level);
  });

  test("is a coarser one where its tiles in sight would not fit into memory", () => {
    const large = { stageWidth: 2_640, stageHeight: 1_985, left: -500, top: -1_000 };
    expect(levelAt(3_600, large)).toBe(2);
    expect(levelAt(6_400, large)).toBe(4);
  });
});

describe("the tiles", () => {
  test("in sight come first, the middle one before all", () => {
    const look = closerLook(seen(6_400, { left: -2_300, top: -800 }));
    expect(look?.visible.map(({ column, row }) => `${column}.${row}`).sort()).toEqual([
      "2.1",
      "2.2",
      "3.1",
      "3.2",
      "4.1",
      "4.2",
    ]);
    expect(look?.wanted.slice(0, 6)).toEqual(look?.visible);
    expect(look?.wanted[0]).toMatchObject({ row: 1 });
  });

  test("of one ring around them follow, and no more", () => {
    const look = closerLook(seen(6_400, { left: -2_300, top: -800 }));
    const columns = new Set(look?.wanted.map((tile) => tile.column));
    const rows = new Set(look?.wanted.map((tile) => tile.row));
    expect([[...columns].sort(), [...rows].sort()]).toEqual([
      [1, 2, 3, 4, 5],
      [0, 1, 2, 3],
    ]);
  });

  test("end where the page ends", () => {
    const look = closerLook(seen(6_400, { left: 8, top: 8 }));
    expect(look?.wanted.every(({ column, row }) => column >= 0 && row >= 0)).toBe(true);
  });

  test("are never more than can be held, wherever and on whatever glass", () => {
    for (let across = 1_700; across < 12_000; across += 137) {
      for (const size of [A4, A0, [300, 3_000], [14_400, 200]] as const) {
        const look = closerLook(seen(across, { size, stageWidth: 2_640, stageHeight: 1_985 }));
        expect((look?.wanted.length ?? 0) * TILE * TILE * 4).toBeLessThanOrEqual(TABLET.tileBytes);
      }
    }
  });

  test("in sight all fit, but for corners of the largest glass", () => {
    for (let across = 1_800; across < 7_000; across += 61) {
      const look = closerLook(seen(across));
      const asked = new Set(look?.wanted);
      expect(look?.visible.filter((tile) => !asked.has(tile))).toEqual([]);
    }
  });

  test("are none when the page lies beside the stage", () => {
    expect(closerLook(seen(6_400, { left: 5_000 }))?.visible).toEqual([]);
  });
});

test("on a wall of four thousand pixels a slide is finer than the screen", () => {
  const seen: Seen = {
    size: [960, 540],
    imageWidth: 1_600,
    across: 3_648,
    left: 96,
    top: 0,
    stageWidth: 3_840,
    stageHeight: 2_052,
  };
  expect(closerLook(seen)?.level).toBe(2);
  const look = closerLook(seen, WALL.tileBytes);
  expect([look?.level, look?.visible.length]).toEqual([4, 40]);
});
