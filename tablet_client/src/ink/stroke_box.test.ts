import { expect, test } from "vitest";
import { stroke } from "../testing/a_meeting.ts";
import { around, boxOf, overlap } from "./stroke_box.ts";

const LINE = { ...stroke("s"), width: 20, points: [100, 50, 128, 40, 300, 128] };

test("a stroke lies around its points, as thick as it is", () => {
  expect(boxOf(LINE)).toEqual({ left: 20, top: 30, right: 120, bottom: 320 });
});

test("a stroke without points lies nowhere", () => {
  const nowhere = boxOf({ ...LINE, points: [] });
  expect(overlap(nowhere, boxOf(LINE))).toBe(false);
});

test("two places overlap when they touch", () => {
  const box = (left: number, top: number) => ({ left, top, right: left + 10, bottom: top + 10 });
  expect(overlap(box(0, 0), box(10, 10))).toBe(true);
  expect(overlap(box(0, 0), box(11, 0))).toBe(false);
  expect(overlap(box(0, 0), box(0, 11))).toBe(false);
  expect(around(box(0, 0), box(30, -5))).toEqual({ left: 0, top: -5, right: 40, bottom: 10 });
});
