import { expect, test } from "vitest";
import type { Chapter } from "./answers.ts";
import { type Branch, branchesOf, chapterAt } from "./outline.ts";

const chapter = (level: number, title: string, page: number | null = null): Chapter => ({
  level,
  title,
  page,
});

const drawn = (branches: readonly Branch[]): unknown[] =>
  branches.map(({ chapter: { title }, under }) => (under.length ? [title, drawn(under)] : title));

test("levels become branches, left out ones included", () => {
  const outline = [
    chapter(1, "1"),
    chapter(2, "1.1"),
    chapter(4, "1.1.1.1"),
    chapter(2, "1.2"),
    chapter(1, "2"),
  ];
  expect(drawn(branchesOf(outline))).toEqual([["1", [["1.1", ["1.1.1.1"]], "1.2"]], "2"]);
});

test("an outline that begins deep still has roots", () => {
  expect(drawn(branchesOf([chapter(3, "a"), chapter(1, "b"), chapter(2, "c")]))).toEqual([
    "a",
    ["b", ["c"]],
  ]);
});

test("the chapter is the nearest that began before, the deepest of one page", () => {
  const outline = [
    chapter(1, "예산", 2),
    chapter(2, "세입", 2),
    chapter(2, "세출", 5),
    chapter(1, "없는 곳"),
    chapter(1, "부록", 9),
  ];
  expect(chapterAt(outline, 1)).toBeNull();
  expect(chapterAt(outline, 2)?.title).toBe("세입");
  expect(chapterAt(outline, 4)?.title).toBe("세입");
  expect(chapterAt(outline, 8)?.title).toBe("세출");
  expect(chapterAt(outline, 30)?.title).toBe("부록");
});
