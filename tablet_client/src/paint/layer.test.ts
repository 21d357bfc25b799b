import { expect, test } from "vitest";
import { canvasSize, pixelRatio } from "./layer.ts";

const IPAD_PIXELS = 5_242_880;

test.each([
  ["an iPad", 820, 1_100, 2, 2],
  ["a telephone with three pixels a point", 390, 700, 3, 3],
])("%s is painted in its own pixels", (_glass, width, height, own, ratio) => {
  expect(pixelRatio(width, height, own)).toBe(ratio);
  expect(canvasSize({ width, height, ratio })).toEqual([width * ratio, height * ratio]);
});

test.each([
  ["a wall of 4K", 3_840, 2_160, 1],
  ["a wall of 4K with large letters", 1_920, 1_080, 2],
  ["the largest iPad", 1_366, 1_024, 2],
  ["a wall of 8K", 7_680, 4_320, 1],
  ["an odd one", 3_001, 1_999, 1.7],
])("%s stays below what an iPad gives a canvas", (_glass, width, height, own) => {
  const ratio = pixelRatio(width, height, own);
  const [across, down] = canvasSize({ width, height, ratio });
  expect(across * down).toBeLessThanOrEqual(IPAD_PIXELS);
  expect(across * down).toBeGreaterThan(0.99 * IPAD_PIXELS);
});
