import { expect, test } from "vitest";
import { regionInSight, viewBetween, viewOfRegion } from "./region_view.ts";
import { placeOn, WHOLE_PAGE } from "./view.ts";

const A4 = [595, 842] as const;
const STAGE = { width: 1_016, height: 716, ratio: 1 };
const REGION = { x: 2_000, y: 3_000, width: 5_000, height: 3_500 };

test("a part of the page fills the stage and stands in its middle", () => {
  const placement = placeOn(STAGE, A4, viewOfRegion(STAGE, A4, REGION));
  const seen = regionInSight(STAGE, A4, placement);
  expect(placement.scale).toBeCloseTo(0.2, 6);
  expect(seen).toEqual({ x: 1_960, y: 2_960, width: 5_080, height: 3_580 });
});

test("a part at the edge leaves no more air than the page needs", () => {
  const region = { x: 0, y: 0, width: 5_000, height: 1_000 };
  const seen = regionInSight(STAGE, A4, placeOn(STAGE, A4, viewOfRegion(STAGE, A4, region)));
  expect([seen?.x, seen?.y]).toEqual([0, 0]);
});

test("of a whole page all is in sight, of none nothing", () => {
  const whole = placeOn(STAGE, A4, WHOLE_PAGE);
  expect(regionInSight(STAGE, A4, whole)).toEqual({ x: 0, y: 0, width: 10_000, height: 14_151 });
  expect(regionInSight(STAGE, A4, { ...whole, left: 2_000 })).toBeNull();
});

test("on the way every place lies on a straight line, and both ends are exact", () => {
  const [from, to] = [WHOLE_PAGE, { zoom: 4, x: 300, y: -600 }];
  expect(viewBetween(from, to, 0)).toEqual(from);
  expect(viewBetween(from, to, 1)).toEqual(to);
  const half = viewBetween(from, to, 0.5);
  expect(half.zoom).toBe(2);
  expect([half.x, half.y]).toEqual([100, -200]);
  expect(viewBetween({ ...to, x: 0 }, to, 0.5).x).toBe(150);
});
