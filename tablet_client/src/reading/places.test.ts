import { expect, test } from "vitest";
import type { Box } from "./answers.ts";
import { placesOf } from "./places.ts";

const at = (left: number, top = 0, wide = 200): Box => [left, top, left + wide, top + 100];

test("a box a hit: each is a place", () => {
  const boxes = [at(0), at(220), at(0, 300)];
  expect(placesOf(boxes, 3)).toEqual(boxes.map((box) => [box]));
});

test("hits over as many words each are told apart by count", () => {
  const boxes = [at(0), at(220), at(800), at(0, 300)];
  expect(placesOf(boxes, 2)).toEqual([boxes.slice(0, 2), boxes.slice(2)]);
});

test("else a box goes on with the hit before it in its line", () => {
  const boxes = [at(0), at(220), at(900), at(0, 300), at(220, 300)];
  expect(placesOf(boxes, 3)).toEqual([[boxes[0], boxes[1]], [boxes[2]], [boxes[3], boxes[4]]]);
});

test("a page whose count is not told has a place a box, and none has none", () => {
  expect(placesOf([at(0), at(900)], 9)).toHaveLength(2);
  expect(placesOf([], 3)).toEqual([]);
});
