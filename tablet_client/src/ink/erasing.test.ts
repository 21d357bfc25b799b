import { expect, test } from "vitest";
import { stroke } from "../testing/a_meeting.ts";
import { ERASER, touches } from "./erasing.ts";

// From (1000, 1000) to (3000, 1000), 22 wide: touched within 80 + 11 of the line.
const LINE = { ...stroke("s1"), points: [1000, 1000, 128, 3000, 1000, 128] };
const REACH = ERASER + 11;

test.each([
  ["on the line, between its points", { x: 2000, y: 1000 }, true],
  ["just within reach", { x: 2000, y: 1000 + REACH - 1 }, true],
  ["just out of reach", { x: 2000, y: 1000 + REACH + 1 }, false],
  ["beyond its end, within reach", { x: 3000 + REACH - 1, y: 1000 }, true],
  ["beyond its end, out of reach", { x: 3000 + REACH + 1, y: 1000 }, false],
])("%s", (_where, at, touched) => {
  expect(touches(LINE, at, at)).toBe(touched);
});

test("a fast sweep across touches, one alongside does not", () => {
  expect(touches(LINE, { x: 2000, y: 0 }, { x: 2100, y: 5000 })).toBe(true);
  expect(touches(LINE, { x: 1000, y: 1200 }, { x: 3000, y: 1200 })).toBe(false);
});

test("a dot is touched where it is", () => {
  const dot = { ...stroke("s1"), points: [500, 500, 128] };
  expect(touches(dot, { x: 500, y: 560 }, { x: 500, y: 560 })).toBe(true);
  expect(touches(dot, { x: 500, y: 600 }, { x: 500, y: 600 })).toBe(false);
});
