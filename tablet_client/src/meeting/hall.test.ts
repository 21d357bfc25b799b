import { expect, test } from "vitest";
import type { Presence, Present } from "../protocol/messages.ts";
import { EMPTY_HALL, hallAfter } from "./hall.ts";

const seat = (seat_id: string, following = true): Present => ({
  seat_id,
  name: seat_id,
  role: "member",
  following,
});

function told(change: Partial<Presence>): Presence {
  const none = { seats: [], gone: [], lost_since: null };
  return { type: "Presence", whole: false, total: 0, following: 0, ...none, ...change };
}

const TWO = hallAfter(
  EMPTY_HALL,
  told({ whole: true, total: 2, following: 2, seats: [seat("a"), seat("b")] }),
);

test("the whole hall replaces what was known", () => {
  const after = hallAfter(TWO, told({ whole: true, total: 1, seats: [seat("c")] }));
  expect(after).toEqual({ seats: [seat("c")], total: 1, followers: 0, lostSince: null });
});

test("who came is last, who changed keeps the place, who left is gone", () => {
  const after = hallAfter(
    TWO,
    told({ total: 3, following: 1, seats: [seat("c"), seat("a", false)], gone: [] }),
  );
  expect(after.seats).toEqual([seat("a", false), seat("b"), seat("c")]);
  expect(hallAfter(after, told({ total: 2, gone: ["b"] })).seats).toEqual([
    seat("a", false),
    seat("c"),
  ]);
  expect([after.total, after.followers]).toEqual([3, 1]);
});

test("numbers alone leave the names as they are", () => {
  const after = hallAfter(TWO, told({ total: 2, following: 1, lost_since: 7_000 }));
  expect(after.seats).toBe(TWO.seats);
  expect([after.followers, after.lostSince]).toEqual([1, 7_000]);
});
