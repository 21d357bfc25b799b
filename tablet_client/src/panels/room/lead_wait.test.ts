import { expect, it } from "vitest";
import { leadWait } from "./lead_wait.ts";

it("counts the seconds the lead still waits, and stops at none", () => {
  expect(leadWait(100_000, 100_000)).toBe(15);
  expect(leadWait(100_000, 100_001)).toBe(15);
  expect(leadWait(100_000, 114_001)).toBe(1);
  expect(leadWait(100_000, 115_000)).toBe(0);
  expect(leadWait(100_000, 900_000)).toBe(0);
});

it("counts nothing while nobody is lost, and never more than the wait", () => {
  expect(leadWait(null, 100_000)).toBe(null);
  expect(leadWait(100_000, 95_000)).toBe(15);
});
