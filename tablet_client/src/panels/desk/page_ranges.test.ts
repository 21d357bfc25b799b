import { expect, test } from "vitest";
import { pageRanges } from "./page_ranges.ts";

test("neighbours are joined, in order, whatever the order they came in", () => {
  expect(pageRanges([9, 3, 4, 5, 4])).toBe("3–5, 9");
  expect(pageRanges([1])).toBe("1");
  expect(pageRanges([])).toBe("");
});

test("a long list is cut, and says so", () => {
  expect(pageRanges([1, 3, 5, 7], 3)).toBe("1, 3, 5 …");
  expect(pageRanges([1, 2, 3, 5], 2)).toBe("1–3, 5");
});
