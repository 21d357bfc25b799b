import { beforeEach, expect, test } from "vitest";
import type { StrokeProgress } from "../protocol/messages.ts";
import { page } from "../testing/a_meeting.ts";
import { Others } from "./others.ts";

const HERE = page("d1");
const NOTHING: ReadonlySet<string> = new Set();
let others: Others;

beforeEach(() => {
  others = new Others();
});

function progress(start: number, points: readonly number[], stroke_id = "s1"): StrokeProgress {
  const look = { tool: "pen", colour: "red", width: 22 } as const;
  return { type: "StrokeProgress", stroke_id, page: HERE, ...look, start, points };
}

function xs(now = 0, arrived = NOTHING): number[][] {
  return others.strokesOn(HERE, arrived, now).map((each) => each.points.map((point) => point.x));
}

test("pieces of a stroke are joined", () => {
  others.heard("kim", progress(0, [1, 0, 0, 2, 0, 0]), 0);
  others.heard("kim", progress(2, [3, 0, 0]), 0);
  expect(xs()).toEqual([[1, 2, 3]]);
});

test("a piece that does not join is left out, one told twice counts once", () => {
  others.heard("kim", progress(0, [1, 0, 0]), 0);
  others.heard("kim", progress(5, [6, 0, 0]), 0);
  others.heard("kim", progress(0, [1, 0, 0, 2, 0, 0]), 0);
  expect(xs()).toEqual([[1, 2]]);
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
  others.heard("", { type: "Presence", seats: [], total: 0 }, 6_000);
  expect(xs(6_000)).toEqual([]);
});

test("in a large hall, where names are left out, nobody is taken to have left", () => {
  others.heard("kim", progress(0, [1, 0, 0]), 0);
  others.heard("", { type: "Presence", seats: [], total: 2_000 }, 0);
  expect(xs()).toEqual([[1]]);
});

test("a pointer is on its page until it goes", () => {
  others.heard("kim", { type: "PointerAt", page: HERE, x: 5, y: 6 }, 0);
  expect(others.pointersOn(HERE, 1)).toMatchObject([{ x: 5, y: 6 }]);
  expect(others.pointersOn(page("d1", 2), 1)).toEqual([]);
  others.heard("kim", { type: "PointerGone" }, 2);
  expect(others.pointersOn(HERE, 3)).toEqual([]);
});
