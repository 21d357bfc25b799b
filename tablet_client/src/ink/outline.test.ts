import { expect, test } from "vitest";
import { outlineOf } from "./outline.ts";

const LINE = Array.from({ length: 40 }, (_, index) => ({ x: index * 50, y: 0, pressure: 128 }));

function thickness(outline: readonly number[]): number {
  const ys = outline.filter((_, index) => index % 2 === 1);
  return Math.max(...ys) - Math.min(...ys);
}

test("a highlighter is as wide as it says, from end to end", () => {
  const outline = outlineOf(LINE, { tool: "highlighter", width: 180, finished: true });
  expect(thickness(outline)).toBeCloseTo(180, 0);
});

test("a pen pressed harder is thicker", () => {
  const pressed = (pressure: number) =>
    // One point differs, so that the hand counts as one that can be felt.
    LINE.map((point, index) => ({ ...point, pressure: index === 0 ? pressure - 1 : pressure }));
  const look = { tool: "pen", width: 22, finished: true } as const;
  const [light, hard] = [outlineOf(pressed(40), look), outlineOf(pressed(230), look)];
  expect(thickness(hard)).toBeGreaterThan(1.5 * thickness(light));
});

test("a dot has an outline; nothing has none", () => {
  const look = { tool: "pen", width: 22, finished: true } as const;
  expect(outlineOf(LINE.slice(0, 1), look).length).toBeGreaterThan(6);
  expect(outlineOf([], look)).toEqual([]);
});
