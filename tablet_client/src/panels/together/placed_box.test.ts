import { expect, test } from "vitest";
import type { SheetPlacement } from "../sheet_door.ts";
import { boxOf, halfOf, regionBetween } from "./placed_box.ts";

const PLACEMENT: SheetPlacement = {
  page: { document_id: "d1", version: 1, page: 1 },
  size: [600, 900],
  scale: 0.1,
  left: 50,
  top: 20,
};

test("two places make a part of the page, whichever comes first", () => {
  const [one, other] = [
    { x: 150, y: 220 },
    { x: 450, y: 120 },
  ];
  const region = { x: 1_000, y: 1_000, width: 3_000, height: 1_000 };
  expect(regionBetween(one, other, PLACEMENT)).toEqual(region);
  expect(regionBetween(other, one, PLACEMENT)).toEqual(region);
  expect(boxOf(region, PLACEMENT)).toEqual({
    left: "150px",
    top: "120px",
    width: "300px",
    height: "100px",
  });
});

test("it ends at the page's edges, and a mere touch is none", () => {
  const far = regionBetween({ x: -900, y: -900 }, { x: 9_000, y: 9_000 }, PLACEMENT);
  expect(far).toEqual({ x: 0, y: 0, width: 10_000, height: 15_000 });
  expect(regionBetween({ x: 100, y: 100 }, { x: 104, y: 400 }, PLACEMENT)).toBeNull();
});

test("a half is a half", () => {
  expect(halfOf(PLACEMENT, "lower")).toEqual({ x: 0, y: 7_500, width: 10_000, height: 7_500 });
});
