import { expect, test } from "vitest";
import type { Box, PageLink } from "./answers.ts";
import { linkAt, wordsUnder } from "./link_at.ts";

const link = (page: number, ...box: Box): PageLink => ({ box, page, url: null });
const links = [link(1, 1_000, 1_000, 3_000, 1_200), link(2, 1_000, 1_300, 3_000, 1_500)];
const at = (x: number, y: number, target = 600) => linkAt(links, { x, y }, target)?.page ?? null;

test("a touch on a link is that link, however near another is", () => {
  expect(at(1_500, 1_199)).toBe(1);
  expect(at(1_500, 1_301)).toBe(2);
});

test("a thin link can be touched as if it were as high as a finger", () => {
  expect(at(1_500, 801)).toBe(1);
  expect(at(1_500, 799)).toBeNull();
  expect(at(1_500, 1_240)).toBe(1);
  expect(at(1_500, 1_260)).toBe(2);
});

test("a wide link reaches no further to the side than it is", () => {
  expect(at(3_001, 1_100)).toBeNull();
  expect(at(1_500, 1_240, 0)).toBeNull();
});

test("a link is called by the words it lies on", () => {
  const words = [
    { text: "붙임", box: [1_000, 1_000, 1_400, 1_200] as const },
    { text: "예산서", box: [1_500, 1_000, 2_900, 1_250] as const },
    { text: "밖", box: [5_000, 1_000, 5_200, 1_200] as const },
  ];
  expect(wordsUnder([950, 990, 3_000, 1_210], words)).toBe("붙임 예산서");
  expect(wordsUnder([0, 0, 10, 10], words)).toBe("");
});
