// The TypeScript half of the golden folds; `tests/wire/test_golden_folds.py` reads the same.
import { describe, expect, test } from "vitest";
import type { Entry, Notes, Snapshot } from "../protocol/messages.ts";
import { apply, applyNotes } from "./fold.ts";

interface Case {
  readonly name: string;
  readonly stream: "meeting" | "notes";
  readonly start: Snapshot | Notes;
  readonly entries: readonly Entry[];
  readonly end: Snapshot | Notes;
}

const FILES = import.meta.glob<readonly Case[]>("../../../tests/wire/golden/fold_*.json", {
  eager: true,
  import: "default",
});
const CASES = Object.values(FILES).flat();

function folded(each: Case): Snapshot | Notes {
  return each.stream === "notes"
    ? each.entries.reduce(applyNotes, each.start)
    : each.entries.reduce(apply, each.start as Snapshot);
}

test("there are golden folds of both streams", () => {
  expect(new Set(CASES.map((each) => each.stream))).toEqual(new Set(["meeting", "notes"]));
});

describe("each golden fold", () => {
  test.each(CASES)("$stream: $name", (each) => {
    const before = structuredClone(each.start);
    expect(folded(each)).toEqual(each.end);
    expect(each.start, "the state before stays as it was").toEqual(before);
  });
});

test.each([9, 10, 12])("entry %i is not folded into a state at 10", (seq) => {
  const by = { seat_id: "kim", name: "김간사" };
  const entry: Entry = { seq, at: 0, by, command_id: "c", events: [] };
  expect(() => applyNotes({ seq: 10, inked: {} }, entry)).toThrow("does not follow");
});
