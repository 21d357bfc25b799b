import { beforeEach, expect, test } from "vitest";
import type { Present, StrokeProgress } from "../protocol/messages.ts";
import { page } from "../testing/a_meeting.ts";
import { Others } from "./others.ts";

const HERE = page("d1");
const NOTHING: ReadonlySet<string> = new Set();
const KIM: Present = { seat_id: "kim", name: "김간사", role: "secretary", following: true };
let others: Others;

beforeEach(() => {
  others = new Others();
});

function progress(start: number, points: readonly number[], stroke_id = "s1"): StrokeProgress {
  const look = { tool: "pen", colour: "red", width: 22 } as const;
  return { type: "StrokeProgress", stroke_id, page: HERE, ...look, start, points };
}

function xs(now = 0, arrived = NOTHING): number[][] {
  return others
    .strokesOn(HERE, (id) => arrived.has(id), now)
    .map((each) => each.points.map((point) => point.x));
}

test("pieces of a stroke are joined", () => {
  others.heard("kim", progress(0, [1, 0, 0, 2, 0, 0]), 0);
  others.heard("kim", progress(2, [3, 0, 0]), 0);
  expect(xs()).toEqual([[1, 2, 3]]);
});

test("where points are missing a straight line joins what is there", () => {
  others.heard("kim", progress(0, [1, 0, 0]), 0);
  others.heard("kim", progress(5, [6, 0, 0]), 0);
  others.heard("kim", progress(9, [10, 0, 0, 11, 0, 0]), 0);
  expect(xs()).toEqual([[1, 6, 10, 11]]);
});

test("a stroke seen from its middle on begins there", () => {
  others.heard("kim", progress(7, [8, 0, 0]), 0);
  expect(xs()).toEqual([[8]]);
});

test("what is told twice counts once, and a stroke told anew begins anew", () => {
  others.heard("kim", progress(0, [1, 0, 0, 2, 0, 0]), 0);
  others.heard("kim", progress(1, [2, 0, 0, 3, 0, 0]), 0);
  expect(xs()).toEqual([[1, 2, 3]]);
  others.heard("kim", progress(0, [1, 0, 0]), 0);
  expect(xs()).toEqual([[1]]);
  others.heard("kim", progress(0, [5, 0, 0], "s2"), 0);
  expect(xs()).toEqual([[5]]);
});

test("a stroke that has arrived is no longer on its way", () => {
  others.heard("kim", progress(0, [1, 0, 0]), 0);
  others.heard("lee", progress(0, [7, 0, 0], "s2"), 0);
  expect(xs(0, new Set(["s1"]))).toEqual([[7]]);
});

test("a hand that fell silent is forgotten, so is one that left", () => {
  others.heard("kim", progress(0, [1, 0, 0]), 0);
  expect(xs(5_000)).toEqual([[1]]);
  expect(xs(5_001)).toEqual([]);
  others.heard("kim", progress(0, [1, 0, 0]), 6_000);
  others.heard("lee", progress(0, [7, 0, 0], "s2"), 6_000);
  others.keepPresent([KIM]);
  expect(xs(6_000)).toEqual([[1]]);
});

test("a pointer is on its page until it goes", () => {
  others.heard("kim", { type: "PointerAt", page: HERE, x: 5, y: 6 }, 0);
  expect(others.pointersOn(HERE, 1)).toMatchObject([{ x: 5, y: 6 }]);
  expect(others.pointersOn(page("d1", 2), 1)).toEqual([]);
  others.heard("kim", { type: "PointerGone" }, 2);
  expect(others.pointersOn(HERE, 3)).toEqual([]);
});

test("a pointer looks as its hand said, or plain", () => {
  const at = { type: "PointerAt", page: HERE, x: 5, y: 6 } as const;
  others.heard("kim", at, 0);
  expect(others.pointersOn(HERE, 1)).toMatchObject([{ colour: "red", shape: "dot" }]);
  others.heard("kim", { ...at, colour: "blue", shape: "arrow", size: "large" }, 2);
  expect(others.pointersOn(HERE, 3)).toMatchObject([
    { colour: "blue", shape: "arrow", size: "large" },
  ]);
});
