import { expect, test } from "vitest";
import type { Box } from "./answers.ts";
import type { Line } from "./lines.ts";
import { runsOf } from "./runs.ts";

/** Every letter as wide as its line is high. */
const widthOf = (text: string) => text.length;
const HIGH = 100;

function line(words: readonly (readonly [text: string, left: number])[], ends = false): Line {
  const placed = words.map(([text, left]) => {
    const box: Box = [left, 0, left + text.length * HIGH, HIGH];
    return { text, box };
  });
  return { words: placed, box: [0, 0, 0, 0], ends };
}

test("an even line is one piece, whatever its spaces", () => {
  const runs = runsOf(
    [
      line([
        ["제설", 0],
        ["대책", 220],
        ["보고", 440],
      ]),
    ],
    widthOf,
  );
  expect(runs).toEqual([
    { text: "제설 대책 보고", box: [0, 0, 640, 100], stretch: 1, gap: 20, end: "\n" },
  ]);
});

test("columns are pieces of their own", () => {
  const cells = line(
    [
      ["구분", 0],
      ["합계", 1_500],
      ["금액", 1_730],
    ],
    true,
  );
  const runs = runsOf([cells], widthOf);
  expect(runs.map((run) => [run.text, run.end])).toEqual([
    ["구분", " "],
    ["합계 금액", "\n\n"],
  ]);
});

test("no word stands beside its picture by more than half its height", () => {
  const crooked = line([
    ["가", 0],
    ["나다라", 160],
    ["마", 700],
    ["바", 880],
    ["사아자", 990],
  ]);
  const runs = runsOf([crooked], widthOf);
  const places = runs.flatMap((run) => {
    let at = run.box[0];
    return run.text.split(" ").map((word) => {
      const place = at;
      at += widthOf(word) * HIGH * run.stretch + run.gap;
      return place;
    });
  });
  expect(places).toHaveLength(5);
  const off = crooked.words.map((word, index) => Math.abs(word.box[0] - (places[index] ?? 0)));
  expect(Math.max(...off)).toBeLessThanOrEqual(50);
  expect(runs.map((run) => run.text).join(" ")).toBe("가 나다라 마 바 사아자");
});

test("narrow print is set narrow", () => {
  const narrow: Line = {
    words: [{ text: "가나", box: [0, 0, 150, 100] }],
    box: [0, 0, 150, 100],
    ends: false,
  };
  expect(runsOf([narrow], widthOf)[0]).toMatchObject({ stretch: 0.75, gap: 0 });
});
