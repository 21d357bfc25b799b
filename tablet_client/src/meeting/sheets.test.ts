import { beforeEach, describe, expect, test } from "vitest";
import type { Mark, PageRef } from "../protocol/messages.ts";
import { pageKey } from "../protocol/page_key.ts";
import { entry, page, stroke } from "../testing/a_meeting.ts";
import { mark } from "../testing/a_room.ts";
import { Sheets } from "./sheets.ts";

let sheets: Sheets;

beforeEach(() => {
  sheets = new Sheets("meeting");
});

const key = (number: number) => pageKey(page("d1", number));

function take(on: PageRef, marks: readonly Mark[], more = false): void {
  sheets.take({ type: "Ink", stream: "meeting", page: on, after: 0, marks, more });
}

/** A page of one stroke with as many numbers as are asked for. */
function heavy(number: number, numbers: number): void {
  const on = page("d1", number);
  const points = Array.from({ length: numbers }, () => 0);
  take(on, [{ ...mark(`s${number}`, number, on), stroke: { ...stroke("s", on), points } }]);
}

const ids = (number: number) => sheets.marks(key(number))?.map((each) => each.stroke.stroke_id);

describe("what is held", () => {
  test("is sorted as the log is, whatever came first", () => {
    sheets.hold(page("d1"));
    sheets.fold(entry(20, [{ type: "StrokeAdded", stroke: stroke("late") }]));
    take(page("d1"), [mark("a", 3), mark("late", 20)]);
    expect(ids(1)).toEqual(["a", "late"]);
    expect([sheets.has(key(1), "a"), sheets.has(key(1), "b")]).toEqual([true, false]);
  });

  test("is another list after a change, and the same one without", () => {
    take(page("d1"), [mark("a", 3)]);
    const before = sheets.marks(key(1));
    sheets.fold(entry(4, [{ type: "StrokesErased", page: page("d1"), stroke_ids: ["other"] }]));
    expect(sheets.marks(key(1))).toBe(before);
    sheets.fold(entry(5, [{ type: "StrokesErased", page: page("d1"), stroke_ids: ["a"] }]));
    expect([sheets.marks(key(1)), before?.length]).toEqual([[], 1]);
  });

  test("an answer with more to come and nothing in it ends the page", () => {
    take(page("d1"), [], true);
    expect(sheets.isWhole(key(1))).toBe(true);
  });
});

describe("what is forgotten", () => {
  test("is the page looked at longest ago, when there are too many", () => {
    for (let number = 1; number <= 402; number += 1) take(page("d1", number), []);
    sheets.touch(key(1));
    sheets.tidy(new Set([key(2)]));
    expect([1, 2, 3, 4, 5].map((number) => sheets.isWhole(key(number)))).toEqual([
      true,
      true,
      false,
      false,
      true,
    ]);
  });

  test("is ink beyond the bound, but never that of the pages looked at", () => {
    for (const number of [1, 2, 3]) heavy(number, 600_000);
    expect(sheets.isFull).toBe(true);
    sheets.tidy(new Set([key(1), key(2)]));
    expect([1, 2, 3].map((number) => sheets.isWhole(key(number)))).toEqual([true, true, false]);
    expect(sheets.isFull).toBe(false);
  });
});
