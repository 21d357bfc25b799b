import { expect, test } from "vitest";
import { paceOf, type Traffic } from "./pace.ts";

const calm: Traffic = { inSession: false, readerWaits: false, sparing: false, last: null };
const came = (bytes: number, ms: number) => ({ bytes, ms });

test("outside a meeting one leaf follows another", () => {
  expect(paceOf(calm)).toEqual({ waitMs: 0, paused: false });
  expect(paceOf({ ...calm, last: came(150_000, 9_000) }).waitMs).toBe(0);
});

test("in a meeting most of the time is left to it", () => {
  expect(paceOf({ ...calm, inSession: true, last: came(150_000, 300) })).toEqual({
    waitMs: 600,
    paused: false,
  });
  expect(paceOf({ ...calm, inSession: true, last: came(150_000, 10) }).waitMs).toBe(100);
});

test("a slow link in a meeting is left alone, which is told", () => {
  const { waitMs, paused } = paceOf({ ...calm, inSession: true, last: came(150_000, 4_000) });
  expect([waitMs >= 10_000, paused]).toEqual([true, true]);
});

test("something small that took long says nothing of the link", () => {
  expect(paceOf({ ...calm, inSession: true, last: came(900, 800) }).paused).toBe(false);
});

test("the reader comes first, and a link that is to be spared is spared", () => {
  expect(paceOf({ ...calm, readerWaits: true }).waitMs).toBeGreaterThan(0);
  expect(paceOf({ ...calm, sparing: true }).paused).toBe(true);
});
