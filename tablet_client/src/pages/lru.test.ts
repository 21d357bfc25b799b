import { expect, test } from "vitest";
import { Lru } from "./lru.ts";

test("the least recently used go first, until the budget is kept", () => {
  const gone: string[] = [];
  const lru = new Lru<string>(10, (value) => gone.push(value));
  lru.put("a", "A", 4);
  lru.put("b", "B", 4);
  lru.get("a");
  lru.put("c", "C", 4);
  expect(gone).toEqual(["B"]);
  expect([lru.get("a"), lru.get("b"), lru.get("c"), lru.spent]).toEqual(["A", undefined, "C", 8]);
});

test("a thing dearer than the budget is still held, alone", () => {
  const gone: string[] = [];
  const lru = new Lru<string>(10, (value) => gone.push(value));
  lru.put("a", "A", 4);
  lru.put("b", "B", 40);
  expect([gone, lru.get("b"), lru.spent]).toEqual([["A"], "B", 40]);
});

test("a smaller budget is kept at once, but for the most recently used", () => {
  const gone: string[] = [];
  const lru = new Lru<string>(10, (value) => gone.push(value));
  for (const key of ["a", "b", "c"]) lru.put(key, key.toUpperCase(), 3);
  lru.fit(6);
  expect([gone, lru.spent]).toEqual([["A"], 6]);
  lru.fit(0);
  expect([gone, lru.get("c")]).toEqual([["A", "B"], "C"]);
});

test("what is put again replaces what was there", () => {
  const gone: string[] = [];
  const lru = new Lru<string>(10, (value) => gone.push(value));
  lru.put("a", "A", 4);
  lru.put("a", "A2", 5);
  lru.clear();
  expect([gone, lru.spent]).toEqual([["A", "A2"], 0]);
});
