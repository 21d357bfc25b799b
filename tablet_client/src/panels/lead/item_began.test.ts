import { beforeEach, expect, it } from "vitest";
import { itemBegan } from "./item_began.ts";

let kept: Pick<Storage, "getItem" | "setItem">;

beforeEach(() => {
  const map = new Map<string, string>();
  kept = {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
  };
});

it("remembers when an item began, through a reload", () => {
  expect(itemBegan(() => kept, "m", "a", 1_000)).toBe(1_000);
  expect(itemBegan(() => kept, "m", "a", 9_000)).toBe(1_000);
});

it("begins anew with another item, and with another meeting", () => {
  itemBegan(() => kept, "m", "a", 1_000);
  expect(itemBegan(() => kept, "m", "b", 2_000)).toBe(2_000);
  expect(itemBegan(() => kept, "n", "a", 3_000)).toBe(3_000);
  expect(itemBegan(() => kept, "m", "a", 4_000)).toBe(4_000);
});

it("does not believe a beginning that lies ahead", () => {
  itemBegan(() => kept, "m", "a", 9_000);
  expect(itemBegan(() => kept, "m", "a", 1_000)).toBe(1_000);
});

it("begins now where the browser keeps nothing", () => {
  const refuses = () => {
    throw new DOMException("sites may keep nothing", "SecurityError");
  };
  expect(itemBegan(refuses, "m", "a", 1_000)).toBe(1_000);
});
