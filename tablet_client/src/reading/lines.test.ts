import { expect, test } from "vitest";
import type { Box } from "./answers.ts";
import { linesOf, paragraphsOf } from "./lines.ts";

const at = (left: number, top: number): Box => [left, top, left + 100, top + 50];

test("words keep their boxes through lines and blocks", () => {
  const boxes = [at(0, 0), at(110, 0), at(0, 60), at(0, 200)];
  const lines = linesOf({ text: "제설 대책\n보고\n\n끝", boxes });
  expect(lines.map((line) => line.words.map((word) => word.text).join(" "))).toEqual([
    "제설 대책",
    "보고",
    "끝",
  ]);
  expect(lines.map((line) => line.ends)).toEqual([false, true, true]);
  expect(lines.map((line) => line.box)).toEqual([
    [0, 0, 210, 50],
    [0, 60, 100, 110],
    [0, 200, 100, 250],
  ]);
});

test("a page without text has no lines", () => {
  expect(linesOf({ text: "", boxes: [] })).toEqual([]);
  expect(paragraphsOf("")).toEqual([]);
});

test("words without a box are left out", () => {
  expect(linesOf({ text: "하나 둘", boxes: [at(0, 0)] })[0]?.words).toHaveLength(1);
});

test("a block is read as one paragraph", () => {
  expect(paragraphsOf("겨울철\n제설 대책\n\n붙임")).toEqual(["겨울철 제설 대책", "붙임"]);
});
