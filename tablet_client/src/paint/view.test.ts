import { describe, expect, test } from "vitest";
import {
  atTop,
  bounded,
  moved,
  nearest,
  onPage,
  placeOn,
  tapped,
  WHOLE_PAGE,
  zoomed,
} from "./view.ts";

const STAGE = { width: 1016, height: 816, ratio: 1 };
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
    expect(zoomed(STAGE, SQUARE, WHOLE_PAGE, 99, at).zoom).toBe(nearest(STAGE, SQUARE));
    const near = zoomed(STAGE, SQUARE, WHOLE_PAGE, 2, at);
    expect(zoomed(STAGE, SQUARE, near, 0.01, at)).toEqual(WHOLE_PAGE);
  });
});

test("steps back end at the whole page, and small steps begin from it", () => {
  const at = { x: 300, y: 200 };
  const by = (view: typeof WHOLE_PAGE, factor: number) => zoomed(STAGE, SQUARE, view, factor, at);
  expect(by(by(by(by(WHOLE_PAGE, 1.5), 1.5), 1 / 1.5), 1 / 1.5)).toEqual(WHOLE_PAGE);
  expect(by(by(WHOLE_PAGE, 1.004), 1.004).zoom).toBeCloseTo(1.008, 3);
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

describe("the nearest look", () => {
  const across = (
    stage: { width: number; height: number; ratio: number },
    size: readonly [number, number],
  ) => placeOn(stage, size, zoomed(stage, size, WHOLE_PAGE, 1e9, { x: 0, y: 0 })).scale * 10_000;
  const IPAD = { width: 804, height: 1_000, ratio: 2 };
  const PHONE = { width: 390, height: 600, ratio: 3 };
  const A4 = [595, 842] as const;
  const A0 = [3370, 2384] as const;

  test.each([
    ["a page is 6,400 of the screen's own pixels wide", IPAD, A4, 6_400],
    ["a page is so on a telephone", PHONE, A4, 6_400],
    ["a page is so on a desk's screen", STAGE, A4, 6_400],
    ["a plan is 9,600 wide on a desk's screen", STAGE, A0, 9_600],
    ["a plan's print is large enough on a tablet", IPAD, A0, 2 * 2 * 3_370],
    ["a tall strip is as wide as any plan", STAGE, [300, 3_000], 9_600],
    ["a long band shows its finest pixels, one a CSS pixel", IPAD, [14_400, 200], 2 * 9_600],
  ] as const)("of %s", (_what, stage, size, pixels) => {
    expect(across(stage, size) * stage.ratio).toBeCloseTo(pixels, 3);
  });

  test("is never less than four times the whole page", () => {
    const hall = { width: 3_840, height: 2_160, ratio: 2 };
    for (const size of [A4, A0, [20, 500], [60, 40]] as const) {
      expect(nearest(hall, size)).toBeGreaterThanOrEqual(4);
    }
  });

  test("does not carry over to a page that has less to show", () => {
    const view = zoomed(STAGE, A0, WHOLE_PAGE, 9_999, { x: 500, y: 400 });
    const next = { width: 1016, height: 816, ratio: 4 };
    expect(atTop(next, SQUARE, view).zoom).toBe(nearest(next, SQUARE));
  });
});

describe("a place tapped twice", () => {
  test("comes two and a half times as near", () => {
    expect(tapped(STAGE, SQUARE)).toBe(2.5);
  });

  test("of a strip or a band comes so near that the page fills the stage", () => {
    expect(tapped(STAGE, [500, 5_000])).toBeCloseTo(1016 / 80, 6);
    expect(tapped(STAGE, [5_000, 500])).toBeCloseTo(816 / 100, 6);
  });
});
