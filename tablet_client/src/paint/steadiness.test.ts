import { beforeEach, expect, test } from "vitest";
import { Steadiness } from "./steadiness.ts";

let steadiness: Steadiness;

beforeEach(() => {
  steadiness = new Steadiness();
});

function frames(...places: (readonly [scale: number, left: number])[]): readonly boolean[] {
  return places.map(([scale, left]) => steadiness.frame("d1.1.1", { scale, left, top: 0 }));
}

test("a page that has just come is looked at at once", () => {
  expect(frames([1, 0])).toEqual([true]);
  frames([2, 0]);
  expect(steadiness.frame("d1.1.2", { scale: 2, left: 0, top: 0 })).toBe(true);
});

test("a pinch is over when the page has lain still for four frames", () => {
  const pinched = frames([1, 0], [1.2, 0], [1.5, 0], [1.5, 0], [1.5, 0], [1.5, 0], [1.5, 0]);
  expect(pinched).toEqual([true, false, false, false, false, false, true]);
});

test("a flung page is on its way, one that is moved slowly is read meanwhile", () => {
  expect(frames([1, 0], [1, 60], [1, 120])).toEqual([true, false, false]);
  steadiness = new Steadiness();
  expect(frames([1, 0], [1, 5], [1, 10])).toEqual([true, true, true]);
});

test("a page that comes nearer slowly is read meanwhile, wherever its corner goes", () => {
  expect(frames([1, 0], [1.01, -40], [1.02, -80])).toEqual([true, true, true]);
});
