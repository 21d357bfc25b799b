import { expect, test } from "vitest";
import type { SheetMark } from "../meeting/room.ts";
import { stroke } from "../testing/a_meeting.ts";
import { changeOf } from "./changed_marks.ts";

function mark(id: string, x: number): SheetMark {
  const points = [x, 0, 128, x + 10, 10, 128];
  const by = { seat_id: "kim", name: "" };
  return {
    stroke: { ...stroke(id), width: 5, points },
    by,
    seq: 1,
    stream: "meeting",
    unsent: false,
  };
}

const [A, B, C, D] = [mark("a", 0), mark("b", 100), mark("c", 200), mark("d", 300)];
const place = (from: number, to: number) => ({
  kind: "place",
  box: { left: from - 5, top: -5, right: to + 15, bottom: 15 },
});

test.each([
  ["the same marks in another list", [A, B], [A, B], { kind: "none" }],
  ["nothing on nothing", [], [], { kind: "none" }],
  ["marks on top", [A, B], [A, B, C, D], { kind: "more", from: 2 }],
  ["the first marks", [], [A], { kind: "more", from: 0 }],
  ["one beneath others", [A, C, D], [A, B, C, D], place(100, 100)],
  ["one less", [A, B, C, D], [A, C, D], place(100, 100)],
  ["the last one less", [A, B], [A], place(100, 100)],
  ["two less, and what lies between", [A, B, C, D], [A, C], place(100, 300)],
  ["one for another", [A, B, D], [A, C, D], place(100, 200)],
  ["none left", [A, B], [], place(0, 100)],
])("%s", (_what, painted, wanted, change) => {
  expect(changeOf(painted, wanted)).toEqual(change);
});
