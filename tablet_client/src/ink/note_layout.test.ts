import { expect, test } from "vitest";
import { PAGE_WIDTH } from "./geometry.ts";
import { layOut, onThePage } from "./note_layout.ts";

test("words break at their spaces before the page ends", () => {
  const { lines, width } = layOut("상하수도 관로 정비 예산을 다시 확인할 것", 8_000, 200);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.every((line) => line === line.trim())).toBe(true);
  expect(8_000 + width).toBeLessThanOrEqual(PAGE_WIDTH);
});

test("a word longer than a line is broken too, and lines that were written stay", () => {
  const { lines } = layOut(`${"가".repeat(30)}\n\n끝`, 8_000, 200);
  expect(lines.join("")).toBe(`${"가".repeat(30)}끝`);
  expect(lines.at(-2)).toBe("");
  expect(lines[0]?.length).toBeLessThan(10);
});

test("a note at the edge moves in until its words have room", () => {
  const at = onThePage({ x: 9_900, y: 14_100 }, "확인 요망", 200, 14_142);
  expect(at.x + layOut("확인 요망", at.x, 200).width).toBeLessThanOrEqual(PAGE_WIDTH);
  expect(layOut("확인 요망", at.x, 200).lines).toHaveLength(1);
  expect(at.y + layOut("확인 요망", at.x, 200).height).toBeLessThanOrEqual(14_142);
});
