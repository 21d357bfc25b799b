import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { forgetFormer, formerSeats, keepFormer } from "./former_kept.ts";
import { forgetSeat, keepSeat } from "./seats_kept.ts";

const OLD = { seat_id: "old", meeting_id: "m1", name: "조은별 과장" };

/** As much of the browser's memory as is used: its names are its own keys. */
function aStorage(): object {
  const storage = Object.create({
    getItem: (name: string) => storage[name] ?? null,
    setItem(name: string, text: string) {
      storage[name] = text;
    },
    removeItem(name: string) {
      delete storage[name];
    },
  });
  return storage;
}

function kept(seat_id: string, meeting_id: string | null, expires_at?: number): void {
  const seat = { seat_id, name: "노을 과장", role: "member", meeting_id, person_id: null } as const;
  keepSeat({ token: "t", seat: expires_at === undefined ? seat : { ...seat, expires_at } });
}

afterEach(() => vi.unstubAllGlobals());

describe("in a browser that keeps things", () => {
  beforeEach(() => vi.stubGlobal("localStorage", aStorage()));

  test("a seat is remembered until it is forgotten", () => {
    keepFormer(OLD);
    keepFormer({ ...OLD, seat_id: "older" });
    expect(formerSeats(0).map((each) => each.seat_id)).toEqual(["old", "older"]);
    forgetFormer("old");
    expect(formerSeats(0)).toEqual([{ ...OLD, seat_id: "older" }]);
  });

  test("it is remembered when the seat itself is forgotten", () => {
    kept("old", "m1");
    keepFormer(OLD);
    forgetSeat("old");
    expect(formerSeats(0)).toEqual([OLD]);
  });

  test("a seat whose time ran out is one too; one that lasts or is over all meetings is not", () => {
    kept("past", "m1", 1_000);
    kept("lasts", "m1", 3_000);
    kept("house", null, 1_000);
    kept("of an older build", "m1");
    const past = { seat_id: "past", meeting_id: "m1", name: "노을 과장" };
    expect(formerSeats(2_000)).toEqual([past]);
    keepFormer(past);
    expect(formerSeats(2_000)).toEqual([past]);
  });

  test("what is no record is passed over", () => {
    localStorage.setItem("hanjang.former.a", "{");
    localStorage.setItem("hanjang.former.b", '{"seat_id":"b"}');
    keepFormer(OLD);
    expect(formerSeats(0)).toEqual([OLD]);
  });
});

test("a browser that throws at everything remembers until the page is closed", () => {
  const refuse = () => {
    throw new Error("denied");
  };
  vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse, removeItem: refuse });
  keepFormer(OLD);
  expect(formerSeats(0)).toEqual([OLD]);
  forgetFormer("old");
  expect(formerSeats(0)).toEqual([]);
});
