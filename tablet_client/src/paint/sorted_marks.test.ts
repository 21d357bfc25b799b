import { expect, test } from "vitest";
import type { SheetMark } from "../meeting/room.ts";
import type { Tool } from "../protocol/messages.ts";
import { stroke } from "../testing/a_meeting.ts";
import { MarkSorter } from "./sorted_marks.ts";

function mark(id: string, tool: Tool = "pen", unsent = false): SheetMark {
  const by = { seat_id: "kim", name: "" };
  return { stroke: { ...stroke(id), tool }, by, seq: 1, stream: "meeting", unsent };
}

const NONE: ReadonlySet<string> = new Set();
const [PEN, SOFT, UNSENT] = [mark("pen"), mark("soft", "highlighter"), mark("mine", "pen", true)];
const MARKS = [PEN, SOFT, UNSENT];

test("marks are sorted by where they are painted", () => {
  const sorted = new MarkSorter().sort(MARKS, NONE);
  expect(sorted).toEqual({ pens: [PEN], highlights: [SOFT], unsent: [UNSENT] });
});

test("what the eraser has touched is not among those that stand", () => {
  const sorter = new MarkSorter();
  expect(sorter.sort(MARKS, NONE).pens).toEqual([PEN]);
  expect(sorter.sort(MARKS, new Set(["pen"])).pens).toEqual([]);
});

test("the same marks are sorted once, and every mark is known", () => {
  const sorter = new MarkSorter();
  const sorted = sorter.sort(MARKS, NONE);
  expect(sorter.sort(MARKS, NONE)).toBe(sorted);
  expect(["pen", "mine", "other"].map((id) => sorter.has(id))).toEqual([true, true, false]);
  sorter.sort([mark("other")], NONE);
  expect(["pen", "other"].map((id) => sorter.has(id))).toEqual([false, true]);
});

test("a hidden layer is out of sight, and what has not arrived never is", () => {
  const sorter = new MarkSorter();
  expect(sorter.sort(MARKS, NONE).pens).toEqual([PEN]);
  const sorted = sorter.sort(MARKS, NONE, new Set(["meeting"]));
  expect(sorted).toEqual({ pens: [], highlights: [], unsent: [UNSENT] });
});
