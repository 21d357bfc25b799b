import { expect, test } from "vitest";
import type { Box, PageText } from "../reading/answers.ts";
import { boxesKept, findKept, type TextKept } from "./find_kept.ts";

function pageText(page: number, text: string): PageText {
  const boxes = text.split(/\s+/).map((_, word): Box => [word, 0, word + 1, 1]);
  return { page, text, boxes, links: [], scanned: text === "", cut: false, unreadable: false };
}

const kept = (page: number, text: string): TextKept => ({
  document_id: page < 3 ? "d1" : "d2",
  version: 1,
  page,
  text: pageText(page, text),
});

const texts = [
  kept(1, "2027년 예산안 편성\n방향과 예산 총칙"),
  kept(2, "겨울철 제설 대책"),
  kept(3, "예 산 Budget"),
];

test("pages with hits come in packet order, with their words around", () => {
  const found = findKept("예산", texts, 4);
  expect(found.pages.map(({ page, hits }) => [page, hits])).toEqual([
    [1, 2],
    [3, 1],
  ]);
  expect(found.pages[0]).toMatchObject({ before: "2027년 ", match: "예산" });
  expect(found.pages[0]?.after.startsWith("안 편성 방향")).toBe(true);
  expect(found.documents.map((each) => [each.document_id, each.hits])).toEqual([
    ["d1", 2],
    ["d2", 1],
  ]);
  expect([found.hits, found.read, found.of, found.more]).toEqual([3, 4, 4, false]);
});

test("case and spacing do not matter, and nothing is found for nothing", () => {
  expect(findKept("BUDGET", texts, 3).hits).toBe(1);
  expect(findKept("제설대책", texts, 3).hits).toBe(1);
  expect(findKept("  ", texts, 3).hits).toBe(0);
});

test("the boxes are those of the words the hits lie in", () => {
  const page = pageText(1, "2027년 예산안 편성\n방향과 예산 총칙");
  expect(boxesKept("예산", page).map(([left]) => left)).toEqual([1, 4]);
  expect(boxesKept("안 편", page).map(([left]) => left)).toEqual([1, 2]);
});
