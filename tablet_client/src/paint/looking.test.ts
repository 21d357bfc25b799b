import { beforeEach, describe, expect, test } from "vitest";
import type { PageSize } from "../protocol/messages.ts";
import { page } from "../testing/a_meeting.ts";
import { Looking } from "./looking.ts";

const A4 = [595, 842] as const;
const STAGE = { width: 1_016, height: 858, ratio: 1 };

let size: PageSize | null;
let changed: number;
let looking: Looking;

beforeEach(() => {
  [size, changed] = [A4, 0];
  looking = new Looking(
    () => size,
    () => {
      changed += 1;
    },
  );
  looking.measure(STAGE);
});

const place = (number = 1) => looking.place(page("d1", number), A4);

test("a place tapped twice comes near and stays where it is, tapped twice again it goes", () => {
  const at = { x: 400, y: 300 };
  const before = looking.on(at);
  looking.toggle(at);
  expect([looking.zoom.value, looking.isZoomed]).toEqual([2.5, true]);
  expect(looking.on(at)?.x).toBeCloseTo(before?.x ?? 0, 6);
  expect(looking.on(at)?.y).toBeCloseTo(before?.y ?? 0, 6);
  looking.toggle(at);
  expect([looking.zoom.value, looking.isZoomed, changed]).toEqual([1, false, 2]);
});

test("the limit is told when it is reached, and left", () => {
  for (let press = 0; press < 12; press += 1) looking.by(1.5);
  expect(looking.isNearest.value).toBe(true);
  looking.by(1 / 1.5);
  expect(looking.isNearest.value).toBe(false);
  looking.whole();
  expect(looking.zoom.value).toBe(1);
});

describe("where the page lies", () => {
  test("is told once, and again when it lies elsewhere", () => {
    const told: number[] = [];
    looking.placement.subscribe((placement) => told.push(placement?.scale ?? 0));
    place();
    place();
    looking.by(2);
    place();
    expect(told.map((scale) => scale * 10_000)).toEqual([
      0,
      expect.closeTo(595, 6),
      expect.closeTo(1_190, 6),
    ]);
    expect(looking.placement.value).toMatchObject({ page: page("d1"), size: A4 });
    looking.leave();
    expect(looking.placement.value).toBeNull();
  });

  test("on another page is its top, as near as before", () => {
    place();
    looking.by(2);
    expect(place(1).top).toBeLessThan(0);
    expect([place(2).top, looking.zoom.value]).toEqual([8, 2]);
    expect(looking.placement.value?.page.page).toBe(2);
  });
});

test("without a page nothing is looked at", () => {
  size = null;
  looking.by(2);
  looking.toggle({ x: 1, y: 1 });
  expect([looking.zoom.value, looking.on({ x: 1, y: 1 }), changed]).toEqual([1, null, 0]);
});

describe("where the presenter looks", () => {
  const REGION = { x: 2_000, y: 3_000, width: 4_000, height: 2_000 };

  test("is gone to, and the whole page again once it ends", () => {
    place();
    looking.lead(REGION);
    place();
    expect([looking.zoom.value > 2, looking.isLed.value]).toEqual([true, true]);
    looking.lead(null);
    place();
    expect([looking.zoom.value, looking.isLed.value]).toEqual([1, false]);
  });

  test("is not gone to by who has zoomed alone, until the look is given back", () => {
    place();
    looking.by(1.5);
    looking.lead(REGION);
    place();
    expect([looking.zoom.value, looking.isLed.value]).toEqual([1.5, false]);
    looking.giveBack();
    place();
    expect(looking.isLed.value).toBe(true);
  });

  test("is left by who wants the whole page, until the next page", () => {
    place();
    looking.lead(REGION);
    place();
    looking.whole();
    place();
    expect([looking.zoom.value, looking.isLed.value]).toEqual([1, false]);
    place(2);
    expect(looking.isLed.value).toBe(true);
  });

  test("is gone to over some frames, at once with another page or without movement", () => {
    looking = new Looking(
      () => size,
      () => undefined,
      () => false,
    );
    looking.measure(STAGE);
    const at = (now: number, number = 1) => {
      looking.place(page("d1", number), A4, now);
      return looking.zoom.value;
    };
    at(0);
    looking.lead(REGION);
    expect([at(1_000), looking.isGliding]).toEqual([1, true]);
    const half = at(1_100);
    const there = at(2_000);
    expect([half > 1, half < there, looking.isGliding]).toEqual([true, true, false]);
    looking.lead({ ...REGION, width: 8_000 });
    expect([at(2_010, 2) < there, looking.isGliding]).toEqual([true, false]);
  });

  test("a hand on the page stops it wherever it is", () => {
    looking = new Looking(
      () => size,
      () => undefined,
      () => false,
    );
    looking.measure(STAGE);
    looking.place(page("d1"), A4, 0);
    looking.lead(REGION);
    looking.place(page("d1"), A4, 1_000);
    looking.place(page("d1"), A4, 1_100);
    const zoom = looking.zoom.value;
    looking.move(1, 1);
    looking.place(page("d1"), A4, 1_200);
    expect([looking.zoom.value, looking.isLed.value]).toEqual([zoom, false]);
  });
});
