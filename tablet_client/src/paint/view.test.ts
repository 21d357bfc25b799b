import { describe, expect, test } from "vitest";
import { atTop, bounded, moved, NEAREST, onPage, placeOn, WHOLE_PAGE, zoomed } from "./view.ts";

const STAGE = { width: 1016, height: 816 };
const SQUARE = [500, 500] as const;
const WIDE = [1000, 500] as const;

test("the whole page lies in the middle, with a little air", () => {
  const place = placeOn(STAGE, SQUARE, WHOLE_PAGE);
  expect(place).toEqual({ scale: 0.08, left: 108, top: 8 });
  const wide = placeOn(STAGE, WIDE, WHOLE_PAGE);
  expect([wide.left, wide.top, wide.scale]).toEqual([8, 158, 0.1]);
});

test("places on the stage and on the page are the same place", () => {
  const place = placeOn(STAGE, SQUARE, WHOLE_PAGE);
  expect(onPage(place, { x: 108, y: 8 })).toEqual({ x: 0, y: 0 });
  expect(onPage(place, { x: 908, y: 808 })).toEqual({ x: 10_000, y: 10_000 });
});

describe("coming nearer", () => {
  test("leaves what lies under the fingers where it was", () => {
    const at = { x: 300, y: 200 };
    const before = onPage(placeOn(STAGE, SQUARE, WHOLE_PAGE), at);
    const view = zoomed(STAGE, SQUARE, WHOLE_PAGE, 3, at);
    const after = onPage(placeOn(STAGE, SQUARE, view), at);
    expect(after.x).toBeCloseTo(before.x, 6);
    expect(after.y).toBeCloseTo(before.y, 6);
  });

  test("ends at the nearest, and farther than the whole page is nothing", () => {
    const at = { x: 0, y: 0 };
    expect(zoomed(STAGE, SQUARE, WHOLE_PAGE, 99, at).zoom).toBe(NEAREST);
    const near = zoomed(STAGE, SQUARE, WHOLE_PAGE, 2, at);
    expect(zoomed(STAGE, SQUARE, near, 0.01, at)).toEqual(WHOLE_PAGE);
  });
});

test("a page cannot be dragged off the stage", () => {
  const near = zoomed(STAGE, SQUARE, WHOLE_PAGE, 2, { x: 508, y: 408 });
  const place = placeOn(STAGE, SQUARE, moved(STAGE, SQUARE, near, 9_999, 9_999));
  expect([place.left, place.top]).toEqual([8, 8]);
  expect(moved(STAGE, SQUARE, WHOLE_PAGE, 50, 50)).toEqual(WHOLE_PAGE);
});

test("another page begins at its top, as near as the one before", () => {
  const near = zoomed(STAGE, SQUARE, WHOLE_PAGE, 2, { x: 508, y: 800 });
  const view = atTop(STAGE, SQUARE, near);
  expect(view.zoom).toBe(2);
  expect(placeOn(STAGE, SQUARE, view).top).toBe(8);
  expect(bounded(STAGE, SQUARE, view)).toEqual(view);
});
