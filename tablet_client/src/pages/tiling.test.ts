// The TypeScript half of the golden tiling; `tests/wire/test_golden_tiling.py` reads the same.
import { describe, expect, test } from "vitest";
import cases from "../../../tests/wire/golden/tiling.json";
import type { PageSize } from "../protocol/messages.ts";
import { tileBox, tileLevels } from "./tiling.ts";

type Golden = readonly [number, number, number, readonly number[] | null];

describe.each(cases)("$name", ({ size, levels, boxes }) => {
  const page = size as unknown as PageSize;

  test("has these levels", () => {
    expect(tileLevels(page)).toEqual(levels);
  });

  test("has its tiles where the service draws them", () => {
    for (const [level, column, row, golden] of boxes as unknown as readonly Golden[]) {
      const box = tileBox(page, { level, column, row });
      const found = box === null ? null : [box.left, box.top, box.width, box.height];
      expect([level, column, row, found]).toEqual([level, column, row, golden]);
    }
  });
});
